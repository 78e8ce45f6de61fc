package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.kvartal.journeys.DelegationCast.Delegation;
import org.kvartal.journeys.DelegationCast.Screens;
import org.kvartal.journeys.DelegationCast.Visit;

/** What heads of delegations and hosts do behind the links of their letters, on a phone and without an account. */
final class DelegationLinks {

    private final DelegationCast cast;
    private final Screens screens;

    DelegationLinks(DelegationCast cast, Screens screens) {
        this.cast = cast;
        this.screens = screens;
    }

    /** Each head names themselves and somebody else, and whom to call; what is to be secret is not shown to them again. */
    void theHeadsSayWhoTravels() {
        for (Delegation one : cast.delegations()) {
            Visitor guests = screens.guests();
            guests.openLetterTo(one.email());
            guests.follow(guests.inLetter(AriaRole.LINK, "missions.letter.roster.button"));
            assertThat(guests.heading()).hasText(guests.words("missions.roster.title", one.name()));
            look(guests);
            assertThat(field(guests, 1, "name")).hasValue(one.head());
            Locator part = field(guests, 1, "part");
            part.selectOption("head");
            field(guests, 1, "languages").fill(cast.language().ownName());
            field(guests, 1, "phone").fill("+359 2 555 0100");
            field(guests, 1, "document").fill(cast.last().plusYears(3).toString());
            field(guests, 1, "emergency-name").fill(one.call());
            field(guests, 1, "emergency-phone").fill(one.phone());
            person(guests, 2).locator("summary").click();
            field(guests, 2, "name").fill(one.companion());
            look(guests);
            guests.button("missions.roster.save").click();
            assertThat(guests.page().getByText(guests.words("missions.roster.thanks-text")))
                    .isVisible();
            assertThat(guests.page().getByText(guests.words("missions.roster.emergency-kept")))
                    .hasCount(1);
            assertThat(field(guests, 2, "name")).hasValue(one.companion());
            assertThat(field(guests, 1, "emergency-phone")).hasValue("");
            look(guests);
        }
    }

    private static Locator person(Visitor guests, int person) {
        return guests.page().locator(".traveller-fields").nth(person - 1);
    }

    private static Locator field(Visitor guests, int person, String field) {
        return person(guests, person)
                .getByLabel(
                        guests.words("missions.trip.field." + field), new Locator.GetByLabelOptions().setExact(true));
    }

    /** The last one comes back to the page. */
    void whatIsSettledIsOnlyRead() {
        Visitor guests = screens.guests();
        Delegation last = cast.delegations().getLast();
        guests.openLetterTo(last.email());
        guests.follow(guests.inLetter(AriaRole.LINK, "missions.letter.roster.button"));
        assertThat(guests.page().getByText(guests.words("missions.roster.closed")))
                .isVisible();
        assertThat(guests.page().getByText(last.companion())).isVisible();
        assertThat(guests.button("missions.roster.save")).hasCount(0);
        look(guests);
    }

    /** Whoever speaks for a delegation reads its names, and nobody's emergency contact. */
    void aMemberReadsTheirOwnDelegationAlone(String mission) {
        Visitor chair = screens.chair();
        Delegation own = cast.delegations().getFirst();
        Delegation other = cast.delegations().get(1);
        chair.signIn(cast.chair(), mission);
        assertThat(chair.heading()).hasText(cast.title());
        chair.button("missions.trip.names-of", own.name()).click();
        assertThat(chair.page().getByText(own.companion())).isVisible();
        assertThat(chair.button("missions.trip.emergencies")).hasCount(0);
        look(chair);
        assertThat(chair.button("missions.trip.names-of", other.name())).hasCount(0);
        for (Delegation one : cast.delegations()) {
            assertThat(chair.page().getByText(one.phone())).hasCount(0);
        }
        assertThat(chair.page().getByText(other.companion())).hasCount(0);
    }

    void oneHostAccepts() {
        Visit visit = cast.visits().get(0);
        Visitor host = reads(visit);
        assertThat(host.page().locator(".visit-card"))
                .containsText(cast.delegations().getFirst().name());
        answers(host, "missions.host.accept", visit, "missions.host-answer.accepted");
    }

    void oneHostWishesAnotherTime(LocalDate day, String starts, String ends) {
        Visit visit = cast.visits().get(1);
        Visitor host = reads(visit);
        host.page().getByLabel(host.words("missions.host.move")).check();
        look(host);
        host.field("missions.host.day").fill(day.toString());
        host.field("missions.host.starts").fill(starts);
        host.field("missions.host.ends").fill(ends);
        answers(host, "missions.host.move", visit, "missions.host-answer.moved");
        assertThat(host.page().locator(".link-said")).containsText(starts + "–" + ends);
    }

    /** Two of the three delegations would have come. */
    void oneHostDeclines() {
        Visit visit = cast.visits().get(2);
        Visitor host = reads(visit);
        assertThat(host.page().locator(".visit-card"))
                .containsText(cast.delegations().getLast().name());
        assertThat(host.page().locator(".visit-card"))
                .not()
                .containsText(cast.delegations().getFirst().name());
        answers(host, "missions.host.decline", visit, "missions.host-answer.declined");
    }

    private Visitor reads(Visit visit) {
        Visitor host = screens.hosts();
        host.openLetterTo(visit.mail());
        host.follow(host.inLetter(AriaRole.LINK, "missions.letter.host.button"));
        assertThat(host.heading()).hasText(visit.purpose());
        assertThat(host.page().locator(".visit-card"))
                .containsText(visit.place().name());
        look(host);
        return host;
    }

    private static void answers(Visitor host, String choice, Visit visit, String said) {
        host.page().getByLabel(host.words(choice)).check();
        host.field("missions.host.words").fill(visit.answer());
        look(host);
        host.button("missions.host.send").click();
        assertThat(host.page().locator(".link-said")).containsText(host.words(said));
        assertThat(host.page().locator(".link-said")).containsText(visit.answer());
        look(host);
    }
}
