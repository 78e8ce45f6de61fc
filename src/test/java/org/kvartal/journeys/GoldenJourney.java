package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.lastOf;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.path;
import static org.kvartal.journeys.Habits.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.GoldenCast.Screens;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody lacks is said, spoken of in a room, asked for in a letter, promised, done and verified; each end of it leads to the other. */
@Journey
class GoldenJourney {

    @Autowired
    Residents residents;

    @Autowired
    Surroundings surroundings;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void whatSomebodyLacksIsAskedForPromisedAndDone(Language language, Visitors visitors) {
        GoldenCast cast = GoldenCast.gather(residents, surroundings, language);
        Screens screens = Screens.set(visitors, language);
        String session = "Evening of halls " + language.code();

        GoldenRoom room = new GoldenRoom(cast, screens, session, surroundings.session(cast.officer(), session));
        room.aMemberSaysWhatIsLacking();
        room.anAssociationStandsBehindIt();
        room.theThreadComesOntoTheAgenda();
        room.theRoomSpeaksOfItAndVotes();
        room.theRoomRecommends();
        String recommendation = room.theMinutesLeadToARecommendation();

        GoldenVoice voice = new GoldenVoice(cast, screens, recommendation, surroundings.today());
        voice.theOfficerWordsItAndAsksEverybody();
        voice.threeAssociationsEndorseIt();
        voice.itIsAdopted();
        String letter = voice.aLetterIsWritten();
        voice.somebodyElseSignsIt(letter);
        voice.theAuthorityAnswersByItsLink();
        String measure = voice.aMeasureIsCommittedAndCarriedOut();
        voice.somebodyElseVerifiesIt(measure);

        whoeverRaisedItIsTold(cast, screens.author(), measure);
        theTrailIsWalkedFromBothEnds(cast, screens.author(), measure);
        everybodyMayReadIt(cast, screens.outside(), lastOf(recommendation), lastOf(measure));
        everybodySeesWhereItEnded(screens);
    }

    private static void whoeverRaisedItIsTold(GoldenCast cast, Visitor author, String measure) {
        author.open("/app/inbox");
        Locator told = author.page()
                .getByRole(AriaRole.LINK)
                .filter(saying(author.words(
                        "advocacy.notice.verified",
                        lastOf(measure),
                        cast.done(),
                        author.words("advocacy.measure-state.verified-implemented"))));
        assertThat(told).isVisible();
        look(author);
        told.click();
        assertThat(author.heading()).hasText(cast.done());
    }

    private static void theTrailIsWalkedFromBothEnds(GoldenCast cast, Visitor author, String measure) {
        author.open(cast.thread());
        assertThat(trail(author)).containsText("We have stood in all four halls.");
        look(author);
        inTrail(author, cast.done()).click();
        assertThat(author.heading()).hasText(cast.done());
        Assertions.assertThat(path(author)).isEqualTo(measure);
        look(author);
        inTrail(author, cast.asked()).last().click();
        assertThat(author.heading()).hasText(cast.asked());
        look(author);
        author.page().goBack();
        assertThat(author.heading()).hasText(cast.done());
        inTrail(author, cast.matter()).first().click();
        assertThat(author.heading()).hasText(cast.matter());
        // The address goes on to the post that was read last.
        Assertions.assertThat(path(author)).startsWith(cast.thread());
    }

    private static void everybodyMayReadIt(GoldenCast cast, Visitor guest, String recommendation, String measure) {
        String prefix = "/" + cast.language().code();
        guest.open(prefix + AdvocacyPages.inPublic(recommendation));
        assertThat(guest.heading()).hasText(cast.asked());
        assertThat(guest.page().locator("blockquote")).containsText("Four of the ten halls");
        assertThat(guest.page().getByText("Ada Ledger")).hasCount(0);
        look(guest);
        inTrail(guest, cast.done()).click();
        assertThat(guest.heading()).hasText(cast.done());
        Assertions.assertThat(path(guest)).isEqualTo(prefix + AdvocacyPages.measureInPublic(measure));
        look(guest);
        inTrail(guest, cast.matter()).first().click();
        assertThat(guest.heading()).hasText(cast.matter());
        assertThat(trail(guest)).containsText("We have stood in all four halls.");
        look(guest);
        for (String list : List.of(AdvocacyPages.PUBLIC_RECOMMENDATIONS, AdvocacyPages.PUBLIC_MEASURES)) {
            guest.open(prefix + list);
            look(guest);
        }
    }

    /** Nobody has reloaded what stood on their screens. */
    private static void everybodySeesWhereItEnded(Screens screens) {
        for (Visitor one : List.of(screens.desk(), screens.speaker())) {
            assertThat(trail(one)).containsText("We have stood in all four halls.");
        }
        assertThat(screens.signer().page().getByText("Four of the ten halls").first())
                .isVisible();
        for (Visitor one : screens.all()) {
            look(one);
            one.hasHeardNoComplaint();
        }
    }

    private static Locator trail(Visitor visitor) {
        return visitor.page().locator(".trail").first();
    }

    private static Locator inTrail(Visitor visitor, String title) {
        return trail(visitor)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(title).setExact(true));
    }
}
