package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.EmailAddress;
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
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.domain.ImportVocabulary.Words;
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
    private final PersonJudge judge;
    private final ImportedFor associations;
    private final Correspondence correspondence;
    private final Arrivals arrivals;
    private final MassAdmission admission;
    private final MassUndoing undoing;
    private final Invitees invitees;
    private final Permissions permissions;
    private final House house;

    PeopleImport(
            ImportVocabulary vocabulary,
            PersonJudge judge,
            ImportedFor associations,
            Correspondence correspondence,
            Arrivals arrivals,
            MassAdmission admission,
            MassUndoing undoing,
            Invitees invitees,
            Permissions permissions,
            House house) {
        this.vocabulary = vocabulary;
        this.judge = judge;
        this.associations = associations;
        this.correspondence = correspondence;
        this.arrivals = arrivals;
        this.admission = admission;
        this.undoing = undoing;
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
        return judge.judge(
                words,
                rows,
                rows.stream().map(row -> ImportedPerson.read(row, words)).toList());
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
            EmailAddress email = one.email();
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

    static List<String> addresses(List<ImportedPerson> read) {
        return read.stream()
                .map(ImportedPerson::email)
                .filter(Objects::nonNull)
                .map(EmailAddress::value)
                .toList();
    }

    @Override
    public Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things) {
        Map<UUID, Boolean> personToo = new HashMap<>();
        things.forEach(thing -> personToo.put(thing.subject(), NEW_PERSON.equals(thing.mark())));
        return undoing.takeBack(run.by(), things.stream().map(Brought::subject).toList(), personToo);
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
