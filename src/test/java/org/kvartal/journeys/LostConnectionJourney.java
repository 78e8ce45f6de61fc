package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.Language;

/** The train goes through a tunnel while somebody writes their application. */
@Journey
class LostConnectionJourney {

    @Test
    void whatWasTypedWithoutAConnectionIsSavedOnceItIsBack(Visitors visitors) {
        Visitor ada = begun(visitors, "tunnel-1@example.org");
        ada.loseConnection();
        ada.field("membership.join.field.description").fill("Written in a tunnel.");
        assertThat(ada.page().getByText(ada.words("membership.join.not-kept"))).isVisible();
        ada.findsNoBarrier();

        ada.findConnection();

        assertThat(ada.page().getByRole(AriaRole.STATUS)).hasText(ada.words("membership.join.kept"));
        ada.page().reload();
        assertThat(ada.field("membership.join.field.description")).hasValue("Written in a tunnel.");
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheTabWasLost(Visitors visitors) {
        Visitor ada = begun(visitors, "tunnel-2@example.org");
        String path = ada.page().url();
        ada.loseConnection();
        ada.field("membership.join.field.description").fill("Written in a tunnel.");
        ada.box("Craft").check();
        ada.loseTab();
        ada.findConnection();

        ada.open(path);

        assertThat(ada.field("membership.join.field.description")).hasValue("Written in a tunnel.");
        assertThat(ada.box("Craft")).isChecked();
        assertThat(ada.page().getByText(ada.words("membership.join.restored"))).isVisible();
        ada.findsNoBarrier();
    }

    private static Visitor begun(Visitors visitors, String email) {
        Visitor ada = visitors.onPhone(Language.EN);
        ada.open("/en/join/person");
        ada.field("membership.join.field.applicant").fill("Ada Tunnel");
        ada.field("membership.join.field.email").fill(email);
        ada.button("membership.join.begin.send").click();
        assertThat(ada.heading()).hasText(ada.words("membership.join.step.work.person"));
        return ada;
    }
}
