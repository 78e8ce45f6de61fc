package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.domain.ImportVocabulary.Words;
import org.kvartal.membership.domain.MemberMatches.Acting;
import org.kvartal.membership.domain.MemberMatches.Here;
import org.springframework.stereotype.Component;

/**
 * Tells for each row of the table of people whether it is new, or whom it is about: the member or mandate that an earlier import made of it, or the
 * one with the same mail address; where the row has no address, the member with exactly the same name and city.
 */
@Component
class PersonJudge {

    private final MemberMatches matches;
    private final MemberReads reads;
    private final ImportedFor associations;
    private final Correspondence correspondence;

    PersonJudge(MemberMatches matches, MemberReads reads, ImportedFor associations, Correspondence correspondence) {
        this.matches = matches;
        this.reads = reads;
        this.associations = associations;
        this.correspondence = correspondence;
    }

    /** In the order of the rows, with a number of statements that does not depend on how many they are. */
    List<RowVerdict> judge(Words words, List<ImportRow> rows, List<ImportedPerson> read) {
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
        private final Map<String, PersonId> people;
        private final Map<PersonId, MemberCard> own;
        private final Map<String, UUID> organisations;
        private final Map<String, Set<UUID>> named;
        private final Map<UUID, Here> here;
        private final Map<UUID, Acting> mandates;
        private final Map<UUID, List<Acting>> acting;
        private final Map<Object, Integer> lines = new HashMap<>();

        Judging(Words words, List<ImportRow> rows, List<ImportedPerson> read) {
            this.words = words;
            people = correspondence.peopleAt(PeopleImport.addresses(read));
            own = reads.ofPeople(new HashSet<>(people.values()));
            organisations = associations.of(read.stream()
                    .filter(ImportedPerson::represents)
                    .map(ImportedPerson::association)
                    .toList());
            named = matches.named(
                    read.stream()
                            .filter(one -> !one.represents() && one.email() == null)
                            .map(one -> Folding.folded(one.name()))
                            .toList(),
                    false);
            List<UUID> known =
                    rows.stream().map(ImportRow::known).filter(Objects::nonNull).toList();
            mandates = matches.mandates(known);
            Set<UUID> ids = new HashSet<>(known);
            own.values().forEach(card -> ids.add(card.id().value()));
            named.values().forEach(ids::addAll);
            ids.addAll(organisations.values());
            here = matches.members(ids);
            acting = matches.acting(organisations.values());
        }

        RowVerdict verdict(ImportRow row, ImportedPerson read) {
            if (!read.problems().isEmpty()) {
                return new RowVerdict.Invalid(read.problems());
            }
            return read.represents() ? representative(row, read) : member(row, read);
        }

        private RowVerdict member(ImportRow row, ImportedPerson read) {
            if (row.known() != null && mandates.containsKey(row.known())) {
                return RowVerdict.invalid(
                        RowProblem.at(ImportedPerson.ASSOCIATION, "membership.import.problem.was-representative"));
            }
            Here member = standing(row, read);
            if (member != null && !member.current()) {
                return RowVerdict.invalid(RowProblem.because("membership.import.problem.left"));
            }
            if (member != null) {
                return compared(read, member);
            }
            Object mark = read.email() != null
                    ? read.email().folded()
                    : Folding.folded(read.name()) + "\n" + read.place() + "\n" + Folding.folded(read.city());
            return first(mark, read);
        }

        private @Nullable Here standing(ImportRow row, ImportedPerson read) {
            Here known = row.known() == null ? null : here.get(row.known());
            if (known != null) {
                return known;
            }
            EmailAddress email = read.email();
            if (email != null) {
                MemberCard card = own.get(people.get(email.value()));
                return card == null ? null : here.get(card.id().value());
            }
            return named.getOrDefault(Folding.folded(read.name()), Set.of()).stream()
                    .map(here::get)
                    .filter(Objects::nonNull)
                    .filter(member -> Objects.equals(member.place(), read.place())
                            && Folding.folded(member.city()).equals(Folding.folded(read.city())))
                    .findFirst()
                    .orElse(null);
        }

        private RowVerdict compared(ImportedPerson read, Here member) {
            Differences differences = new Differences(words);
            differences.compare(
                    ImportedPerson.NAME,
                    member.name().texts().containsValue(read.name()),
                    member.name().in(member.name().source()));
            EmailAddress email = read.email();
            if (email != null) {
                // The address itself is nobody's business: the house does not say it.
                differences.compare(
                        ImportedPerson.EMAIL,
                        Objects.equals(people.get(email.value()), member.person()),
                        words.text("membership.import.other-address"));
            }
            differences.city(ImportedPerson.CITY, read.place(), read.city(), member.place(), member.city());
            differences.sectors(ImportedPerson.SECTORS, read.sectors(), member.sectors());
            return differences.verdict(member.id());
        }

        private RowVerdict representative(ImportRow row, ImportedPerson read) {
            UUID association = organisations.get(read.association());
            Here organisation = association == null ? null : here.get(association);
            if (organisation == null || !organisation.current()) {
                return RowVerdict.invalid(
                        RowProblem.at(ImportedPerson.ASSOCIATION, "membership.import.problem.association"));
            }
            Acting known = row.known() == null ? null : mandates.get(row.known());
            if (known == null && row.known() != null && here.containsKey(row.known())) {
                return RowVerdict.invalid(
                        RowProblem.at(ImportedPerson.ASSOCIATION, "membership.import.problem.was-member"));
            }
            if (known != null && known.over()) {
                return RowVerdict.invalid(RowProblem.because("membership.import.problem.mandate-over"));
            }
            EmailAddress email = Objects.requireNonNull(read.email());
            PersonId person = people.get(email.value());
            Acting standing = known != null
                    ? known
                    : acting.getOrDefault(organisation.id(), List.of()).stream()
                            .filter(one -> one.is(person, email))
                            .findFirst()
                            .orElse(null);
            if (standing == null) {
                return first(organisation.id() + "\n" + email.folded(), read);
            }
            Differences differences = new Differences(words);
            differences.compare(ImportedPerson.ROLE, standing.kind() == read.role(), words.word(standing.kind()));
            differences.compare(
                    ImportedPerson.EMAIL, standing.is(person, email), words.text("membership.import.other-address"));
            differences.compare(
                    ImportedPerson.ASSOCIATION, standing.association().equals(organisation.id()), "");
            if (standing.person() == null) {
                differences.compare(ImportedPerson.NAME, standing.name().equals(read.name()), standing.name());
            }
            return differences.verdict(standing.id());
        }

        private RowVerdict first(Object mark, ImportedPerson read) {
            Integer earlier = lines.putIfAbsent(mark, read.line());
            return earlier == null
                    ? RowVerdict.fresh()
                    : RowVerdict.invalid(RowProblem.because("membership.import.problem.same-as", earlier));
        }
    }
}
