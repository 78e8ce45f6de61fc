package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.saying;
import static org.kvartal.journeys.Habits.send;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.seminars.SeminarPages;
import org.springframework.beans.factory.annotation.Autowired;

/** A seat that is offered to somebody who says nothing, and goes on to whoever waits next; neither has an account. */
@Journey
class WaitingListJourney {

    @Autowired
    Residents residents;

    @Autowired
    Surroundings surroundings;

    @Autowired
    PassingTime time;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void aSeatThatNobodyAnswersForGoesToTheNext(Language language, Visitors visitors) {
        String mark = language.code();
        String title = "The only seat " + mark;
        Resident lead = residents.officer("Olga Seat-" + mark, language);
        Resident seated = residents.member("Fedya Seat-" + mark, language);
        Guest ada = new Guest("Ada Silent-" + mark, "silent-" + mark + "@example.org", title);
        Guest kolya = new Guest("Kolya Next-" + mark, "next-" + mark + "@example.org", title);
        String slug = surroundings.seminar(lead, title, 1);
        Visitor desk = language == Language.EN ? visitors.reading(language) : visitors.onPhone(language);
        Visitor fedya = visitors.onPhone(language);
        Visitor first = visitors.onPhone(language);
        Visitor second = visitors.onPhone(language);

        fedya.signIn(seated, SeminarPages.seminar(slug));
        settles(fedya, "seminars.app.register");
        assertThat(fedya.button("seminars.app.withdraw")).isVisible();
        desk.signIn(lead, SeminarPages.desk(slug) + "/registrations");
        entersThem(desk, ada);
        comes(first, ada, 1);
        entersThem(desk, kolya);
        comes(second, kolya, 2);
        desk.page().reload();
        standsAt(desk, kolya, "seminars.place.waitlisted");
        look(desk);

        settles(fedya, "seminars.app.withdraw");
        opens(first, ada, "place-offered");
        says(first, "offered");
        assertThat(first.button("seminars.place-page.accept")).isVisible();
        look(first);
        second.page().reload();
        says(second, "waitlisted");
        assertThat(second.page().getByText(second.words("seminars.wait.full", 1)))
                .isVisible();
        desk.page().reload();
        standsAt(desk, ada, "seminars.place.offered");
        look(desk);

        time.endsOffer(slug);
        opens(second, kolya, "place-offered");
        says(second, "offered");
        // What is refused answers with a status that the browser complains about.
        first.hasHeardNoComplaint();
        first.button("seminars.place-page.accept").click();
        says(first, "expired");
        assertThat(first.button("seminars.place-page.accept")).hasCount(0);
        look(first);
        second.button("seminars.place-page.accept").click();
        says(second, "confirmed");
        look(second);

        opens(first, ada, "place-expired");
        says(first, "expired");
        desk.page().reload();
        standsAt(desk, ada, "seminars.place.expired");
        standsAt(desk, kolya, "seminars.place.confirmed");
        look(desk);
        second.hasHeardNoComplaint();
        fedya.hasHeardNoComplaint();
        desk.hasHeardNoComplaint();
    }

    /** Opens a form and sends it: what it says last is what it does. */
    private static void settles(Visitor visitor, String key) {
        visitor.button(key).first().click();
        send(visitor, key + "-now");
    }

    /** Somebody without an account, at a seminar with that title. */
    private record Guest(String name, String email, String title) {}

    private static void entersThem(Visitor desk, Guest guest) {
        desk.button("seminars.app.enter").click();
        desk.field("seminars.field.name").fill(guest.name());
        desk.field("seminars.field.email").fill(guest.email());
        look(desk);
        send(desk, "seminars.app.register-them");
        standsAt(desk, guest, "seminars.place.started");
    }

    /** Says by the letter's link that they come, and waits behind whoever came before. */
    private static void comes(Visitor visitor, Guest guest, int place) {
        opens(visitor, guest, "place-started");
        says(visitor, "started");
        look(visitor);
        visitor.button("seminars.place-page.confirm").click();
        assertThat(visitor.page().getByText(visitor.words("seminars.wait.full", place)))
                .isVisible();
        look(visitor);
    }

    /** Follows the link of the letter that says how it is. */
    private static void opens(Visitor visitor, Guest guest, String letter) {
        visitor.openLetterTo(guest.email(), "seminars.letter." + letter + ".subject", "", guest.title());
        visitor.follow(visitor.inLetter(AriaRole.LINK, "seminars.letter." + letter + ".button"));
        assertThat(visitor.heading()).hasText(guest.title());
    }

    private static void says(Visitor visitor, String state) {
        assertThat(visitor.page()
                        .getByRole(AriaRole.HEADING)
                        .filter(saying(visitor.words("seminars.place-page.state." + state))))
                .isVisible();
    }

    /** How the desk's list says that it is with somebody. */
    private static void standsAt(Visitor desk, Guest guest, String state) {
        Locator row = desk.page().getByRole(AriaRole.LISTITEM).filter(saying(guest.name()));
        assertThat(row).containsText(desk.words(state));
    }
}
