package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** An association's event on its way into the public calendar, and from there into the calendars of others. */
@Journey
class CalendarJourney {

    private static final int NARROW = 500;

    @Autowired
    Residents residents;

    @Test
    void anEventIsSuggestedAtADeskAndPublishedByAnOfficer(Visitors visitors) {
        suggestsAndFinds(
                Language.EN, "Night of wood type", visitors.reading(Language.EN), visitors.reading(Language.EN));
    }

    @Test
    void theSameOnPhonesInRussian(Visitors visitors) {
        suggestsAndFinds(
                Language.RU, "Вечер деревянных литер", visitors.onPhone(Language.RU), visitors.onPhone(Language.RU));
    }

    private void suggestsAndFinds(Language language, String title, Visitor chair, Visitor officer) {
        Resident representative = residents.member("Vera Chair-" + language.code(), language);
        residents.association("Society of " + title, representative);
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Sofia")).plusDays(20);

        chair.signIn(representative, "/app/calendar");
        assertThat(chair.heading()).hasText(chair.words("calendar.title"));
        look(chair);
        chair.link("calendar.enter").first().click();
        assertThat(chair.heading()).hasText(chair.words("calendar.form.new"));
        chair.page().getByLabel(chair.words("calendar.form.title")).first().fill(title);
        pick(chair, day, language);
        chair.field("calendar.form.place").fill("Print Yard");
        chair.button("shell.localized.add-of", chair.words("calendar.form.title"), Language.BG.ownName())
                .click();
        look(chair);
        chair.button("calendar.form.suggest").click();
        assertThat(chair.heading()).hasText(chair.words("calendar.entered.title"));
        assertThat(chair.titled(title)).isVisible();
        look(chair);

        officer.signIn(residents.officer("Olga Office-" + language.code(), language), "/app/calendar");
        officer.open("/app");
        officer.titled(officer.words("calendar.task.decide", title)).first().click();
        assertThat(officer.heading()).hasText(title);
        look(officer);
        officer.button("calendar.publish").click();
        assertThat(officer.link("calendar.public-page")).isVisible();
        look(officer);

        Visitor anybody = officer;
        anybody.open("/" + language.code() + "/calendar");
        anybody.titled(title).first().click();
        assertThat(anybody.heading()).hasText(title);
        look(anybody);
        anybody.open("/" + language.code() + "/calendar?view=month&on=" + day);
        assertThat(anybody.page().getByText(title).first()).isVisible();
        look(anybody);
        anybody.open("/" + language.code() + "/calendar?view=week&on=" + day);
        assertThat(anybody.titled(title).first()).isVisible();
        look(anybody);
        String feed = new String(
                        anybody.page()
                                .request()
                                .get("/calendar.ics?language=" + language.code())
                                .body(),
                        StandardCharsets.UTF_8)
                .replace("\r\n ", "");
        assertThat(feed)
                .contains("SUMMARY:" + title)
                .contains("DTSTART;TZID=Europe/Sofia:" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "T180000");

        chair.open("/app/calendar?view=month&on=" + day);
        chair.page()
                .getByRole(AriaRole.LINK)
                .filter(new FilterOptions().setHasText(title))
                .first()
                .click();
        assertThat(chair.heading()).hasText(title);
        chair.open("/app/calendar?view=week&on=" + day);
        assertThat(chair.titled(title).first()).isVisible();
        look(chair);
        chair.page().keyboard().press("m");
        chair.page().waitForURL("**view=month**");
        look(chair);
        chair.page().keyboard().press("n");
        chair.page().waitForURL("**" + day.withDayOfMonth(1).plusMonths(1) + "**");
        chair.hasHeardNoComplaint();
        officer.hasHeardNoComplaint();
    }

    private static void pick(Visitor chair, LocalDate day, Language language) {
        Locator field = chair.field("calendar.form.first-day");
        if (chair.page().viewportSize().width < NARROW) {
            Visitor.setsDay(field, day);
        } else {
            field.fill(typed(day, language));
            field.press("Enter");
        }
    }

    private static String typed(LocalDate day, Language language) {
        return language == Language.EN
                ? day.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK))
                : day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT));
    }

    private static void look(Visitor visitor) {
        visitor.scrollsOnlyDown();
        visitor.findsNoBarrier();
    }
}
