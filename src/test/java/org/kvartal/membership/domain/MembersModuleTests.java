package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Role;
import org.kvartal.imports.RowProblem;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Members.MemberList;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Visible;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who belongs is found, shown as far as they wish, and changed by those concerned. */
class MembersModuleTests extends MembershipHouse {

    @Autowired
    MemberReads reads;

    @Autowired
    MassUndoing undoing;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({
        "Варвара Шрифтова, shrift",
        "Варвара Шрифтова, ШРИФТ",
        "Щерю Христов, shteryu hristov",
        "Щерю Христов, khristov",
        "Ефим Вёрсткин, версткин",
        "Мария Йовчева, йовчева",
        "Мария Йовчева, Maria",
        "Ελένη Παπαδοπούλου, papadopoulou",
        "Škola dizajna, skola",
        "Galeria Nova, ГАЛЕРИЯ НОВА",
        "Ателие „Слама и Ко“, слама ко",
        "İstanbul Tasarım, istanbul tasarim",
    })
    void aNameIsFoundInAnyScriptAndByAnyPart(String name, String typed) {
        String mark = mark();
        MemberId id = admit(MemberKind.ASSOCIATION, name + " " + mark, null);

        assertThat(found(officer, typed + " " + mark)).contains(id);
        assertThat(found(officer, mark + " nothingofthesort")).doesNotContain(id);
    }

    @Test
    void aMisspelledNameFindsWhatResemblesIt() {
        MemberId id = admit(MemberKind.ASSOCIATION, "Konfederacija Zvonara Okvirica", null);

        MemberList list = search(officer, MemberSearch.named("Zvonarra Okvirrica"));

        assertThat(list.members()).extracting(MemberCard::id).contains(id);
        assertThat(list.resembling()).isTrue();
        assertThat(list.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'; DROP TABLE member; --", "\\", "((((", "\u0000", "<script>", "🎭", "   "})
    void whateverIsTypedOnlySearches(String typed) {
        assertThat(search(officer, MemberSearch.named(typed))).isNotNull();
        assertThat(members.search(officer, MemberSearch.ALL, Language.EN, typed, 5)
                        .members())
                .as("a forged key shows nothing")
                .isEmpty();
    }

    @Test
    void filtersNarrowAndASectorHoldsItsChildren() {
        String mark = mark();
        MemberId furniture = admissions.admit(HOUSE, organisation(mark, "plovdiv", "furniture-design"));
        MemberId craft = admissions.admit(HOUSE, organisation(mark, "sofia", "craft"));
        MemberId authority = admit(MemberKind.AUTHORITY, "Town hall " + mark, null);

        assertThat(found(officer, new MemberSearch(mark, "design", null, Set.of())))
                .containsExactly(furniture);
        assertThat(found(officer, new MemberSearch(mark, null, "sofia", Set.of())))
                .containsExactly(craft);
        assertThat(found(officer, new MemberSearch(mark, null, null, Set.of(MemberKind.AUTHORITY))))
                .containsExactly(authority);
        assertThat(found(officer, new MemberSearch(mark, "craft", "plovdiv", Set.of())))
                .isEmpty();
        assertThat(found(officer, new MemberSearch(mark, "no-such", null, Set.of())))
                .isEmpty();
    }

    @Test
    void onlyWhatIsOfTheKindsIsCountedInAPageOrResembled() {
        String mark = mark();
        Shown toAll = new Shown(Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC);
        for (int i = 0; i < 4; i++) {
            PersonId person = somebody();
            members.show(HOUSE, admissions.admit(HOUSE, person(mark, person)), toAll);
        }
        MemberId association = admit(MemberKind.ASSOCIATION, "Weavers " + mark, null);
        MemberId agency = admit(MemberKind.AGENCY, "Works " + mark, null);
        var organisations = new MemberSearch(mark, null, null, MemberKind.ORGANISATIONS);

        MemberList found = members.search(Asker.guest(), organisations, Language.EN, null, 2);

        assertThat(found.members()).extracting(MemberCard::id).containsExactly(association, agency);
        assertThat(found.next()).isNull();
        assertThat(found(Asker.guest(), new MemberSearch(mark, null, null, Set.of(MemberKind.PERSON))))
                .hasSize(4);
        assertThat(found(Asker.guest(), MemberSearch.named(mark))).hasSize(6);
    }

    @Test
    void aListIsInTheReadersAlphabetAndGoesOnWhereAPageEnded() {
        String mark = mark();
        for (String name : List.of("Яна", "Елена", "Ёлка", "Жанна", "Анна", "Шура")) {
            admissions.admit(
                    HOUSE,
                    NewMember.of(
                            MemberId.next(),
                            MemberKind.ASSOCIATION,
                            LocalizedText.of(Language.RU, name + " " + mark),
                            null));
        }

        List<String> names = new ArrayList<>();
        String key = null;
        do {
            MemberList page = members.search(officer, MemberSearch.named(mark), Language.RU, key, 2);
            page.members().forEach(card -> names.add(card.name().in(Language.RU).replace(" " + mark, "")));
            key = page.next();
        } while (key != null);

        assertThat(names).containsExactly("Анна", "Елена", "Ёлка", "Жанна", "Шура", "Яна");
    }

    @Test
    void nobodyIsFoundOrReadByWhatTheyHide() {
        String mark = mark();
        PersonId person = somebody();
        MemberId id = admissions.admit(HOUSE, person(mark, person));
        Asker member = person(Role.MEMBER);
        var inSofia = new MemberSearch(mark, null, "sofia", Set.of());
        var inDesign = new MemberSearch(mark, "design", null, Set.of());

        assertThat(found(member, inSofia)).containsExactly(id);
        assertThat(found(Asker.guest(), mark)).isEmpty();
        assertThat(members.profile(Asker.guest(), number(id))).isEmpty();
        assertThat(members.find(Asker.guest(), id)).as("hides the name, too").isEmpty();
        assertThat(members.find(member, id).orElseThrow().city()).isEqualTo("sofia");

        members.show(
                Asker.of(person),
                id,
                new Shown(Visible.PUBLIC, Visible.NOBODY, Visible.PUBLIC, Visible.MEMBERS, Visible.NOBODY));

        assertThat(found(member, inSofia)).isEmpty();
        assertThat(found(member, inDesign)).containsExactly(id);
        assertThat(found(officer, inSofia)).containsExactly(id);
        assertThat(found(Asker.of(person), inSofia)).containsExactly(id);
        assertThat(found(Asker.guest(), inDesign)).containsExactly(id);
        assertThat(profile(member, id).card().city()).isNull();
        assertThat(profile(member, id).about()).isNotNull();
        assertThat(profile(member, id).shown()).isNull();
        assertThat(profile(Asker.guest(), id).about()).isNull();
        assertThat(profile(Asker.of(person), id).card().city()).isEqualTo("sofia");
        assertThat(requireNonNull(profile(Asker.of(person), id).shown()).city()).isEqualTo(Visible.NOBODY);
        MemberCard open = members.find(Asker.guest(), id).orElseThrow();
        assertThat(open.sectors()).containsExactly("design");
        assertThat(open.city()).isNull();
    }

    @Test
    void whoHidesTheirNameIsSeenByTheOfficeAndThemselves() {
        PersonId person = somebody();
        MemberId id = admissions.admit(HOUSE, person(mark(), person));
        members.show(
                Asker.of(person),
                id,
                new Shown(Visible.NOBODY, Visible.NOBODY, Visible.NOBODY, Visible.NOBODY, Visible.NOBODY));

        for (Asker other : List.of(person(Role.MEMBER), person(), Asker.guest())) {
            assertThat(members.profile(other, number(id))).isEmpty();
            assertThat(members.find(other, id)).isEmpty();
            assertThat(members.cards(other, List.of(id))).isEmpty();
            assertThat(members.ofPerson(other, person)).isEmpty();
        }
        for (Asker one : List.of(officer, Asker.of(person))) {
            assertThat(members.profile(one, number(id))).isPresent();
            assertThat(members.find(one, id).orElseThrow().person()).isEqualTo(person);
            assertThat(members.cards(one, List.of(id))).containsOnlyKeys(id);
            assertThat(members.ofPerson(one, person)).isPresent();
        }
    }

    @Test
    void theListIsTakenAwayByWhoeverMayReadItAndNobodyElse() {
        String mark = mark();
        MemberId id = admit(MemberKind.ASSOCIATION, "Taken along " + mark, null);
        MemberSearch search = MemberSearch.named(mark);

        List<MemberId> taken = new ArrayList<>();
        members.export(person(Role.MEMBER), search, Language.EN)
                .forEachRemaining(stretch -> stretch.forEach(card -> taken.add(card.id())));

        assertThat(taken).containsExactly(id);
        for (Asker other : List.of(person(), Asker.guest())) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> members.export(other, search, Language.EN));
        }
    }

    @Test
    void thoseConcernedChangeWhatStandsAndNobodyElse() {
        PersonId person = somebody();
        MemberId self = admissions.admit(HOUSE, person(mark(), person));
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        Asker deputy = representative(association, RepresentationKind.DEPUTY);

        members.change(Asker.of(person), changed(profile(Asker.of(person), self), "Renamed"));
        members.change(primary, changed(profile(primary, association), "Renamed Union"));
        members.change(officer, changed(profile(officer, association), "Renamed Again"));

        assertThat(members.find(HOUSE, self).orElseThrow().name().in(Language.EN))
                .isEqualTo("Renamed");
        assertThat(members.find(HOUSE, association).orElseThrow().name().in(Language.EN))
                .isEqualTo("Renamed Again");
        MemberProfile seen = profile(deputy, association);
        assertThat(seen.mayChange()).isFalse();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> members.change(deputy, changed(seen, "Mine")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> members.change(primary, changed(profile(officer, self), "Not mine")));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> members.show(primary, self, Shown.AT_FIRST));
    }

    @Test
    void twoWhoChangeTheSameDoNotOverwriteEachOther() {
        MemberId association = association();
        MemberProfile seen = profile(officer, association);
        members.change(officer, changed(seen, "First"));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> members.change(officer, changed(seen, "Second")));
        assertThat(members.find(HOUSE, association).orElseThrow().name().in(Language.EN))
                .isEqualTo("First");
    }

    @Test
    void whatDoesNotFitIsRefusedAtItsField() {
        MemberId association = association();
        MemberProfile seen = profile(officer, association);

        refused("website", with(seen, "javascript:alert(1)", null, List.of()));
        refused("place", with(seen, "", "atlantis", List.of()));
        refused("sectors", with(seen, "", null, List.of("alchemy")));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        MemberProfile seen = profile(officer, association());
        MemberChange wrong = new MemberChange(
                seen.card().id(),
                seen.version(),
                seen.card().name(),
                "",
                "atlantis",
                "",
                List.of(),
                "javascript:alert(1)",
                null,
                "",
                "BG-EIK",
                "?",
                1999,
                null);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> members.change(officer, wrong))
                .satisfies(refused -> assertThat(refused.all())
                        .extracting(Refused::field)
                        .containsExactlyInAnyOrder("place", "website", "registrationNumber"));
    }

    @Test
    void manyAreReadInOneStatement() {
        List<MemberId> ids = List.of(association(), association(), association());
        Registration registration = Registration.of("RU-OGRN", mark() + "000");
        PersonId person = somebody();
        admit(MemberKind.PERSON, "Somebody", person);

        assertThat(SqlCounter.during(() -> members.cards(HOUSE, ids)).statements())
                .hasSize(1);
        assertThat(SqlCounter.during(() -> members.particulars(ids)).statements())
                .hasSize(1);
        assertThat(SqlCounter.during(() -> members.current(ids)).result()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(SqlCounter.during(() -> reads.registered(Set.of(registration)))
                        .result())
                .isEmpty();
        assertThat(SqlCounter.during(() -> reads.ofPeople(Set.of(person))).statements())
                .hasSize(1);
        assertThat(reads.ofPeople(Set.of(person))).containsOnlyKeys(person);
        assertThat(members.cards(HOUSE, List.of())).isEmpty();
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        MemberId first = association();
        long number = number(first);
        assertThat(takenBack(first)).isEmpty();

        assertThat(number(association())).isGreaterThan(number);
        assertThat(reads.byNumber(number)).isEmpty();
    }

    @Test
    void theSameIdIsAdmittedOnceAndAPersonIsAMemberOnce() {
        PersonId person = somebody();
        NewMember wish =
                NewMember.of(MemberId.next(), MemberKind.PERSON, LocalizedText.of(Language.EN, "Somebody"), person);

        assertThat(admissions.admit(HOUSE, wish)).isEqualTo(admissions.admit(HOUSE, wish));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admit(MemberKind.PERSON, "Somebody again", person))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("person"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> admissions.admit(
                        person(Role.ADMINISTRATOR),
                        NewMember.of(
                                MemberId.next(), MemberKind.AGENCY, LocalizedText.of(Language.EN, "Agency"), null)));
    }

    @Test
    void whatSomebodyHasTouchedIsNotTakenBack() {
        MemberId changed = association();
        members.change(officer, changed(profile(officer, changed), "Touched"));
        MemberId represented = association();
        representative(represented, RepresentationKind.PRIMARY);
        PersonId person = somebody();
        MemberId mistake = admit(MemberKind.PERSON, "Mistake", person);

        assertThat(takenBack(changed, represented, mistake)).containsOnlyKeys(changed.value(), represented.value());
        assertThat(members.find(HOUSE, changed)).isPresent();
        assertThat(members.find(HOUSE, mistake)).isEmpty();
        assertThat(isMember(Asker.of(person))).isFalse();
    }

    /** @return what was left, and why */
    private Map<UUID, RowProblem> takenBack(MemberId... ids) {
        List<UUID> all = Arrays.stream(ids).map(MemberId::value).toList();
        return requireNonNull(transaction.execute(_ -> undoing.takeBack(HOUSE, all, Map.of())));
    }

    private void refused(String field, MemberChange change) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> members.change(officer, change))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private MemberProfile profile(Asker asker, MemberId id) {
        return members.profile(asker, number(id)).orElseThrow();
    }

    private List<MemberId> found(Asker asker, String text) {
        return found(asker, MemberSearch.named(text));
    }

    private List<MemberId> found(Asker asker, MemberSearch search) {
        MemberList list = search(asker, search);
        return list.resembling()
                ? List.of()
                : list.members().stream().map(MemberCard::id).toList();
    }

    private MemberList search(Asker asker, MemberSearch search) {
        return members.search(asker, search, Language.EN, null, 50);
    }

    /** A word that no other test uses. */
    private static String mark() {
        return "q" + Ids.next().toString().substring(24);
    }

    private static MemberChange changed(MemberProfile seen, String name) {
        return new MemberChange(
                seen.card().id(),
                seen.version(),
                LocalizedText.of(Language.EN, name),
                "",
                seen.card().city(),
                "",
                seen.card().sectors(),
                "",
                null,
                "",
                "",
                "",
                null,
                null);
    }

    private static MemberChange with(MemberProfile seen, String website, @Nullable String place, List<String> sectors) {
        return new MemberChange(
                seen.card().id(),
                seen.version(),
                seen.card().name(),
                "",
                place,
                "",
                sectors,
                website,
                null,
                "",
                "",
                "",
                null,
                null);
    }

    private static NewMember organisation(String mark, String place, String sector) {
        return new NewMember(
                MemberId.next(),
                MemberKind.ASSOCIATION,
                new LocalizedText(Language.EN, Map.of(Language.EN, "Union " + mark)),
                null,
                "",
                null,
                place,
                "",
                List.of(sector),
                "",
                null,
                null,
                null,
                null,
                true);
    }

    private static NewMember person(String mark, PersonId person) {
        return new NewMember(
                MemberId.next(),
                MemberKind.PERSON,
                LocalizedText.of(Language.EN, "Ada " + mark),
                person,
                "",
                null,
                "sofia",
                "",
                List.of("design"),
                "",
                LocalizedText.of(Language.EN, "I weave."),
                null,
                null,
                null,
                true);
    }
}
