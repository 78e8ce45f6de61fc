package org.kvartal.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarFilter;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.CalendarSource.FeedEntry;
import org.kvartal.calendar.Subscriptions;
import org.kvartal.calendar.feed.FeedWriter;
import org.kvartal.calendar.wording.EventLook;
import org.kvartal.calendar.wording.EventLook.Names;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Secret;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** The calendar for other calendars: what is public, and by a secret what one person may know of. */
@Controller
class FeedPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    /** A public feed may be kept so long by whoever stands between. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Calendar calendar;
    private final Subscriptions subscriptions;
    private final FeedWriter writer;
    private final EventLook look;
    private final House house;
    private final Messages messages;

    FeedPages(
            Calendar calendar,
            Subscriptions subscriptions,
            FeedWriter writer,
            EventLook look,
            House house,
            Messages messages) {
        this.calendar = calendar;
        this.subscriptions = subscriptions;
        this.writer = writer;
        this.look = look;
        this.house = house;
        this.messages = messages;
    }

    @GetMapping(CalendarPages.FEED)
    ResponseEntity<byte[]> open(
            @RequestParam(required = false) @Nullable String language, HttpServletRequest request, WebRequest asked) {
        return answer(
                Asker.guest(),
                request,
                asked,
                language,
                CacheControl.maxAge(KEPT).cachePublic());
    }

    @GetMapping(CalendarPages.OWN_FEED + "{secret:[A-Za-z0-9_-]{43}}.ics")
    ResponseEntity<byte[]> own(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            WebRequest asked) {
        Asker person = subscriptions.whose(secret).map(Asker::of).orElseThrow(NotFound::new);
        return answer(person, request, asked, language, CacheControl.noCache().cachePrivate());
    }

    private ResponseEntity<byte[]> answer(
            Asker asker, HttpServletRequest request, WebRequest asked, @Nullable String wanted, CacheControl kept) {
        Language language = Language.of(wanted).orElse(Language.EN);
        CalendarFilter filter = CalendarFilter.read(request.getParameterMap());
        List<FeedEntry> entries = calendar.feed(asker, filter, language);
        Names names = look.names(entries.stream().map(FeedEntry::event).toList(), cities(filter), language);
        byte[] feed = writer.write(entries, name(filter, names, language), names::city, language);
        String tag = "\"" + HexFormat.of().formatHex(Secret.sha256(feed)) + "\"";
        if (asked.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(kept).build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(tag)
                .cacheControl(kept)
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"calendar.ics\"")
                .body(feed);
    }

    private String name(CalendarFilter filter, Names names, Language language) {
        String city = names.city(filter.city());
        String calendarName = messages.text(language, "calendar.title");
        return house.name() + " – " + (city.isEmpty() ? calendarName : calendarName + ", " + city);
    }

    private static Collection<String> cities(CalendarFilter filter) {
        return filter.city() == null ? Set.of() : Set.of(filter.city());
    }
}
