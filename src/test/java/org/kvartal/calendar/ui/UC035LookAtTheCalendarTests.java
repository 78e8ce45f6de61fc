package org.kvartal.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.TurnableClock;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventCities.City;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.Neighbours;
import org.kvartal.calendar.OutsideEventId;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventLine;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.calendar.OutsideState;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.testing.FrontSeat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;

/** Somebody who speaks for an association looks what is on, enters an event, and the office answers. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "calendar",
        extraIncludes = {"site", "shell"})
@Import({Neighbours.Street.class, FrontSeat.class, TurnableClock.Hands.class})
@ViewPackages(packages = "org.kvartal.calendar.ui")
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC035LookAtTheCalendarTests extends SpringBrowserlessTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final LocalDate DAY = LocalDate.parse("2027-05-20");

    @Autowired
    OutsideEvents events;

    @Autowired
    Neighbours neighbours;

    @Autowired
    FrontSeat seat;

    final String mark = "U" + Ids.next().toString().replace("-", "");
    Asker officer = Asker.guest();
    Asker speaker = Asker.guest();
    Host association = new Host(Ids.next(), LocalizedText.of(Language.EN, "Nobody"), null);

    @BeforeEach
    void somebodySitsDown() {
        officer = neighbours.officer();
        association = neighbours.organisation("Typesetters " + mark);
        speaker = neighbours.speaker(association);
        seat.take(speaker, Language.EN);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachShapeShowsWhatIsOnInTheReadersLanguage(Language language) {
        published("Night of type");
        seat.take(speaker, language);

        for (String shape : List.of("month", "week", "agenda")) {
            go("calendar?view=" + shape + "&on=2027-05-20");
            assertThat(page())
                    .as(shape)
                    .contains("Night of type " + mark, "18:00")
                    .doesNotContain("??");
            assertThat(links()).anyMatch(link -> link.startsWith("/app/calendar/events/"));
        }
        go("calendar?view=week&on=2027-05-20&city=lisbon");
        assertThat(page()).doesNotContain(mark);
    }

    @Test
    void shapesAndStepsAreLinksThatCarryTheWish() {
        go("calendar?view=month&on=2027-05-20&city=sofia");

        assertThat(links())
                .contains(
                        "/app/calendar?view=week&on=2027-05-20&city=sofia",
                        "/app/calendar?view=month&on=2027-06-01&city=sofia",
                        "/app/calendar?view=month&on=2027-04-01&city=sofia",
                        "/calendar.ics?language=en&city=sofia");
    }

    @Test
    void anEmptyPlaceSaysWhatWillBeThere() {
        go("calendar?view=agenda&on=2101-01-01");
        assertThat(page()).contains("Nothing stands here yet");
        go("calendar?view=agenda&on=2101-01-01&city=lisbon");
        assertThat(page()).contains("Show everything");
    }

    @Test
    void anEventIsEnteredAndWaitsForTheOfficeWhichPublishesIt() {
        go("calendar");
        go("calendar/new");
        write("Title (English)", "Night of type " + mark);
        fill(DAY, 18, 20);
        pick("City", "Sofia");
        write("Place", "Print Yard");
        test(find(Button.class)
                        .withAttribute("aria-label", "Add a translation: Title, Русский")
                        .single())
                .click();
        write("Title (Русский)", "Вечер шрифта " + mark);
        choose("Repeats", "Every month: third Thursday");
        press("Send to the office");

        EventLine line = events.entered(speaker, null, 10).getFirst();
        assertThat(line.state()).isEqualTo(OutsideState.SUGGESTED);
        assertThat(line.repetition()).isEqualTo(Repetition.of(Rhythm.MONTHLY_ON_WEEKDAY));
        assertThat(page()).contains("Night of type " + mark, "Suggested");

        seat.take(officer, Language.EN);
        go(CalendarPages.EVENTS + "/" + line.number());
        assertThat(page()).contains("Waits for the office", "Print Yard, Sofia", "Every month: third Thursday");
        press("Publish");
        assertThat(events.find(Asker.guest(), line.number())).isPresent();
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        go("calendar/new");
        write("Place", "Print Yard");
        press("Send to the office");

        assertThat(field("Title (English)").getErrorMessage()).isEqualTo("This is needed.");
        assertThat(day("Day").getErrorMessage()).isEqualTo("This is needed.");
        assertThat(field("Place").getValue()).isEqualTo("Print Yard");
        write("Title (English)", "x".repeat(151));
        fill(DAY, 20, 18);
        press("Send to the office");
        assertThat(time("Ends").getErrorMessage()).isEqualTo("It has to end after it begins.");
        fill(DAY, 18, 20);
        press("Send to the office");
        assertThat(field("Title (English)").getErrorMessage()).isEqualTo("At most 150 characters, please.");
        write("Title (English)", "Short " + mark);
        write("Web page", "no address");
        press("Send to the office");
        assertThat(field("Web page").getErrorMessage())
                .isEqualTo("This is not a web address. One looks like example.org.");
        assertThat(events.entered(speaker, null, 10)).isEmpty();
    }

    @Test
    void aClashIsSaidWhileTheDateIsChosenAndHindersNobody() {
        published("Fair");
        go("calendar/new");
        write("Title (English)", "Opening " + mark);
        fill(DAY, 19, 21);
        assertThat(page()).doesNotContain("Something else happens");

        pick("City", "Sofia");
        assertThat(page()).contains("Something else happens in the city at that time", "Fair " + mark);
        test(day("Day")).setValue(DAY.plusDays(1));
        assertThat(page()).doesNotContain("Fair " + mark);
        test(day("Day")).setValue(DAY);
        press("Send to the office");
        assertThat(events.entered(speaker, null, 10))
                .extracting(line -> line.title().in(Language.EN))
                .containsExactly("Opening " + mark, "Fair " + mark);
    }

    @Test
    void whoMeetsANewerVersionSeesItAndKeepsWhatWasTyped() {
        EventPage event = published("Fair");
        go(CalendarPages.EVENTS + "/" + event.number() + "/edit");
        write("Title (English)", "Mine " + mark);
        events.change(officer, event.id(), event.version(), content("Theirs"));

        press("Save");
        assertThat(page()).contains("Somebody has changed the event while you were writing", "Theirs " + mark);
        assertThat(field("Title (English)").getValue()).isEqualTo("Mine " + mark);

        press("Save");
        assertThat(events.find(speaker, event.number())
                        .orElseThrow()
                        .content()
                        .title()
                        .in(Language.EN))
                .isEqualTo("Mine " + mark);
    }

    @Test
    void theOfficeSaysWhyItDoesNotTakeAnEventIn() {
        EventPage event = suggested("Party");
        seat.take(officer, Language.EN);
        go(CalendarPages.EVENTS + "/" + event.number());
        press("Don’t take it in");
        pressLast("Don’t take it in");
        assertThat(find(TextArea.class).withCaption("Why?").single().getErrorMessage())
                .isEqualTo("This is needed.");
        test(find(TextArea.class).withCaption("Why?").single()).setValue("It is private.");
        pressLast("Don’t take it in");

        seat.take(speaker, Language.EN);
        go(CalendarPages.EVENTS + "/" + event.number());
        assertThat(page()).contains("It is private.", "Not taken in");
        assertThat(find(Button.class).withText("Publish").exists()).isFalse();
    }

    @Test
    void aDateOfASeriesIsCancelledOnThePageOfTheEvent() {
        EventPage event = series();
        go(CalendarPages.EVENTS + "/" + event.number());
        test(find(Button.class).withText("Cancel").all().get(1)).click();
        press("Cancel this date");

        assertThat(page()).contains("Cancelled");
        assertThat(events.find(Asker.guest(), event.number()).orElseThrow().dates())
                .filteredOn(OutsideEvents.SeriesDate::cancelled)
                .hasSize(1);
        test(find(Button.class).withText("Move").all().getFirst()).click();
        test(day("Day")).setValue(DAY.plusDays(1));
        press("Move the date");
        assertThat(page()).contains("Moved from");
    }

    @Test
    void theOwnAddressIsShownOnceAndCanBeSwitchedOff() {
        go("calendar?view=agenda");
        press("Make my address");
        String address = field("Your address").getValue();
        assertThat(address).matches("http.*/calendar/own/[\\w-]{43}\\.ics\\?language=en");

        go("calendar?view=agenda");
        assertThat(find(TextField.class).withCaption("Your address").exists()).isFalse();
        assertThat(page()).contains("It can’t be shown again");
        press("Switch it off");
        assertThat(page()).contains("Make my address");
    }

    @Test
    void whoMayEnterNothingIsOfferedNothing() {
        seat.take(Asker.of(PersonId.next()), Language.EN);
        go("calendar?view=agenda");

        assertThat(page()).doesNotContain("Enter an event");
    }

    private EventContent content(String title) {
        return new EventContent(
                LocalizedText.of(Language.EN, title + " " + mark),
                null,
                EventTime.between(DAY.atTime(18, 0), DAY.atTime(20, 0), SOFIA),
                null,
                "Print Yard",
                "sofia",
                "");
    }

    private EventPage suggested(String title) {
        return enter(content(title));
    }

    private EventPage published(String title) {
        EventPage page = suggested(title);
        events.publish(officer, page.id(), page.version());
        return events.find(speaker, page.number()).orElseThrow();
    }

    private EventPage series() {
        EventContent once = content("Series");
        EventPage page = enter(
                new EventContent(once.title(), null, once.time(), Repetition.times(Rhythm.WEEKLY, 3), "", "sofia", ""));
        events.publish(officer, page.id(), page.version());
        return events.find(speaker, page.number()).orElseThrow();
    }

    private EventPage enter(EventContent content) {
        OutsideEventId id = OutsideEventId.next();
        events.enter(speaker, new NewEvent(id, association.id(), content));
        return events.find(speaker, events.entered(speaker, null, 1).getFirst().number())
                .orElseThrow();
    }

    private static void go(String path) {
        Location wanted = new Location(path);
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    private String page() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void pressLast(String words) {
        test(find(Button.class).withText(words).last()).click();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withCaption(label).single();
    }

    private TimePicker time(String label) {
        return find(TimePicker.class).withCaption(label).single();
    }

    private void write(String label, String text) {
        test(field(label)).setValue(text);
    }

    private void fill(LocalDate day, int from, int to) {
        test(day("Day")).setValue(day);
        test(time("Begins")).setValue(LocalTime.of(from, 0));
        test(time("Ends")).setValue(LocalTime.of(to, 0));
    }

    @SuppressWarnings("unchecked")
    private void pick(String label, String city) {
        ComboBox<City> combo = (ComboBox<City>)
                (Component) find(ComboBox.class).withCaption(label).single();
        test(combo).selectItem(city);
    }

    @SuppressWarnings("unchecked")
    private void choose(String label, String item) {
        test((Select<Object>) find(Select.class).withCaption(label).single()).selectItem(item);
    }
}
