package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.administration.WatchPages;
import org.kvartal.administration.WatchedHouse;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody keeps the house: sees what failed and mends it; and a member goes on typing while the database is away. */
@Journey
class WatchJourney {

    @Autowired
    Residents residents;

    @Autowired
    WatchedHouse house;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void aLetterThatWasNotDeliveredIsSentAgain(Language language, Visitors visitors) {
        String subject = "Nobody reads this " + language.code();
        house.letter(subject, "550 5.1.1 User unknown");
        Resident keeper = residents.administrator("Ada Watch-" + language.code(), language);
        Visitor ada = visitors.reading(language);
        ada.signIn(keeper, "/app/admin");
        ada.link("administration.watch.title").click();
        assertThat(ada.heading()).hasText(ada.words("administration.watch.title"));
        Locator row = ada.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(subject));
        assertThat(row).containsText(ada.words("administration.cause.no-such-address"));
        ada.findsNoBarrier();

        row.getByText(ada.words("administration.letters.again")).click();

        assertThat(row).hasCount(0);
        ada.findsNoBarrier();
        Visitor onPhone = visitors.onPhone(language);
        onPhone.signIn(keeper, WatchPages.WATCH);
        assertThat(onPhone.heading()).hasText(ada.words("administration.watch.title"));
        onPhone.findsNoBarrier();
        onPhone.hasHeardNoComplaint();
    }

    @Test
    void whatIsTypedWhileTheDatabaseIsAwayIsSavedOnceItIsBack(Visitors visitors) {
        Resident writer = residents.member("Vera Outage", Language.EN);
        String path = residents.thread(writer, "Outage", "What happens meanwhile?");
        Visitor vera = visitors.reading(Language.EN);
        vera.signIn(writer, path);
        vera.button("discussions.app.write.text-hint").click();
        AtomicBoolean away = new AtomicBoolean(true);
        // As the house answers while its database is away.
        vera.page().route(address -> address.contains("v-r=uidl"), route -> {
            if (away.get()) {
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            } else {
                route.resume();
            }
        });

        vera.field("discussions.app.write.text-label").pressSequentially("Typed in an outage.");
        assertThat(vera.page().getByText(vera.words("shell.connection.lost"))).isVisible();
        away.set(false);

        assertThat(vera.page().getByText(vera.words("shell.connection.lost")))
                .not()
                .isVisible();
        vera.button("discussions.app.write.send").click();
        assertThat(vera.post("Typed in an outage.")).isVisible();
    }
}
