package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.worded;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.kvartal.files.Samples;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** A piece of news from the first word to the front page, and what the house says about itself. */
@Journey
class NewsJourney {

    @Autowired
    Residents residents;

    @Test
    void anOfficerWritesNewsWithAPictureAndEverybodyReadsThem(Visitors visitors) {
        writesAndReads(visitors.reading(Language.EN), visitors.reading(Language.EN), "The kiln is hot");
    }

    @Test
    void theSameOnPhonesInRussian(Visitors visitors) {
        writesAndReads(visitors.onPhone(Language.RU), visitors.onPhone(Language.RU), "Печь горячая");
    }

    private void writesAndReads(Visitor officer, Visitor anybody, String title) {
        String code = officer.language().code();
        officer.signIn(residents.officer("Nora Office-" + code, officer.language()), "/app/admin/pages");
        assertThat(officer.heading()).hasText(officer.words("pages.desk.title"));
        look(officer);
        officer.link("pages.desk.write").first().click();
        assertThat(officer.heading()).hasText(officer.words("pages.form.new"));
        worded(officer, "pages.form.title").fill(title);
        worded(officer, "pages.form.text").fill("**900 °C**\n\n- mugs\n- bowls");
        officer.page()
                .locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("kiln.png", "image/png", Samples.png(900, 600)));
        worded(officer, "pages.form.picture-text").fill("A glowing kiln");
        assertThat(officer.page().locator(".picture-shown img")).isVisible();
        look(officer);
        officer.button("pages.form.save-draft").click();
        assertThat(officer.heading()).hasText(title);
        anybody.open("/" + code + "/news");
        assertThat(anybody.titled(title)).hasCount(0);

        officer.button("pages.act.publish").click();
        assertThat(officer.button("pages.act.withdraw")).isVisible();
        look(officer);

        anybody.open("/" + code);
        anybody.titled(title).first().click();
        assertThat(anybody.heading()).hasText(title);
        assertThat(anybody.page().getByAltText("A glowing kiln")).isVisible();
        assertThat(anybody.page().locator(".prose strong")).hasText("900 °C");
        look(anybody);
        anybody.link("pages.news.title").first().click();
        assertThat(anybody.heading()).hasText(anybody.words("pages.news.title"));
        look(anybody);
        anybody.link("pages.page.privacy").first().click();
        assertThat(anybody.heading()).hasText(anybody.words("pages.page.privacy"));
        look(anybody);
        officer.hasHeardNoComplaint();
        anybody.hasHeardNoComplaint();
    }

    @Test
    void whatIsTypedIntoAPageOutlivesASessionThatIsLost(Visitors visitors) {
        Visitor officer = visitors.reading(Language.BG);
        Resident nadya = residents.officer("Nadya Office", Language.BG);
        officer.signIn(nadya, "/app/admin/pages/about");
        assertThat(officer.heading()).hasText(officer.words("pages.page.about"));
        worded(officer, "pages.form.text").fill("");
        worded(officer, "pages.form.text").pressSequentially("Ние сме тук.");
        officer.losesSession();
        officer.signIn(nadya, "/app/admin/pages/about");

        assertThat(worded(officer, "pages.form.text")).hasValue("Ние сме тук.");
        officer.button("shell.sheet.cancel").click();
        assertThat(officer.heading()).hasText(officer.words("pages.desk.title"));
    }
}
