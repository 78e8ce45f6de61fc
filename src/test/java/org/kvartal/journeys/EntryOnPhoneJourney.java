package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.files.Samples;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** A representative looks through the entry that the house has drafted, completes it on a phone and publishes it. */
@Journey
class EntryOnPhoneJourney {

    @Autowired
    Residents residents;

    @Autowired
    Office office;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void anEntryIsCompletedAndPublishedOnAPhone(Language language, Visitors visitors) {
        String name = "Handpress society " + language.code();
        Resident chair = residents.member("Irma Press " + language.code(), language);
        office.association(name, chair);
        Visitor irma = visitors.onPhone(language);
        irma.signIn(chair, "/app/directory");
        irma.open("/app");
        String task = irma.words("alliance.task.publish-entry", name);
        await().atMost(Browser.PATIENCE).until(() -> {
            irma.page().reload();
            irma.heading().waitFor();
            return irma.page().getByText(task).count() > 0;
        });

        irma.page().getByText(task).first().click();
        assertThat(irma.heading()).hasText(name);
        irma.scrollsOnlyDown();
        irma.findsNoBarrierBelowItsBars();
        Language other = language == Language.RU ? Language.EN : Language.RU;
        String[] own = {language.ownName(), other.ownName()};
        irma.field("alliance.form.in-language", irma.words("alliance.form.description"), own[0])
                .fill("We keep nine hand presses alive.");

        // The page is lost on the way; what was typed is not.
        assertThat(irma.page().getByText(irma.words("alliance.form.kept"))).isVisible();
        irma.page().reload();
        assertThat(irma.field("alliance.form.in-language", irma.words("alliance.form.description"), own[0]))
                .hasValue("We keep nine hand presses alive.");
        irma.button("shell.localized.add-of", irma.words("alliance.form.description"), own[1])
                .click();
        irma.field("alliance.form.in-language", irma.words("alliance.form.description"), own[1])
                .fill("Мы бережём девять ручных прессов.");
        assertThat(irma.field("alliance.form.in-language", irma.words("alliance.form.description"), own[1]))
                .hasAttribute("lang", other.code());
        irma.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("press.png", "image/png", Samples.png(800, 600)));
        assertThat(irma.page().locator(".picture-shown img")).isVisible();
        irma.button("alliance.form.location-add").click();
        String city = language == Language.RU ? "Пловдив" : "Plovdiv";
        irma.choice("alliance.form.place").fill(city);
        irma.page()
                .getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(city).setExact(true))
                .click();
        irma.button("alliance.form.point-pick").click();
        irma.button("alliance.form.map-choose").click();
        assertThat(irma.field("alliance.form.point")).not().hasValue("");
        irma.scrollsOnlyDown();
        irma.findsNoBarrierBelowItsBars();

        // What is wrong is said where it is, and nothing is lost.
        irma.field("alliance.entry.website").fill("no address at all");
        irma.button("alliance.state.publish").click();
        assertThat(irma.page()
                        .getByText(irma.words("kernel.refused.web-address"))
                        .first())
                .isVisible();
        irma.field("alliance.entry.website").fill("handpress.example");
        irma.button("alliance.state.publish").click();
        assertThat(irma.page().getByText(irma.words("alliance.state.published-now")))
                .isVisible();

        irma.link("alliance.app.public-page").click();
        irma.page().waitForURL("**/" + language.code() + "/directory/**");
        assertThat(irma.heading()).hasText(name);
        assertThat(irma.page().getByText("We keep nine hand presses alive.")).isVisible();
        assertThat(irma.page().getByRole(AriaRole.LINK).filter(withText("handpress.example")))
                .isVisible();
        irma.scrollsOnlyDown();
        irma.findsNoBarrier();

        irma.open("/app/directory");
        assertThat(irma.titled(name).first()).isVisible();
        irma.scrollsOnlyDown();
        irma.findsNoBarrier();
        irma.hasHeardNoComplaint();
    }

    private static FilterOptions withText(String text) {
        return new FilterOptions().setHasText(text);
    }
}
