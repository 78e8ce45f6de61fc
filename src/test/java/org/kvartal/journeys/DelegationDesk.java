package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.act;
import static org.kvartal.journeys.Habits.choose;
import static org.kvartal.journeys.Habits.find;
import static org.kvartal.journeys.Habits.lastOf;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.path;
import static org.kvartal.journeys.Habits.saying;
import static org.kvartal.journeys.Habits.send;
import static org.kvartal.journeys.Habits.worded;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.kvartal.journeys.DelegationCast.Delegation;
import org.kvartal.journeys.DelegationCast.Visit;

/** What the coordinator of a mission does before anybody travels. */
final class DelegationDesk {

    /** From Sofia to Plovdiv by road, less the half hour that was planned for it. */
    private static final int MINUTES_MISSING = 114;

    private static final int HALF_HOUR = 30;

    private final DelegationCast cast;
    private final Visitor desk;

    DelegationDesk(DelegationCast cast, Visitor desk) {
        this.cast = cast;
        this.desk = desk;
    }

    /** @return its code */
    String aMissionIsPlanned() {
        desk.signIn(cast.coordinator(), "/app/missions");
        look(desk);
        desk.link("missions.trip.new").first().click();
        assertThat(desk.heading()).hasText(desk.words("missions.trip.new"));
        worded(desk, "missions.trip.field.title").fill(cast.title());
        choose(desk, "missions.trip.field.kind", desk.words("missions.kind.business-mission"));
        Visitor.setsDay(desk.field("missions.trip.field.starts"), cast.first());
        Visitor.setsDay(desk.field("missions.trip.field.ends"), cast.last());
        unfolds();
        worded(desk, "missions.trip.field.goal-text").fill(cast.goal());
        look(desk);
        send(desk, "missions.trip.plan");
        assertThat(desk.heading()).hasText(cast.title());
        look(desk);
        return lastOf(path(desk));
    }

    /** What most leave out is folded away. */
    private void unfolds() {
        desk.button(desk.page().locator(".sheet"), "shell.ask.more").click();
    }

    void threeDelegationsAreInvited() {
        for (Delegation one : cast.delegations()) {
            desk.button("missions.app.trip-delegation").click();
            desk.field("missions.trip.field.delegation").fill(one.name());
            if (one.name().equals(cast.association().name())) {
                choosesMember(desk, desk.choice("missions.trip.field.party"), one.name());
            }
            desk.field("missions.trip.field.head").fill(one.head());
            desk.field("missions.trip.field.email").fill(one.email());
            send(desk, "missions.app.save");
            desk.button("missions.app.trip-invite").click();
            send(desk, "missions.app.trip-invite");
        }
        assertThat(desk.page().getByText(desk.words("missions.trip.nobody-yet")))
                .hasCount(cast.delegations().size());
        look(desk);
    }

    /** One of the house's own, by a field that finds pages of the directory, too. */
    static void choosesMember(Visitor visitor, Locator field, String name) {
        chooses(visitor, field, name, visitor.words("missions.trip.member", name));
    }

    /** Types a name, and takes what the field calls exactly so. */
    static void chooses(Visitor visitor, Locator field, String typed, String called) {
        field.fill(typed);
        visitor.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(called).setExact(true))
                .click();
    }

    private void opensMore(String name) {
        desk.button("missions.trip.more-of", name).click();
    }

    /** What was said behind the links stands on the open page without being asked for. */
    void whoTravelsIsRead() {
        assertThat(desk.page().getByText(desk.words("missions.trip.travellers", 2)))
                .hasCount(cast.delegations().size());
        Delegation first = cast.delegations().getFirst();
        desk.button("missions.trip.names-of", first.name()).click();
        assertThat(desk.page().locator(".roster").first()).containsText(first.companion());
        assertThat(desk.page().getByText(first.phone())).hasCount(0);
        desk.button("missions.trip.emergencies").click();
        for (Delegation one : cast.delegations()) {
            assertThat(desk.page().getByText(one.call())).isVisible();
            assertThat(desk.titled(one.phone())).isVisible();
        }
        look(desk);
    }

    /** The second visit is too far from the first, the third begins while the second goes on; both are mended. */
    void anItineraryIsDrawnAndMended() {
        Visit press = cast.visits().get(0);
        Visit mill = cast.visits().get(1);
        Visit bindery = cast.visits().get(2);
        visits(press, 0, "10:00", "11:30");
        visits(mill, 0, "12:00", "13:00");
        assertThat(warning(mill)).containsText(desk.words("missions.warning.travel", MINUTES_MISSING));
        assertThat(warning(mill)).containsText(press.purpose());
        look(desk);
        opensMore(mill.purpose());
        desk.button("missions.app.trip-visit-edit").click();
        at("15:00", "16:00");
        send(desk, "missions.app.save");
        assertThat(visit(mill)).containsText("15:00–16:00");
        assertThat(warning(mill)).hasCount(0);

        // An hour later by the clock of Sofia.
        visits(
                bindery,
                0,
                "14:30",
                "15:30",
                cast.delegations().get(1),
                cast.delegations().get(2));
        assertThat(warning(bindery)).containsText(desk.words("missions.warning.clash", HALF_HOUR));
        opensMore(bindery.purpose());
        desk.button("missions.trip.day-later").click();
        assertThat(desk.page().locator(".trip-day")).hasCount(2);
        assertThat(warning(bindery)).hasCount(0);
        look(desk);
    }

    private void visits(Visit one, int day, String starts, String ends, Delegation... who) {
        desk.button("missions.app.trip-visit").click();
        desk.field("missions.trip.field.purpose").fill(one.purpose());
        Visitor.setsDay(desk.field("missions.trip.field.day"), cast.day(day));
        at(starts, ends);
        find(desk, "missions.trip.field.entry", one.place().name());
        for (Delegation goes : who) {
            desk.box(goes.name()).check();
        }
        unfolds();
        assertThat(desk.field("missions.trip.field.host")).hasValue(one.place().name());
        assertThat(desk.field("missions.trip.field.host-email")).hasValue(one.mail());
        look(desk);
        send(desk, "missions.app.save");
        assertThat(visit(one)).containsText(one.place().name());
    }

    private void at(String starts, String ends) {
        time("missions.trip.field.from-time", starts);
        time("missions.trip.field.until", ends);
    }

    private void time(String field, String time) {
        desk.choice(field).fill(time);
        desk.choice(field).press("Enter");
    }

    private Locator visit(Visit one) {
        return desk.page()
                .locator(".visit")
                .filter(saying(one.purpose()))
                .filter(saying(one.place().name()));
    }

    private Locator warning(Visit one) {
        return visit(one).locator(".visit-what > .badge");
    }

    void theHostsAreAsked() {
        for (Visit one : cast.visits()) {
            desk.button(visit(one), "missions.app.trip-ask").click();
            send(desk, "missions.app.trip-ask");
            says(one, "missions.host-state.asked");
        }
    }

    private void says(Visit one, String state) {
        assertThat(visit(one).locator(".visit-host")).containsText(desk.words(state));
    }

    /** One has accepted, one wishes another time, one has declined. */
    void theHostsHaveAnswered(String starts, String ends) {
        says(cast.visits().get(0), "missions.host-state.accepted");
        says(cast.visits().get(1), "missions.host-state.moved");
        says(cast.visits().get(2), "missions.host-state.declined");
        cast.visits().forEach(one -> assertThat(visit(one)).containsText(one.answer()));
        look(desk);
        Visit mill = cast.visits().get(1);
        act(desk, "missions.app.trip-take");
        says(mill, "missions.host-state.accepted");
        assertThat(visit(mill)).containsText(starts + "–" + ends);
        assertThat(desk.page().locator(".trip-day")).hasCount(2);
    }

    /** Nobody travels to a host who has declined: the visit is taken out first. */
    void theMissionIsConfirmed() {
        act(desk, "missions.app.trip-settle");
        desk.button("missions.app.trip-confirm").click();
        Locator sheet = desk.page().locator(".sheet");
        desk.button(sheet, "missions.app.trip-confirm").click();
        assertThat(sheet).containsText(desk.words("missions.refused.hosts", 1));
        look(desk);
        desk.button(sheet, "shell.sheet.cancel").click();
        Visit bindery = cast.visits().get(2);
        opensMore(bindery.purpose());
        desk.button("missions.app.trip-visit-drop").click();
        send(desk, "missions.app.trip-visit-drop");
        assertThat(visit(bindery)).hasCount(0);
        act(desk, "missions.app.trip-confirm");
        assertThat(desk.page()
                        .getByText(desk.words("missions.mission-state.confirmed"))
                        .first())
                .isVisible();
        look(desk);
    }

    /** Everybody may read its name, its days and its places from now on. */
    void theMissionIsShown() {
        desk.button("missions.app.more").click();
        act(desk, "missions.app.trip-show");
        assertThat(desk.link("missions.trip.public")).isVisible();
    }
}
