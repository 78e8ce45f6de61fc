package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportColumn;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.domain.ImportVocabulary.Words;
import org.kvartal.membership.domain.ImportedAssociation.Named;
import org.kvartal.membership.domain.MemberMatches.Acting;
import org.kvartal.membership.domain.MemberMatches.Here;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Associations, authorities and agencies from a table. A row is about a member that an earlier import made of it; else about one with the same
 * number in a register; else about one with exactly the same name in the same city, or where one of the two cities is not known.
 */
@Component
@Order(1)
class AssociationsImport implements ImportKind {

    static final String NAME = "associations";

    private final ImportVocabulary vocabulary;
    private final MemberMatches matches;
    private final MemberReads reads;
    private final Correspondence correspondence;
    private final MassAdmission admission;
    private final Invitees invitees;
    private final Permissions permissions;

    AssociationsImport(
            ImportVocabulary vocabulary,
            MemberMatches matches,
            MemberReads reads,
            Correspondence correspondence,
            MassAdmission admission,
            Invitees invitees,
            Permissions permissions) {
        this.vocabulary = vocabulary;
        this.matches = matches;
        this.reads = reads;
        this.correspondence = correspondence;
        this.admission = admission;
        this.invitees = invitees;
        this.permissions = permissions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "membership.import.associations";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required(ImportedAssociation.ID, "number", "code", "№", "номер", "код"),
                ImportColumn.optional("name-en", "name", "name english", "английское название", "име на английски"),
                ImportColumn.optional("name-ru", "название", "name russian", "русское название"),
                ImportColumn.optional("name-bg", "наименование", "име", "name bulgarian"),
                ImportColumn.optional(ImportedAssociation.KIND, "type"),
                ImportColumn.optional(ImportedAssociation.CITY, "place", "town"),
                ImportColumn.optional(ImportedAssociation.SECTORS, "sector", "сектор", "отрасль"),
                ImportColumn.optional(ImportedAssociation.WEBSITE, "site", "web", "url", "сайт"),
                ImportColumn.optional(ImportedAssociation.DESCRIPTION, "about"),
                ImportColumn.optional(ImportedAssociation.REGISTER, "registration country", "country"),
                ImportColumn.optional(ImportedAssociation.NUMBER, "eik", "еик", "огрн", "инн"),
                ImportColumn.optional(
                        ImportedAssociation.REPRESENTATIVE,
                        "contact",
                        "contact person",
                        "представитель",
                        "контактное лицо",
                        "председатель",
                        "представител",
                        "лице за контакт",
                        "председател"),
                ImportColumn.optional(ImportedAssociation.EMAIL, "mail", "e-mail"),
                ImportColumn.optional(ImportedAssociation.LANGUAGE));
    }

    @Override
    public boolean mayImport(Asker asker) {
        return permissions.has(asker, MembershipRights.ADMIT, Scope.PLATFORM);
    }

    @Override
    public Optional<String> identity(ImportRow row) {
        return Optional.of(row.cell(ImportedAssociation.ID)).filter(id -> !id.isEmpty());
    }

    @Override
    public List<RowVerdict> judge(ImportRun run, List<ImportRow> rows) {
        Words words = vocabulary.now(run.by());
        List<ImportedAssociation> read =
                rows.stream().map(row -> ImportedAssociation.read(row, words)).toList();
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

    @Override
    public List<Made> bringIn(ImportRun run, List<ImportRow> rows) {
        Words words = vocabulary.now(run.by());
        List<NewMember> members = new ArrayList<>();
        List<NewMandate> mandates = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        for (ImportRow row : rows) {
            ImportedAssociation read = ImportedAssociation.read(row, words);
            MemberId id = MemberId.next();
            members.add(read.member(id));
            Named representative = read.representative();
            if (representative != null) {
                mandates.add(ImportedAssociation.mandate(id, representative, read.language()));
            }
            made.add(new Made(id.value(), null));
        }
        admission.admit(run.by(), members, words);
        admission.prepare(run.by(), mandates);
        invitees.add(run.id(), mandates);
        return made;
    }

    @Override
    public Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things) {
        return admission.takeBack(
                run.by(), things.stream().map(Brought::subject).toList(), Map.of());
    }

    @Override
    public Map<UUID, String> paths(Asker asker, Collection<UUID> subjects) {
        return admission.paths(subjects);
    }

    @Override
    public Optional<NextStep> next(Asker asker, ImportId id) {
        return invitees.next(asker, id);
    }
}
