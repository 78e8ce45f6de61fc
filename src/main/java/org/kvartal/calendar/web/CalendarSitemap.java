package org.kvartal.calendar.web;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find the calendar, and the entered events that are not over. Other events have pages in their own modules. */
@Component
class CalendarSitemap implements SitemapPart {

    private final OutsideEvents events;

    CalendarSitemap(OutsideEvents events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public long count() {
        return events.countOpen() + 1;
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        List<Page> pages = new ArrayList<>();
        if (offset == 0) {
            pages.add(new Page(CalendarPages.PUBLIC_CALENDAR, null));
        }
        events.listOpen(Math.max(0, offset - 1), limit - pages.size())
                .forEach(event -> pages.add(new Page(CalendarPages.inPublic(event.number()), event.changed())));
        return pages;
    }
}
