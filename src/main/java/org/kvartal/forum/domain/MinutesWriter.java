package org.kvartal.forum.domain;

import static org.kvartal.forum.domain.WrittenMinutes.About.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesDesk.Reach;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.domain.RoomReads.Times;
import org.kvartal.forum.domain.WrittenMinutes.Written;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.springframework.stereotype.Component;

/** Puts minutes together from what happened, in the order in which it happened. Whether there was a quorum is said of each vote, by the figures of that moment. */
@Component
class MinutesWriter {

    private final RoomReads rooms;
    private final ItemMinutes items;
    private final Messages messages;
    private final Wording wording;

    MinutesWriter(RoomReads rooms, ItemMinutes items, Messages messages, Wording wording) {
        this.rooms = rooms;
        this.items = items;
        this.messages = messages;
        this.wording = wording;
    }

    List<Written> write(SessionCard session) {
        WrittenMinutes minutes = new WrittenMinutes();
        Times times = rooms.times(session.id()).orElseThrow();
        Attendance attendance = rooms.attendance(session.id());
        opening(session, times, minutes);
        present(attendance.lines(), minutes);
        items.write(session, attendance, minutes);
        Instant closed = Objects.requireNonNull(times.closedAt());
        minutes.said(
                evening(ParagraphKind.CLOSING),
                Reach.ALL,
                language -> messages.text(language, "forum.minutes.closing", clock(closed, session.zone())));
        return minutes.paragraphs();
    }

    private void opening(SessionCard session, Times times, WrittenMinutes minutes) {
        minutes.said(
                evening(ParagraphKind.OPENING),
                Reach.ALL,
                language -> messages.text(
                        language,
                        session.place().isEmpty() ? "forum.minutes.opening-remote" : "forum.minutes.opening",
                        wording.day(times.begunAt(), language, session.zone()),
                        clock(times.begunAt(), session.zone()),
                        session.place()));
    }

    private void present(List<AttendanceLine> lines, WrittenMinutes minutes) {
        List<LocalizedText> associations = lines.stream()
                .map(AttendanceLine::onBehalfOf)
                .filter(Objects::nonNull)
                .distinct()
                .map(card -> card.name())
                .toList();
        minutes.said(evening(ParagraphKind.PRESENT), Reach.ALL, language -> {
            String people = messages.text(language, "forum.minutes.present", lines.size(), associations.size());
            String names = associations.stream()
                    .map(name -> name.in(language))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .collect(Collectors.joining("; "));
            return names.isEmpty() ? people + "." : people + ": " + names + ".";
        });
        if (!lines.isEmpty()) {
            minutes.said(
                    evening(ParagraphKind.NAMES),
                    Reach.MEMBERS,
                    language -> messages.text(language, "forum.minutes.names", named(lines, language)));
        }
    }

    /** "Vera Visitor (Weavers); Ivan". */
    static String named(List<AttendanceLine> lines, Language language) {
        return lines.stream().map(line -> named(line, language)).collect(Collectors.joining("; "));
    }

    private static String named(AttendanceLine line, Language language) {
        var association = line.onBehalfOf();
        return association == null
                ? line.name()
                : line.name() + " (" + association.name().in(language) + ")";
    }

    /** "18:05". */
    static String clock(Instant moment, ZoneId zone) {
        var time = moment.atZone(zone).toLocalTime();
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
