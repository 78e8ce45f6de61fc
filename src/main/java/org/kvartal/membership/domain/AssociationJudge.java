package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.domain.ImportVocabulary.Words;
import org.kvartal.membership.domain.ImportedAssociation.Named;
import org.kvartal.membership.domain.MemberMatches.Acting;
import org.kvartal.membership.domain.MemberMatches.Here;
import org.springframework.stereotype.Component;

/**
 * Tells for each row of the table of associations whether it is new, or whom it is about: the member that an earlier import made of it; else one with
 * the same number in a register; else one with exactly the same name in the same city, or where one of the two cities is not known.
 */
@Component
class AssociationJudge {

    private final MemberMatches matches;
    private final MemberReads reads;
    private final Correspondence correspondence;

    AssociationJudge(MemberMatches matches, MemberReads reads, Correspondence correspondence) {
        this.matches = matches;
        this.reads = reads;
        this.correspondence = correspondence;
    }

    /** In the order of the rows, with a number of statements that does not depend on how many they are. */
    List<RowVerdict> judge(Words words, List<ImportRow> rows, List<ImportedAssociation> read) {
        Judging judging = new Judging(words, rows, read);
        List<RowVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            verdicts.add(judging.verdict(rows.get(i), read.get(i)));
        }
        return verdicts;
    }

    /** Whom the rows may be about, read once for all of them. */
    private final class Judging {

        private final Words words;
        private final Map<Registration, MemberId> registered;
        private final Map<String, Set<UUID>> named;
        private final Map<UUID, Here> here;
        private final Map<UUID, List<Acting>> acting;
        private final Map<String, PersonId> people;
        private final Map<Object, ImportedAssociation> firsts = new HashMap<>();

        Judging(Words words, List<ImportRow> rows, List<ImportedAssociation> read) {
            this.words = words;
            registered = reads.registered(read.stream()
                    .map(ImportedAssociation::registration)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
            named = matches.named(
                    read.stream().flatMap(one -> names(one).stream()).toList(), true);
            Set<UUID> ids = new HashSet<>();
            rows.stream().map(ImportRow::known).filter(Objects::nonNull).forEach(ids::add);
            registered.values().forEach(member -> ids.add(member.value()));
            named.values().forEach(ids::addAll);
            here = matches.members(ids);
            acting = matches.acting(ids);
            people = correspondence.peopleAt(read.stream()
                    .map(ImportedAssociation::representative)
                    .filter(Objects::nonNull)
                    .map(named -> named.email().value())
                    .toList());
        }

        RowVerdict verdict(ImportRow row, ImportedAssociation read) {
            if (!read.problems().isEmpty()) {
                return new RowVerdict.Invalid(read.problems());
            }
            Here member = member(row, read);
            if (member != null && !member.current()) {
                return RowVerdict.invalid(RowProblem.because("membership.import.problem.left"));
            }
            if (member != null) {
                return compared(read, member);
            }
            Integer earlier = earlier(read);
            if (earlier != null) {
                return RowVerdict.invalid(RowProblem.because("membership.import.problem.same-as", earlier));
            }
            return RowVerdict.fresh();
        }

        /** The line of a row of this stretch that is about the same; two with numbers of their own in registers are not. */
        private @Nullable Integer earlier(ImportedAssociation read) {
            ImportedAssociation twin = null;
            for (Object mark : marks(read)) {
                ImportedAssociation first = firsts.putIfAbsent(mark, read);
                if (twin == null && first != null && !first.equals(read) && !registeredApart(first, read)) {
                    twin = first;
                }
            }
            return twin == null ? null : twin.line();
        }

        private static boolean registeredApart(ImportedAssociation one, ImportedAssociation other) {
            return one.registration() != null
                    && other.registration() != null
                    && !one.registration().equals(other.registration());
        }

        private @Nullable Here member(ImportRow row, ImportedAssociation read) {
            Here known = row.known() == null ? null : here.get(row.known());
            if (known != null) {
                return known;
            }
            MemberId holder = read.registration() == null ? null : registered.get(read.registration());
            if (holder != null) {
                return here.get(holder.value());
            }
            return names(read).stream()
                    .flatMap(name -> named.getOrDefault(name, Set.of()).stream())
                    .map(here::get)
                    .filter(Objects::nonNull)
                    .filter(member -> mayBe(read, member))
                    .findFirst()
                    .orElse(null);
        }

        private RowVerdict compared(ImportedAssociation read, Here member) {
            Differences differences = new Differences(words);
            read.requiredName()
                    .texts()
                    .forEach((language, name) -> differences.text(
                            ImportedAssociation.nameIn(language),
                            name,
                            member.name().texts().get(language)));
            differences.compare(ImportedAssociation.KIND, read.kind() == member.kind(), words.word(member.kind()));
            differences.city(ImportedAssociation.CITY, read.place(), read.city(), member.place(), member.city());
            differences.sectors(ImportedAssociation.SECTORS, read.sectors(), member.sectors());
            differences.text(ImportedAssociation.WEBSITE, read.website(), member.website());
            if (!read.description().isEmpty()) {
                String about =
                        member.about() == null ? null : member.about().texts().get(read.language());
                differences.text(ImportedAssociation.DESCRIPTION, read.description(), about);
            }
            if (read.registration() != null) {
                Registration standing = member.registration();
                differences.compare(
                        ImportedAssociation.NUMBER,
                        read.registration().equals(standing),
                        standing == null ? "" : standing.scheme() + " " + standing.number());
            }
            compareRepresentative(read.representative(), member, differences);
            return differences.verdict(member.id());
        }

        private void compareRepresentative(@Nullable Named row, Here member, Differences differences) {
            if (row == null) {
                return;
            }
            List<Acting> primaries = acting.getOrDefault(member.id(), List.of()).stream()
                    .filter(one -> one.kind() == RepresentationKind.PRIMARY)
                    .toList();
            PersonId person = people.get(row.email().value());
            differences.compare(
                    ImportedAssociation.EMAIL,
                    primaries.stream().anyMatch(one -> one.is(person, row.email())),
                    String.join(", ", primaries.stream().map(Acting::name).toList()));
        }
    }

    private static boolean mayBe(ImportedAssociation read, Here member) {
        boolean registeredApart = read.registration() != null
                && member.registration() != null
                && !read.registration().equals(member.registration());
        String here = member.place() != null ? member.place() : Folding.folded(member.city());
        String row = read.place() != null ? read.place() : Folding.folded(read.city());
        return !registeredApart && (here.isEmpty() || row.isEmpty() || here.equals(row));
    }

    private static Collection<String> names(ImportedAssociation read) {
        return read.name() == null
                ? List.of()
                : read.name().texts().values().stream()
                        .map(Folding::folded)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }

    /** By what two rows of one stretch are the same. */
    private static List<Object> marks(ImportedAssociation read) {
        String city = read.place() != null ? read.place() : Folding.folded(read.city());
        List<Object> marks = new ArrayList<>();
        if (read.registration() != null) {
            marks.add(read.registration());
        }
        names(read).forEach(name -> marks.add(name + "\n" + city));
        return marks;
    }
}
