package org.kvartal.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.AgendaTemplate.Section;
import org.kvartal.forum.AgendaTemplate.StandingItem;
import org.kvartal.forum.SeriesBook.SeriesContent;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** Wishes that tests of the forum have in common. */
public final class Forums {

    public static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    public static final Venue HALL = new Venue("Letterpress hall", "sofia", "https://call.example.org/hall");

    /** A section with something that stands every time, and an empty one. */
    public static final AgendaTemplate TEMPLATE = new AgendaTemplate(List.of(
            new Section(
                    LocalizedText.of(Language.EN, "Opening"),
                    List.of(new StandingItem(LocalizedText.of(Language.EN, "Welcome"), ItemKind.INFO, 10))),
            new Section(LocalizedText.of(Language.EN, "Matters"), List.of())));

    private Forums() {}

    /** Once a week at 18:00 in Sofia, from the day after tomorrow on. */
    public static SeriesContent weekly(String name, Instant now) {
        return weekly(name, LocalDate.ofInstant(now, SOFIA).plusDays(2));
    }

    public static SeriesContent weekly(String name, LocalDate first) {
        return content(name, first.atTime(LocalTime.of(18, 0)), Repetition.of(Rhythm.WEEKLY));
    }

    public static SeriesContent content(String name, LocalDateTime first, Repetition repetition) {
        return new SeriesContent(
                LocalizedText.of(Language.EN, name),
                new Recurrence(first, SOFIA, false, repetition),
                60,
                HALL,
                TEMPLATE,
                1);
    }

    /** Somebody's proposal for the sessions of a series. */
    public static NewItem item(ItemId id, @Nullable SeriesId series, String title) {
        return new NewItem(
                id, series, null, title, Language.EN, "Why **now**.", ItemKind.DISCUSS, 20, "A decision.", null, null);
    }
}
