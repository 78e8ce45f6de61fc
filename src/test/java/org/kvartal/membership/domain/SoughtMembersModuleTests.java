package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Visible;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Hit;
import org.kvartal.search.Search.Question;
import org.kvartal.search.Search.Suggestion;
import org.kvartal.testing.SettledSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** Members are found by whoever may see their names, and by what those may read. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"search"})
@TestInstance(Lifecycle.PER_METHOD)
class SoughtMembersModuleTests extends MembershipHouse {

    @Autowired
    Search search;

    @Autowired
    Bodies bodies;

    @Autowired
    TransactionTemplate transaction;

    final String own = "q" + Long.toString(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE, 36);

    @Test
    void namesAreFoundInEverySpellingWhileTheyAreTyped() {
        MemberId weavers = organisation("Съюз на тъкачите " + own);
        settle();
        for (String typed : List.of("тъкач", "takachite " + own, "Съюз", "SAYUZ", "sayuz na")) {
            assertThat(search.suggest(
                            Asker.guest(), own.substring(0, 9) + " " + typed.replace(own, ""), Language.BG, 8))
                    .as(typed)
                    .extracting(Suggestion::id)
                    .contains(weavers.value());
        }
        assertThat(find(Asker.guest(), own + " тъкач")).contains(weavers.value());
    }

    /** People with all levels: each asker finds exactly those whose cards they get. */
    @Test
    void whoeverHidesTheirNameIsFoundByNobodyElse() {
        Random random = new Random(99);
        Asker outsider = person();
        Asker member = person(Role.MEMBER);
        Set<MemberId> all = new HashSet<>();
        Set<Asker> askers = new HashSet<>(Set.of(Asker.guest(), outsider, member, officer));
        for (int number = 0; number < 12; number++) {
            Asker person = person();
            MemberId id = admissions.admit(
                    HOUSE,
                    NewMember.of(
                            MemberId.next(),
                            MemberKind.PERSON,
                            LocalizedText.of(Language.EN, "Ada " + own + " " + number),
                            person.requirePerson()));
            Visible[] levels = Visible.values();
            members.show(
                    HOUSE,
                    id,
                    new Shown(
                            levels[number % 3],
                            Visible.PUBLIC,
                            Visible.PUBLIC,
                            levels[random.nextInt(3)],
                            Visible.NOBODY));
            all.add(id);
            if (number < 4) {
                askers.add(person);
            }
        }
        settle();
        for (Asker asker : askers) {
            Set<UUID> expected = members.cards(asker, all).keySet().stream()
                    .map(MemberId::value)
                    .collect(Collectors.toSet());
            assertThat(find(asker, own)).as("%s", asker).isEqualTo(expected);
            Set<UUID> suggested = search.suggest(asker, "ada " + own, Language.EN, 50).stream()
                    .map(Suggestion::id)
                    .collect(Collectors.toSet());
            assertThat(suggested).as("%s", asker).isEqualTo(expected);
        }
    }

    @Test
    void whatSomebodySaysToFewerThanTheirNameFindsThemNowhere() {
        Asker member = person(Role.MEMBER);
        MemberId id = admissions.admit(
                HOUSE,
                new NewMember(
                        MemberId.next(),
                        MemberKind.PERSON,
                        LocalizedText.of(Language.EN, "Bo " + own),
                        person().requirePerson(),
                        "",
                        null,
                        null,
                        "",
                        List.of(),
                        "",
                        LocalizedText.of(Language.EN, "Secretly collects thimbles" + own),
                        null,
                        null,
                        null,
                        true));
        members.show(
                HOUSE, id, new Shown(Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.MEMBERS, Visible.NOBODY));
        settle();
        assertThat(find(Asker.guest(), own)).containsExactly(id.value());
        assertThat(find(Asker.guest(), "thimbles" + own)).isEmpty();
        assertThat(find(member, "thimbles" + own))
                .as("not even by those who may read it")
                .isEmpty();

        members.show(
                HOUSE, id, new Shown(Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.NOBODY));
        settle();
        assertThat(find(Asker.guest(), "thimbles" + own)).containsExactly(id.value());
        members.show(
                HOUSE, id, new Shown(Visible.NOBODY, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.NOBODY));
        assertThat(find(Asker.guest(), own)).as("hidden at once").isEmpty();
        assertThat(find(member, own)).isEmpty();
        assertThat(find(officer, own)).containsExactly(id.value());
    }

    @Test
    void whoeverHasLeftIsFoundNoMore() {
        MemberId gone = organisation("Guild of " + own);
        settle();
        assertThat(find(Asker.guest(), own)).containsExactly(gone.value());
        admissions.terminate(HOUSE, gone, "It was dissolved.");
        assertThat(find(Asker.guest(), own)).as("at once").isEmpty();
        settle();
        assertThat(find(officer, own)).isEmpty();
    }

    @Test
    void bodiesAreFoundByEverybody() {
        bodies.open(
                officer,
                new Bodies.NewBody(
                        BodyId.next(),
                        "body-" + own,
                        BodyType.INITIATIVE_GROUP,
                        LocalizedText.of(Language.RU, "Группа " + own),
                        LocalizedText.of(Language.RU, "Для реставраторов"),
                        null,
                        3));
        settle();
        assertThat(search.find(Asker.guest(), Question.of(own + " реставратор"), Language.EN, null, 5)
                        .hits())
                .extracting(Hit::path)
                .containsExactly(MembershipPages.body("body-" + own));
    }

    private MemberId organisation(String name) {
        return admissions.admit(
                HOUSE,
                NewMember.of(MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(Language.BG, name), null));
    }

    private Set<UUID> find(Asker asker, String words) {
        Found found = search.find(asker, Question.of(words), Language.EN, null, 50);
        return found.resembling()
                ? Set.of()
                : found.hits().stream().map(Hit::id).collect(Collectors.toSet());
    }

    private void settle() {
        SettledSearch.await(jdbc, transaction);
    }
}
