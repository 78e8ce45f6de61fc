package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Suspensions;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody who belongs looks for others who do. */
class UC042FindMembersTests extends FrontDesk {

    @Autowired
    Suspensions suspensions;

    /** A word that no other test uses, in letters that every script writes. */
    private final String word = letters();

    @Test
    void aNameIsFoundInWhicheverScriptItIsTyped() {
        MemberCard guild = belonging.member(MemberKind.ASSOCIATION, "Шрифтова гилдия " + word, null);
        sitDown("Mira Member", Role.MEMBER);

        go("members?name=shriftova+" + word);

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(title(line)).isEqualTo("Шрифтова гилдия " + word);
            assertThat(line.get("href").asString()).isEqualTo("/app/members/" + guild.number());
            assertThat(line.get("mark").get("square").asBoolean()).isTrue();
            assertThat(facts(line)).containsExactly("Association", "Sofia", "Craft");
        });
    }

    @Test
    void whatIsTypedStandsInTheAddressWithoutAStepBack() {
        belonging.member(MemberKind.ASSOCIATION, "Typed " + word, null);
        go("members");

        type("Name", word);

        assertThat(lines()).extracting(FrontDesk::title).containsExactly("Typed " + word);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("members");
    }

    @Test
    void theAddressNarrowsByKindSectorAndCity() {
        belonging.member(MemberKind.ASSOCIATION, "Weavers " + word, null);
        belonging.member(MemberKind.AUTHORITY, "Town of " + word, null);
        belonging.memberNamed("Person " + word);

        assertThat(found("kind=authority")).containsExactly("Town of " + word);
        assertThat(found("kind=person")).containsExactly("Person " + word);
        assertThat(found("sector=craft&city=sofia&kind=association")).containsExactly("Weavers " + word);
        assertThat(found("city=plovdiv")).isEmpty();
        assertThat(emptyPlace()).isEqualTo("Nobody fits");
        assertThat(found("kind=nonsense&sector=%27+OR+1=1")).hasSize(3);
    }

    @Test
    void chosenFiltersAreALinkToShare() {
        belonging.member(MemberKind.ASSOCIATION, "Shared " + word, null);
        go("members?name=" + word);

        choose("Sector", "Craft");
        pick("City", "Sofia");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("members?city=sofia&name=" + word + "&sector=craft");
        assertThat(find(Anchor.class).withText("Associations").single().getHref())
                .isEqualTo("/app/members?city=sofia&kind=association&name=" + word + "&sector=craft");
    }

    @Test
    void aMisspelledNameShowsWhatResemblesIt() {
        belonging.member(MemberKind.ASSOCIATION, word + "heim", null);

        go("members?name=" + word + "hiem");

        assertThat(lines()).extracting(FrontDesk::title).contains(word + "heim");
        assertThat(page()).contains("Nobody is called “" + word + "hiem”. These names resemble it.");
    }

    @Test
    void aLongListGoesOnWhereItsFirstPartEndedAndCostsTheSame() {
        belonging.member(MemberKind.ASSOCIATION, "Guild " + word + " 10", null);
        int few = statements("members?name=" + word);
        IntStream.range(11, 64)
                .forEach(number -> belonging.member(MemberKind.ASSOCIATION, "Guild " + word + " " + number, null));

        int many = statements("members?name=" + word);
        LongList list = find(LongList.class).single();
        JsonNode opened = handed(list, "open").getLast();
        LongList.Came rest = list.more(opened.get("next").asString());

        assertThat(many).isEqualTo(few);
        assertThat(opened.get("lines")).hasSize(50);
        assertThat(rest.lines())
                .extracting(Line::title)
                .containsExactly(
                        "Guild " + word + " 60",
                        "Guild " + word + " 61",
                        "Guild " + word + " 62",
                        "Guild " + word + " 63");
        assertThat(rest.next()).isNull();
    }

    @Test
    void whoOnlyTalksHereSeesOrganisationsAndThoseWhoShowThemselves() {
        belonging.member(MemberKind.ASSOCIATION, "Open " + word, null);
        belonging.memberNamed("Discreet " + word);
        sitDown("Greta Guest");

        assertThat(found("")).containsExactly("Open " + word);
    }

    @Test
    void whoIsKeptOutIsMarkedForThoseWhoMayKnow() {
        PersonId barred = belonging.person("Barred " + word);
        belonging.member(MemberKind.PERSON, "Barred " + word, barred);
        suspensions.suspend(Asker.house("test"), barred, "insulted others");

        go("members?name=" + word);
        assertThat(lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.get("badge").get("word").asString()).isEqualTo("Suspended"));

        sitDown("Mira Member", Role.MEMBER);
        go("members?name=" + word);
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.get("badge").isNull()).isTrue());
    }

    @Test
    void onesOwnPageAndThoseOneRepresentsAreOneStepAway() {
        PersonId mira = belonging.person("Mira " + word);
        MemberCard own = belonging.member(MemberKind.PERSON, "Mira " + word, mira);
        MemberCard guild = belonging.member(MemberKind.ASSOCIATION, "Guild " + word, null);
        belonging.mandate(guild, mira, RepresentationKind.DEPUTY);
        sit(mira, Role.MEMBER);

        go("members");

        assertThat(find(Anchor.class).withText("Your own page").single().getHref())
                .isEqualTo("/app/members/" + own.number());
        assertThat(page()).contains("You represent Guild " + word);
    }

    private List<String> found(String query) {
        go("members?name=" + word + "&" + query);
        return shown(LongList.class) ? lines().stream().map(FrontDesk::title).toList() : List.of();
    }

    private static List<String> facts(JsonNode line) {
        return line.get("facts")
                .valueStream()
                .map(fact -> fact.get("words").asString())
                .toList();
    }

    private static String letters() {
        return Ids.next()
                .toString()
                .replaceAll("[^0-9a-f]", "")
                .substring(16)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
                .reduce("", String::concat);
    }
}
