package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody finds their association in the house and asks to represent it; those who do already say yes. */
@Journey
class AlreadyHereJourney {

    @Autowired
    Residents residents;

    @Autowired
    Office office;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void aSecretaryBecomesADeputy(Language language, Visitors visitors) {
        String name = "Симона Secretary-" + language.code();
        String email = "secretary-" + language.code() + "@example.org";
        String called = "Guild of Bookbinders " + language.code();
        Resident primary = residents.member("Primary " + language.code(), language);
        MemberId guild = office.association(called, primary);
        Visitor simona = visitors.reading(language);

        simona.open("/" + language.code() + "/join");
        simona.link("membership.join.choice.representative").click();
        simona.field("membership.join.field.applicant").fill(name);
        simona.field("membership.join.field.email").fill(email);
        simona.findsNoBarrier();
        simona.button("membership.join.begin.send").click();

        assertThat(simona.heading()).hasText(simona.words("membership.join.step.association.representative"));
        simona.findsNoBarrier();
        simona.field("membership.join.search").fill("bookbinders " + language.code());
        simona.button("membership.join.search-press").click();
        simona.page()
                .getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(called))
                .check();
        simona.findsNoBarrier();
        simona.button("membership.join.next").click();
        assertThat(simona.heading()).hasText(simona.words("membership.join.step.role.representative"));
        simona.field("membership.join.field.position").fill("secretary");
        simona.field("membership.representation.deputy").check();
        simona.findsNoBarrier();
        simona.button("membership.join.next").click();
        assertThat(simona.page().getByText(called)).isVisible();
        simona.findsNoBarrier();
        simona.field("membership.join.consent", "Kvartal").check();
        simona.button("membership.join.summary.send").click();
        assertThat(simona.heading()).hasText(simona.words("membership.join.standing.confirm.title"));

        simona.openLetterTo(email, "membership.letter.begun.subject");
        simona.follow(simona.inLetter(AriaRole.LINK, "membership.letter.begun.button"));
        simona.button("membership.join.resume.press-confirm").click();
        assertThat(simona.heading()).hasText(simona.words("membership.join.standing.asked.title"));
        simona.findsNoBarrier();

        office.approveRequest(primary, guild, name);
        simona.openLetterTo(email, "membership.letter.welcome-representative.subject", "", called);
        simona.follow(simona.inLetter(AriaRole.LINK, "membership.letter.welcome-representative.button"));
        simona.findsNoBarrier();
        simona.button("membership.join.welcome.press").click();
        simona.page().waitForURL(Pattern.compile(".*/app/?(\\?.*)?$"));
        assertThat(simona.heading()).isVisible();
        simona.hasHeardNoComplaint();
    }
}
