package org.kvartal.demo.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarId;

/** What {@code demo/seminars.yaml} says of one seminar. */
record SeminarPlot(Map<String, Object> told, StoryIds ids) {

    SeminarId id() {
        return new SeminarId(settled("", ""));
    }

    UUID settled(String what, String key) {
        return ids.settled("seminar " + text("key") + " " + what + " " + key);
    }

    String text(String name) {
        return StoryFiles.text(told, name);
    }

    int number(String name) {
        return Objects.requireNonNull(StoryFiles.number(told, name), name);
    }

    ZoneId zone() {
        return ZoneId.of(text("zone"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(ids.begun(), zone());
    }

    boolean held() {
        return told.containsKey("held");
    }

    Asker lead() {
        return person(told, "lead");
    }

    Asker person(Map<String, Object> of, String name) {
        return Asker.of(ids.person(StoryFiles.text(of, name)));
    }

    @Nullable MemberId member(Map<String, Object> one) {
        String association = StoryFiles.textOr(one, "for", "");
        return association.isEmpty() ? null : ids.member(association);
    }

    RegistrationId registration(String key) {
        return new RegistrationId(settled("registration", key));
    }

    /** @param later by how many days, against what the file says */
    List<Day> days(int later) {
        return StoryFiles.items(told.get("days")).stream()
                .map(day -> new Day(
                        day(day),
                        today().plusDays(Objects.requireNonNull(StoryFiles.number(day, "day")) + (long) later),
                        time(day, "from"),
                        time(day, "to")))
                .toList();
    }

    List<Part> parts() {
        return StoryFiles.items(told.get("days")).stream()
                .flatMap(day -> StoryFiles.items(day.get("parts")).stream()
                        .map(part -> new Part(
                                day(day),
                                StoryFiles.localized(part.get("title")),
                                time(part, "from"),
                                time(part, "to"),
                                StoryFiles.textOr(part, "room", ""),
                                StoryFiles.textOr(part, "track", ""))))
                .toList();
    }

    private DayId day(Map<String, Object> day) {
        return new DayId(settled("day", StoryFiles.text(day, "key")));
    }

    private static LocalTime time(Map<String, Object> of, String name) {
        return LocalTime.parse(StoryFiles.text(of, name));
    }

    static String constant(Map<String, Object> of, String name) {
        return StoryFiles.text(of, name).toUpperCase(Locale.ROOT);
    }
}
