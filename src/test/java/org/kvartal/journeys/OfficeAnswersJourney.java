package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.kvartal.files.Samples;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Applicants and the office, each in front of their own screen, from the first letter to the members' list. */
@Journey
class OfficeAnswersJourney {

    @Autowired
    Residents residents;

    /** What stands on Today leads the officer to the application, and the applicant to the inside. */
    @Test
    void aPersonIsLetInByAnOfficerAtADesk(Visitors visitors) {
        String name = "Edda Etcher";
        String email = "edda-etcher@example.org";
        Visitor edda = visitors.reading(Language.EN);
        edda.open("/en/join");
        edda.link("membership.join.choice.person").click();
        edda.field("membership.join.field.applicant").fill(name);
        edda.field("membership.join.field.email").fill(email);
        edda.button("membership.join.begin.send").click();
        edda.field("membership.join.field.city").fill("Plovdiv");
        edda.box("Craft").check();
        edda.field("membership.join.field.description").fill("I etch copper.");
        edda.button("membership.join.next").click();
        edda.field("membership.join.consent", "Kvartal").check();
        edda.button("membership.join.summary.send").click();
        edda.openLetterTo(email, "membership.letter.begun.subject");
        edda.follow(edda.inLetter(AriaRole.LINK, "membership.letter.begun.button"));
        edda.button("membership.join.resume.press-confirm").click();
        assertThat(edda.heading()).hasText(edda.words("membership.join.standing.sent.title"));

        Resident officer = residents.officer("Olga Officer", Language.EN);
        Visitor olga = visitors.reading(Language.EN);
        olga.signIn(officer, "/app/members");
        olga.open("/app");
        olga.titled(olga.words("membership.task.application", name)).click();
        assertThat(olga.heading()).hasText(name);
        assertThat(olga.page().getByText("I etch copper.")).isVisible();
        look(olga);
        olga.button("membership.app.take").click();
        olga.button("membership.app.approve").click();
        look(olga);
        olga.button("membership.app.approve-send").click();
        olga.link("membership.app.to-member").click();
        assertThat(olga.heading()).hasText(name);
        look(olga);

        edda.page().reload();
        assertThat(edda.heading()).hasText(edda.words("membership.join.standing.member.title"));
        edda.openLetterTo(email, "membership.letter.welcome-person.subject");
        edda.follow(edda.inLetter(AriaRole.LINK, "membership.letter.welcome-person.button"));
        edda.button("membership.join.welcome.press").click();
        edda.page().waitForURL(Pattern.compile(".*/app/?(\\?.*)?$"));
        edda.link("membership.app.menu").first().click();
        assertThat(edda.heading()).hasText(edda.words("membership.app.members.title"));
        edda.field("membership.app.members.name").fill("едда");
        assertThat(edda.titled(name)).isVisible();
        look(edda);
        edda.link("membership.app.members.own-page").click();
        assertThat(edda.heading()).hasText(name);
        look(edda);
        edda.button("membership.app.shown.title").click();
        look(edda);
        edda.button("membership.app.save").click();
        assertThat(edda.button("membership.app.leave")).isVisible();
        edda.hasHeardNoComplaint();
        olga.hasHeardNoComplaint();
    }

    /** Both sides on the way, with the question of the office and the answer to it. */
    @Test
    void anAssociationIsAskedOnceMoreByAnOfficerOnAPhone(Visitors visitors) {
        String association = "Союз литографов Онеги";
        String email = "onega@example.org";
        Visitor chair = visitors.onPhone(Language.RU);
        chair.open("/ru/join");
        chair.link("membership.join.choice.association").click();
        chair.field("membership.join.field.applicant").fill("Лидия Камнева");
        chair.field("membership.join.field.position").fill("председатель");
        chair.field("membership.join.field.email").fill(email);
        chair.button("membership.join.begin.send").click();
        chair.page()
                .getByLabel(chair.words("membership.join.field.name"))
                .first()
                .fill(association);
        chair.field("membership.join.field.city").fill("Петрозаводск");
        chair.button("membership.join.next").click();
        chair.box("Издательское дело").check();
        chair.field("membership.join.field.description").fill("Печатаем с камня.");
        chair.button("membership.join.next").click();
        chair.field("membership.join.field.statute")
                .setInputFiles(new FilePayload("Устав.pdf", "application/pdf", Samples.pdf()));
        chair.button("membership.join.next").click();
        chair.field("membership.join.consent", "Kvartal").check();
        chair.button("membership.join.summary.send").click();
        chair.openLetterTo(email, "membership.letter.begun.subject");
        chair.follow(chair.inLetter(AriaRole.LINK, "membership.letter.begun.button"));
        chair.button("membership.join.resume.press-confirm").click();
        assertThat(chair.heading()).hasText(chair.words("membership.join.standing.sent.title"));

        Resident officer = residents.officer("Ольга Секретарь", Language.RU);
        Visitor olga = visitors.onPhone(Language.RU);
        olga.signIn(officer, "/app/members");
        olga.page()
                .getByRole(AriaRole.LINK)
                .filter(new FilterOptions().setHasText(olga.words("membership.app.applications.title")))
                .click();
        assertThat(olga.heading()).hasText(olga.words("membership.app.applications.title"));
        look(olga);
        olga.titled(association).click();
        assertThat(olga.heading()).hasText(association);
        look(olga);
        olga.button("membership.app.take").click();
        olga.button("membership.app.ask").click();
        olga.page().getByLabel(olga.words("membership.app.ask-what")).fill("В каком году вы основаны?");
        look(olga);
        olga.button("membership.app.ask-send").click();
        assertThat(olga.page().getByText(olga.words("membership.app.turn.applicant", "Лидия Камнева")))
                .isVisible();

        chair.openLetterTo(email, "membership.letter.question.subject");
        chair.follow(chair.inLetter(AriaRole.LINK, "membership.letter.question.button"));
        chair.button("membership.join.resume.press").click();
        assertThat(chair.page().getByText("В каком году вы основаны?").first()).isVisible();
        look(chair);
        chair.link("membership.join.step.organisation.association").click();
        chair.page().getByText(chair.words("membership.join.more")).click();
        chair.page().getByLabel(chair.words("membership.join.field.founded")).fill("1911");
        chair.button("membership.join.next").click();
        chair.button("membership.join.next").click();
        chair.button("membership.join.next").click();
        chair.field("membership.join.consent", "Kvartal").check();
        chair.button("membership.join.summary.send-again").click();
        assertThat(chair.heading()).hasText(chair.words("membership.join.standing.review.title"));

        // The page is still open: it shows the answer by itself, and what is new in it.
        assertThat(olga.page().getByText(olga.words("membership.app.was-empty")))
                .isVisible();
        look(olga);
        olga.button("membership.app.approve").click();
        olga.button("membership.app.approve-send").click();
        olga.link("membership.app.to-member").click();
        assertThat(olga.heading()).hasText(association);
        assertThat(olga.page().getByText("Лидия Камнева")).isVisible();
        look(olga);

        chair.page().reload();
        assertThat(chair.heading()).hasText(chair.words("membership.join.standing.member.title"));
        chair.openLetterTo(email, "membership.letter.welcome-organisation.subject", "", association);
        chair.follow(chair.inLetter(AriaRole.LINK, "membership.letter.welcome-organisation.button"));
        chair.button("membership.join.welcome.press").click();
        chair.page().waitForURL(Pattern.compile(".*/app/?(\\?.*)?$"));
        chair.open("/app/members");
        chair.titled(association).first().click();
        assertThat(chair.heading()).hasText(association);
        chair.button("membership.app.invite").click();
        look(chair);
        chair.field("membership.app.invite.name").fill("Захар Прессов");
        chair.field("membership.join.field.email").fill("zahar@example.org");
        chair.button("membership.app.invite.send").click();
        assertThat(chair.page().getByText("Захар Прессов")).isVisible();
        look(chair);
        publishesTheEntry(chair, association);
        Assertions.assertThat(printed(olga)).contains(association).contains("Печатаем с камня.");
        chair.hasHeardNoComplaint();
        olga.hasHeardNoComplaint();
    }

    /** The membership has drafted the entry, which is the representative's. */
    private static void publishesTheEntry(Visitor chair, String association) {
        await().atMost(Browser.PATIENCE).until(() -> {
            chair.open("/app/directory");
            chair.heading().waitFor();
            return chair.page().getByText(association).count() > 0;
        });
        chair.titled(association).first().click();
        assertThat(chair.heading()).hasText(association);
        chair.button("alliance.state.publish").click();
        assertThat(chair.page().getByText(chair.words("alliance.state.published-now")))
                .isVisible();
        look(chair);
    }

    /** What a catalogue of the city says. */
    private static String printed(Visitor olga) {
        olga.open("/app/directory/catalogue?place=petrozavodsk");
        olga.button("alliance.catalogue.screen.act").click();
        Locator download = olga.page()
                .getByRole(AriaRole.LINK)
                .filter(new FilterOptions().setHasText(olga.words("alliance.catalogue.screen.download")));
        download.first().waitFor();
        look(olga);
        byte[] pdf =
                olga.page().request().get(download.first().getAttribute("href")).body();
        try (PDDocument book = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void look(Visitor visitor) {
        visitor.scrollsOnlyDown();
        visitor.findsNoBarrier();
    }
}
