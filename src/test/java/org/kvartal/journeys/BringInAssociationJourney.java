package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.files.Samples;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** A chair brings in an association, goes away and comes back by the letter, and answers a question of the office. */
@Journey
class BringInAssociationJourney {

    @Autowired
    Office office;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void anAssociationIsAskedOnceMoreAndAdmitted(Language language, Visitors visitors) {
        String name = "Ирма Chair-" + language.code();
        String email = "chair-" + language.code() + "@example.org";
        Visitor irma = visitors.reading(language);

        irma.open("/" + language.code() + "/join");
        irma.link("membership.join.choice.association").click();
        irma.field("membership.join.field.applicant").fill(name);
        irma.field("membership.join.field.position").fill("chair");
        irma.field("membership.join.field.email").fill(email);
        irma.button("membership.join.begin.send").click();

        assertThat(irma.heading()).hasText(irma.words("membership.join.step.organisation.association"));
        irma.findsNoBarrier();
        irma.page().getByLabel(irma.words("membership.join.field.name")).first().fill("Society of Hand Presses");
        irma.page().getByText(irma.words("membership.join.translation")).click();
        irma.field("membership.join.field.name-bg").fill("Дружество на ръчните преси");
        irma.findsNoBarrier();
        irma.button("membership.join.later").click();
        assertThat(irma.heading()).hasText(irma.words("membership.join.standing.draft.title"));
        irma.findsNoBarrier();

        // On another day, on another device.
        Visitor later = visitors.reading(language);
        later.openLetterTo(email, "membership.letter.begun.subject");
        later.follow(later.inLetter(AriaRole.LINK, "membership.letter.begun.button"));
        later.button("membership.join.resume.press-confirm").click();
        assertThat(later.heading()).hasText(later.words("membership.join.standing.draft.title"));
        later.link("membership.join.go-on").click();
        assertThat(later.field("membership.join.field.name-bg")).hasValue("Дружество на ръчните преси");
        later.field("membership.join.field.city").fill("Тетевен");
        later.button("membership.join.next").click();
        later.box(language == Language.RU ? "Издательское дело" : "Publishing").check();
        later.field("membership.join.field.description").fill("We keep nine hand presses alive.");
        later.button("membership.join.next").click();
        assertThat(later.heading()).hasText(later.words("membership.join.step.papers.association"));
        later.findsNoBarrier();
        later.field("membership.join.field.statute")
                .setInputFiles(new FilePayload("Устав.pdf", "application/pdf", Samples.pdf()));
        later.button("membership.join.next").click();
        assertThat(later.heading()).hasText(later.words("membership.join.summary.title"));
        assertThat(later.page().getByText("Устав.pdf")).isVisible();
        later.findsNoBarrier();
        later.field("membership.join.consent", "Kvartal").check();
        later.button("membership.join.summary.send").click();
        assertThat(later.heading()).hasText(later.words("membership.join.standing.sent.title"));

        Asker officer = office.officer();
        office.take(officer, name);
        office.ask(officer, name, "In which year were you founded?");
        later.openLetterTo(email, "membership.letter.question.subject");
        later.follow(later.inLetter(AriaRole.LINK, "membership.letter.question.button"));
        later.button("membership.join.resume.press").click();
        assertThat(later.heading()).hasText(later.words("membership.join.standing.question.title"));
        assertThat(later.page().getByText("In which year were you founded?").first())
                .isVisible();
        later.findsNoBarrier();
        later.link("membership.join.step.organisation.association").click();
        later.page().getByText(later.words("membership.join.more")).click();
        later.page().getByLabel(later.words("membership.join.field.founded")).fill("1999");
        later.button("membership.join.next").click();
        later.button("membership.join.next").click();
        later.button("membership.join.next").click();
        later.field("membership.join.consent", "Kvartal").check();
        later.button("membership.join.summary.send-again").click();
        assertThat(later.heading()).hasText(later.words("membership.join.standing.review.title"));
        assertThat(office.dossier(officer, name).form().founded()).isEqualTo("1999");

        office.approve(officer, name);
        later.openLetterTo(email, "membership.letter.welcome-organisation.subject", "", "Society of Hand Presses");
        later.follow(later.inLetter(AriaRole.LINK, "membership.letter.welcome-organisation.button"));
        assertThat(later.page().getByText("Society of Hand Presses").first()).isVisible();
        later.findsNoBarrier();
        later.button("membership.join.welcome.press").click();
        later.page().waitForURL(Pattern.compile(".*/app/?(\\?.*)?$"));
        assertThat(later.heading()).isVisible();
        irma.hasHeardNoComplaint();
        later.hasHeardNoComplaint();
    }
}
