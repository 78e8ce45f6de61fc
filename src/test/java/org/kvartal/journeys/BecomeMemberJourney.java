package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** A person joins on the way home: from the front page to the inside, on a small phone. */
@Journey
class BecomeMemberJourney {

    @Autowired
    Office office;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void fromJoinToMember(Language language, Visitors visitors) {
        String name = "Ада Newcomer-" + language.code();
        String email = "member-to-be-" + language.code() + "@example.org";
        Visitor ada = visitors.onPhone(language);

        ada.open("/");
        ada.link("site.join").first().click();
        assertThat(ada.heading()).hasText(ada.words("membership.join.title"));
        look(ada);
        ada.link("membership.join.choice.person").click();
        assertThat(ada.heading()).hasText(ada.words("membership.join.begin.person.title"));
        look(ada);
        ada.field("membership.join.field.applicant").fill(name);
        ada.field("membership.join.field.email").fill(email);
        assertThat(ada.choice("membership.join.field.language")).hasValue(language.code());
        ada.button("membership.join.begin.send").click();

        assertThat(ada.heading()).hasText(ada.words("membership.join.step.work.person"));
        look(ada);
        ada.field("membership.join.field.city").fill("Plovdiv");
        ada.box(language == Language.RU ? "Ремёсла" : "Craft").check();
        ada.field("membership.join.field.description").fill("Ръчен печат.");
        assertThat(ada.page().getByText(ada.words("membership.join.kept")).last())
                .isVisible();
        ada.page().reload();
        assertThat(ada.field("membership.join.field.description")).hasValue("Ръчен печат.");
        ada.button("membership.join.next").click();

        assertThat(ada.heading()).hasText(ada.words("membership.join.summary.title"));
        look(ada);
        ada.field("membership.join.consent", "Kvartal").check();
        ada.button("membership.join.summary.send").click();
        assertThat(ada.heading()).hasText(ada.words("membership.join.standing.confirm.title"));
        look(ada);

        ada.openLetterTo(email, "membership.letter.begun.subject");
        ada.follow(ada.inLetter(AriaRole.LINK, "membership.letter.begun.button"));
        assertThat(ada.heading()).hasText(ada.words("membership.join.resume.title"));
        look(ada);
        ada.button("membership.join.resume.press-confirm").click();
        assertThat(ada.heading()).hasText(ada.words("membership.join.standing.sent.title"));
        look(ada);

        Asker officer = office.officer();
        office.take(officer, name);
        ada.page().reload();
        assertThat(ada.heading()).hasText(ada.words("membership.join.standing.review.title"));
        office.approve(officer, name);
        ada.page().reload();
        assertThat(ada.heading()).hasText(ada.words("membership.join.standing.member.title"));
        look(ada);

        ada.openLetterTo(email, "membership.letter.welcome-person.subject");
        ada.follow(ada.inLetter(AriaRole.LINK, "membership.letter.welcome-person.button"));
        assertThat(ada.heading()).hasText(ada.words("membership.join.welcome.title"));
        look(ada);
        ada.button("membership.join.welcome.press").click();
        ada.page().waitForURL(Pattern.compile(".*/app/?(\\?.*)?$"));
        assertThat(ada.heading()).isVisible();
        ada.hasHeardNoComplaint();
    }

    private static void look(Visitor visitor) {
        visitor.scrollsOnlyDown();
        visitor.findsNoBarrier();
    }
}
