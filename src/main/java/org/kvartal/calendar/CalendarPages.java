package org.kvartal.calendar;

import org.kvartal.kernel.Language;
import org.kvartal.shell.ShellPages;

/** Where the calendar is found. */
public final class CalendarPages {

    /** The calendar in the workspace, below {@code /app}; and the public one, with a slash before it, below the language prefix. */
    public static final String CALENDAR = "calendar";

    /** The public calendar, below the language prefix; an event's number follows. */
    public static final String PUBLIC_CALENDAR = "/calendar";

    /** Events that one has entered, or that wait for the office, below {@code /app}. */
    public static final String ENTERED = CALENDAR + "/entered";

    /** Where an event is entered, below {@code /app}. */
    public static final String NEW_EVENT = CALENDAR + "/new";

    /** An entered event, below {@code /app}; its number follows. */
    public static final String EVENTS = CALENDAR + "/events";

    /** The public feed; takes {@code kind}, {@code city} and {@code language}. */
    public static final String FEED = "/calendar.ics";

    /** A person's own feed; the secret and {@code .ics} follow. */
    public static final String OWN_FEED = "/calendar/own/";

    private CalendarPages() {}

    /** An entered event in the workspace. */
    public static String event(long number) {
        return ShellPages.path(EVENTS) + "/" + number;
    }

    /** Where an entered event is changed, in the workspace. */
    public static String edit(long number) {
        return event(number) + "/edit";
    }

    /** An entered event that everybody may see, below the language prefix. */
    public static String inPublic(long number) {
        return PUBLIC_CALENDAR + "/" + number;
    }

    /** A person's own feed. */
    public static String own(String secret, CalendarFilter filter, Language language) {
        return OWN_FEED + secret + ".ics?language=" + language.code() + also(filter);
    }

    /** The public feed. */
    public static String feed(CalendarFilter filter, Language language) {
        return FEED + "?language=" + language.code() + also(filter);
    }

    private static String also(CalendarFilter filter) {
        return filter.isAll() ? "" : "&" + filter.write();
    }
}
