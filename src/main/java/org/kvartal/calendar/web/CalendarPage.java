package org.kvartal.calendar.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.SeriesDate;
import org.kvartal.calendar.wording.CalendarWish;
import org.kvartal.calendar.wording.CalendarWish.Shape;
import org.kvartal.calendar.wording.EventLook;
import org.kvartal.calendar.wording.EventLook.Names;
import org.kvartal.calendar.wording.EventWords;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Secret;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public calendar and the pages of entered events; the address says what is shown. */
@Controller
class CalendarPage {

    /** A day of the month shows so many; the rest is a link to the day. */
    private static final int EVENTS_OF_A_DAY = 4;

    private final Calendar calendar;
    private final OutsideEvents events;
    private final EventLook look;
    private final StructuredEvent structured;
    private final PublicPages pages;
    private final Messages messages;
    private final House house;
    private final Clock clock;

    CalendarPage(
            Calendar calendar,
            OutsideEvents events,
            EventLook look,
            StructuredEvent structured,
            PublicPages pages,
            Messages messages,
            House house,
            Clock clock) {
        this.calendar = calendar;
        this.events = events;
        this.look = look;
        this.structured = structured;
        this.pages = pages;
        this.messages = messages;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping(LANGUAGE + CalendarPages.PUBLIC_CALENDAR)
    ResponseEntity<byte[]> show(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        LocalDate today = house.day(clock.instant());
        CalendarWish wish = CalendarWish.read(request.getParameterMap(), Shape.AGENDA, today);
        // What may be chosen is what there is, whatever is chosen now.
        List<CalendarEvent> all = calendar.between(Asker.guest(), wish.from(), wish.to(), language);
        return pages.answer(
                request, response, "calendar/calendar", version(today, all), () -> model(wish, all, language));
    }

    private Map<String, Object> model(CalendarWish wish, List<CalendarEvent> all, Language language) {
        List<CalendarEvent> shown =
                all.stream().filter(wish.filter()::letsThrough).toList();
        String city = wish.filter().city();
        Names names = look.names(all, city == null ? Set.of() : Set.of(city), language);
        EventWords words = words(language);
        Map<String, Object> model = new HashMap<>();
        model.put("page", page(wish, names, words, !shown.isEmpty()));
        model.put("wish", wish);
        model.put("words", words);
        model.put("names", names);
        model.put("weekdays", List.of(DayOfWeek.values()));
        model.put("none", shown.isEmpty());
        model.put("days", wish.shape() == Shape.MONTH ? List.of() : wish.days(shown));
        model.put("weeks", wish.shape() == Shape.MONTH ? wish.weeks(shown) : List.of());
        model.put("most", EVENTS_OF_A_DAY);
        model.put("shapes", Arrays.asList(Shape.values()));
        model.put("choice", Choice.of(wish, all, calendar.kinds(), names, words));
        model.put("base", base(language));
        model.put("feed", CalendarPages.feed(wish.filter(), language));
        model.put("own", "/app/" + CalendarPages.CALENDAR);
        return model;
    }

    /** Search engines keep what comes next, whole and of one city; other stretches are endless. */
    private static PublicPage page(CalendarWish wish, Names names, EventWords words, boolean any) {
        boolean plain = wish.shape() == Shape.AGENDA
                && wish.isNow()
                && wish.filter().kinds().isEmpty();
        String query = wish.writeInPublic();
        String city = names.city(wish.filter().city());
        String title = words.text("calendar.title");
        return new PublicPage(
                words.language(),
                CalendarPages.PUBLIC_CALENDAR + (query.isEmpty() ? "" : "?" + query),
                city.isEmpty() ? title : city + " – " + title,
                words.text("calendar.lead"),
                null,
                null,
                null,
                plain && (any || wish.filter().isAll()),
                false);
    }

    @GetMapping(LANGUAGE + CalendarPages.PUBLIC_CALENDAR + "/{number:\\d{1,15}}")
    ResponseEntity<byte[]> event(
            @PathVariable Language language,
            @PathVariable long number,
            HttpServletRequest request,
            HttpServletResponse response) {
        EventPage event = events.find(Asker.guest(), number).orElseThrow(NotFound::new);
        LocalDate today = house.day(clock.instant());
        return pages.answer(request, response, "calendar/event", version(today, event), () -> model(event, language));
    }

    private Map<String, Object> model(EventPage event, Language language) {
        String city = event.content().city();
        Names names = look.names(List.of(), city == null ? Set.of() : Set.of(city), language);
        EventTime next = event.dates().stream()
                .filter(date -> !date.cancelled())
                .findFirst()
                .map(SeriesDate::time)
                .orElse(event.content().time());
        var about = event.content().about();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                PublicPage.of(
                                language,
                                CalendarPages.inPublic(event.number()),
                                event.content().title().in(language),
                                about == null ? words(language).when(next) : PlainText.line(about.in(language)))
                        .withJsonLd(structured.json(event, next, names, language)));
        model.put("event", event);
        model.put("next", next);
        model.put("words", words(language));
        model.put("names", names);
        model.put("base", base(language));
        return model;
    }

    private EventWords words(Language language) {
        return new EventWords(messages, language, house.zone());
    }

    private static String base(Language language) {
        return "/" + language.code() + CalendarPages.PUBLIC_CALENDAR;
    }

    private static String version(LocalDate today, Object shown) {
        return HexFormat.of().formatHex(Secret.sha256((today + " " + shown).getBytes(StandardCharsets.UTF_8)));
    }
}
