package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.act;
import static org.kvartal.journeys.Habits.choose;
import static org.kvartal.journeys.Habits.find;
import static org.kvartal.journeys.Habits.lastOf;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.path;
import static org.kvartal.journeys.Habits.send;
import static org.kvartal.journeys.Habits.worded;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.journeys.GoldenCast.Guild;
import org.kvartal.journeys.GoldenCast.Screens;

/** The second half of the golden journey: from the draft of a recommendation to a measure that others have verified. */
final class GoldenVoice {

    private final GoldenCast cast;
    private final Screens screens;
    private final String recommendation;
    private final LocalDate today;

    /** @param recommendation the path of the draft, which stands on the desk */
    GoldenVoice(GoldenCast cast, Screens screens, String recommendation, LocalDate today) {
        this.cast = cast;
        this.screens = screens;
        this.recommendation = recommendation;
        this.today = today;
    }

    void theOfficerWordsItAndAsksEverybody() {
        Visitor desk = screens.desk();
        look(desk);
        desk.button("advocacy.app.edit").click();
        worded(desk, "advocacy.field.problem").fill("Workshops pay for rooms by the hour while halls stand empty.");
        look(desk);
        send(desk, "advocacy.app.save");
        assertThat(desk.page().getByText("Workshops pay for rooms by the hour").first())
                .isVisible();
        act(desk, "advocacy.app.propose");
        desk.button("advocacy.app.consult").click();
        Visitor.setsDay(desk.field("advocacy.app.field.until"), today);
        send(desk, "advocacy.app.consult");
        assertThat(desk.button("advocacy.app.adopt")).isVisible();
    }

    void threeAssociationsEndorseIt() {
        Visitor speaker = screens.speaker();
        speaker.open(recommendation);
        look(speaker);
        speaker.button("advocacy.app.endorse").click();
        says(speaker, speaker.words("advocacy.count.people", 1));
        for (int i = 0; i < cast.guilds().size(); i++) {
            Guild guild = cast.guilds().get(i);
            if (i > 0) {
                speaker.losesSession();
                speaker.signIn(guild.speaker(), recommendation);
            }
            speaker.button("advocacy.app.endorse-for", guild.name()).click();
            says(speaker, speaker.words("advocacy.count.associations", i + 1));
        }
        says(screens.desk(), screens.desk().words("advocacy.count.associations", 3));
    }

    /** From now on it stands in public, in the words that it will keep. */
    void itIsAdopted() {
        act(screens.desk(), "advocacy.app.adopt");
        Visitor outside = screens.outside();
        outside.open("/" + cast.language().code() + AdvocacyPages.inPublic(lastOf(recommendation)));
        assertThat(outside.heading()).hasText(cast.asked());
        look(outside);
    }

    /** @return the path of the letter */
    String aLetterIsWritten() {
        Visitor desk = screens.desk();
        desk.button("advocacy.app.letter").click();
        find(desk, "advocacy.app.field.addressee", cast.authority());
        desk.field("advocacy.app.field.covering").fill("Ten halls, twelve workshops.");
        look(desk);
        send(desk, "advocacy.app.letter");
        desk.titled(cast.authority()).first().click();
        assertThat(desk.heading()).hasText(desk.words("advocacy.app.letter-to", cast.authority()));
        assertThat(desk.button("advocacy.app.sign")).hasCount(0);
        look(desk);
        return path(desk);
    }

    void somebodyElseSignsIt(String letter) {
        Visitor signer = screens.signer();
        signer.signIn(cast.second(), letter);
        look(signer);
        act(signer, "advocacy.app.sign");
        says(signer, "SHA-256");
    }

    void theAuthorityAnswersByItsLink() {
        Visitor outside = screens.outside();
        outside.openLetterTo(cast.mail());
        outside.follow(outside.inLetter(AriaRole.LINK, "advocacy.letter.recommendation.button"));
        assertThat(outside.heading()).hasText(cast.asked());
        look(outside);
        outside.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(outside.words("advocacy.choice.partly")))
                .check();
        outside.field("advocacy.reply.words").fill("Four of the ten halls, from spring on.");
        outside.field("advocacy.reply.promised-on").fill(today.plusDays(60).toString());
        outside.field("advocacy.reply.responsible").fill("Ada Ledger, room 4");
        outside.button("advocacy.reply.next").click();
        assertThat(outside.heading()).hasText(outside.words("advocacy.reply.look"));
        look(outside);
        outside.button("advocacy.reply.send").click();
        says(outside, outside.words("advocacy.reply.thanks"));
        look(outside);
        Visitor desk = screens.desk();
        desk.button("advocacy.app.classify").click();
        look(desk);
        send(desk, "advocacy.app.classify");
    }

    /** @return the path of the measure */
    String aMeasureIsCommittedAndCarriedOut() {
        Visitor desk = screens.desk();
        desk.open(recommendation);
        desk.link("advocacy.app.measure").click();
        worded(desk, "advocacy.field.title").fill(cast.done());
        find(desk, "advocacy.measure.owner", cast.authority());
        Visitor.setsDay(desk.field("advocacy.app.field.starts"), today);
        Visitor.setsDay(desk.field("advocacy.app.field.due"), today.plusDays(90));
        look(desk);
        send(desk, "advocacy.app.enter-measure");
        assertThat(desk.heading()).hasText(cast.done());
        desk.button("advocacy.app.commit").click();
        desk.field("advocacy.measure.implementer").fill("Property department");
        send(desk, "advocacy.app.commit");
        act(desk, "advocacy.app.start");
        desk.button("advocacy.app.more").click();
        desk.button("advocacy.app.assign").click();
        find(desk, "advocacy.app.field.verifier", cast.last().name());
        send(desk, "advocacy.app.assign");
        desk.button("advocacy.app.draft").click();
        desk.field("advocacy.app.field.report").fill("Keys are handed over.");
        desk.field("advocacy.app.field.progress").fill("100");
        send(desk, "advocacy.app.draft");
        assertThat(desk.button("advocacy.app.publish")).hasCount(0);
        desk.button("advocacy.app.point").click();
        desk.field("advocacy.app.field.link").fill("halls.example.org");
        send(desk, "advocacy.app.point");
        act(desk, "advocacy.app.report-done");
        assertThat(desk.button("advocacy.app.verify")).hasCount(0);
        return path(desk);
    }

    void somebodyElseVerifiesIt(String measure) {
        Visitor speaker = screens.speaker();
        speaker.open(measure);
        look(speaker);
        speaker.button("advocacy.app.verify").click();
        choose(speaker, "advocacy.app.field.verdict", speaker.words("advocacy.measure-state.verified-implemented"));
        speaker.field("advocacy.app.field.verdict-why").fill("We have stood in all four halls.");
        look(speaker);
        send(speaker, "advocacy.app.verify");
        Guild verifier = cast.last();
        says(
                speaker,
                speaker.words("advocacy.measure.verified-by", verifier.speaker().name() + ", " + verifier.name()));
    }

    private static void says(Visitor visitor, String words) {
        assertThat(visitor.page().getByText(words).first()).isVisible();
    }
}
