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
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
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
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.domain.ImportVocabulary.Words;
import org.kvartal.membership.domain.MemberMatches.Acting;
import org.kvartal.membership.domain.MemberMatches.Here;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * People from a table: members themselves, or representatives of associations. A row about a member is about the one that an earlier import made of
 * it, or the one with the same mail address; where the row has no address, about the one with exactly the same name and city.
 */
@Component
@Order(2)
class PeopleImport implements ImportKind {

    static final String NAME = "people";

    /** The mark of a member whose person came in with them, and goes with them. */
    private static final String NEW_PERSON = "new-person";

    private static final Asker HOUSE = Asker.house("membership");

    private final ImportVocabulary vocabulary;
    private final MemberMatches matches;
    private final MemberReads reads;
    private final ImportedFor associations;
    private final Correspondence correspondence;
    private final Arrivals arrivals;
    private final MassAdmission admission;
    private final Invitees invitees;
    private final Permissions permissions;
    private final House house;

    PeopleImport(
            ImportVocabulary vocabulary,
            MemberMatches matches,
            MemberReads reads,
            ImportedFor associations,
            Correspondence correspondence,
            Arrivals arrivals,
            MassAdmission admission,
            Invitees invitees,
            Permissions permissions,
            House house) {
        this.vocabulary = vocabulary;
        this.matches = matches;
        this.reads = reads;
        this.associations = associations;
        this.correspondence = correspondence;
        this.arrivals = arrivals;
        this.admission = admission;
        this.invitees = invitees;
        this.permissions = permissions;
        this.house = house;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "membership.import.people";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required(ImportedPerson.ID, "number", "code", "№", "номер", "код"),
                ImportColumn.required(ImportedPerson.NAME, "full name", "фио", "имя и фамилия", "име и фамилия"),
                ImportColumn.optional(ImportedPerson.EMAIL, "mail", "e-mail"),
                ImportColumn.optional(ImportedPerson.LANGUAGE),
                ImportColumn.optional(ImportedPerson.CITY, "place", "town"),
                ImportColumn.optional(ImportedPerson.SECTORS, "sector", "сектор", "отрасль"),
                ImportColumn.optional(ImportedPerson.ASSOCIATION, "organisation", "организация"),
                ImportColumn.optional(ImportedPerson.ROLE, "mandate"));
    }

    @Override
    public boolean mayImport(Asker asker) {
        return permissions.has(asker, MembershipRights.ADMIT, Scope.PLATFORM);
    }

    @Override
    public Optional<String> identity(ImportRow row) {
        return Optional.of(row.cell(ImportedPerson.ID)).filter(id -> !id.isEmpty());
    }

    @Override
    public List<RowVerdict> judge(ImportRun run, List<ImportRow> rows) {
        Words words = vocabulary.now(run.by());
        List<ImportedPerson> read =
                rows.stream().map(row -> ImportedPerson.read(row, words)).toList();
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
            people = correspondence.peopleAt(addresses(read));
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
            MailAddress email = read.email();
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
            MailAddress email = read.email();
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
            MailAddress email = Objects.requireNonNull(read.email());
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

    @Override
    public List<Made> bringIn(ImportRun run, List<ImportRow> rows) {
        Words words = vocabulary.now(run.by());
        List<ImportedPerson> read =
                rows.stream().map(row -> ImportedPerson.read(row, words)).toList();
        Map<String, PersonId> people = correspondence.peopleAt(addresses(read));
        Map<String, UUID> organisations = associations.of(read.stream()
                .filter(ImportedPerson::represents)
                .map(ImportedPerson::association)
                .toList());
        List<Newcomer> newcomers = new ArrayList<>();
        List<NewMember> members = new ArrayList<>();
        List<NewMandate> mandates = new ArrayList<>();
        List<Invitees.Named> invited = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        for (ImportedPerson one : read) {
            MailAddress email = one.email();
            Language language = one.inLanguage(words.reader());
            if (one.represents()) {
                NewMandate mandate = new NewMandate(
                        MandateId.next(),
                        new MemberId(Objects.requireNonNull(organisations.get(one.association()))),
                        one.name(),
                        Objects.requireNonNull(email).value(),
                        language,
                        one.role(),
                        null,
                        null);
                mandates.add(mandate);
                made.add(new Made(mandate.id().value(), null));
                continue;
            }
            PersonId standing = email == null ? null : people.get(email.value());
            PersonId person = standing == null ? PersonId.next() : standing;
            if (standing == null) {
                newcomers.add(new Newcomer(
                        person,
                        one.name(),
                        language,
                        words.placeOf(one.place()).map(place -> place.zone()).orElse(house.zone()),
                        email == null ? null : new SignIn(email.value(), null)));
            }
            NewMember member = member(one, person, language);
            members.add(member);
            if (email != null) {
                invited.add(new Invitees.Named(member.id().value(), one.name(), email, language));
            }
            made.add(new Made(member.id().value(), standing == null ? NEW_PERSON : null));
        }
        arrivals.bringAll(HOUSE, newcomers);
        admission.admit(run.by(), members, words);
        admission.prepare(run.by(), mandates);
        invitees.add(run.id(), mandates);
        invitees.addMembers(run.id(), invited);
        return made;
    }

    private static NewMember member(ImportedPerson read, PersonId person, Language language) {
        return new NewMember(
                MemberId.next(),
                MemberKind.PERSON,
                LocalizedText.of(language, read.name()),
                person,
                "",
                null,
                read.place(),
                read.city(),
                read.sectors(),
                "",
                null,
                null,
                null,
                null,
                false);
    }

    private static List<String> addresses(List<ImportedPerson> read) {
        return read.stream()
                .map(ImportedPerson::email)
                .filter(Objects::nonNull)
                .map(MailAddress::value)
                .toList();
    }

    @Override
    public Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things) {
        Map<UUID, Boolean> personToo = new HashMap<>();
        things.forEach(thing -> personToo.put(thing.subject(), NEW_PERSON.equals(thing.mark())));
        return admission.takeBack(
                run.by(), things.stream().map(Brought::subject).toList(), personToo);
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
