package org.kvartal.seminars.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What belongs to a seminar beside its row: days, parts, groups, questions and the team. The caller has locked it, and has looked at what is written. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeminarBook {

    private final JdbcClient jdbc;
    private final HouseClock clock;

    SeminarBook(JdbcClient jdbc, HouseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused at {@code days} if one goes on which somebody was seen or spoken of */
    void days(SeminarId seminar, List<Day> days, ZoneId zone) {
        UUID[] ids = days.stream().map(day -> day.id().value()).toArray(UUID[]::new);
        parts(seminar, List.of());
        boolean kept = jdbc.sql("""
            SELECT EXISTS (SELECT FROM seminar_day d
                            WHERE d.seminar = :seminar AND d.id <> ALL (:ids)
                              AND (EXISTS (SELECT FROM seminar_attendance a WHERE a.day = d.id)
                                   OR EXISTS (SELECT FROM seminar_voice v WHERE v.day = d.id)))
                OR EXISTS (SELECT FROM seminar_day d WHERE d.seminar <> :seminar AND d.id = ANY (:ids))""")
                .param("seminar", seminar.value())
                .param("ids", ids)
                .query(Boolean.class)
                .single();
        if (kept) {
            throw Refused.at("days", "seminars.refused.day-kept");
        }
        jdbc.sql("DELETE FROM seminar_day WHERE seminar = :seminar AND id <> ALL (:ids)")
                .param("seminar", seminar.value())
                .param("ids", ids)
                .update();
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            jdbc.sql("""
                INSERT INTO seminar_day (id, seminar, number, date, starts, ends, starts_at, ends_at)
                VALUES (:id, :seminar, :number, :date, :starts, :ends, :startsAt, :endsAt)
                ON CONFLICT (id) DO UPDATE SET number = excluded.number, date = excluded.date, starts = excluded.starts,
                    ends = excluded.ends, starts_at = excluded.starts_at, ends_at = excluded.ends_at""")
                    .param("id", day.id().value())
                    .param("seminar", seminar.value())
                    .param("number", i + 1)
                    .param("date", day.date())
                    .param("starts", day.start())
                    .param("ends", day.end())
                    .param("startsAt", moment(day.date(), day.start(), zone))
                    .param("endsAt", moment(day.date(), day.end(), zone))
                    .update();
        }
    }

    private static OffsetDateTime moment(LocalDate date, LocalTime time, ZoneId zone) {
        return Columns.moment(LocalDateTime.of(date, time).atZone(zone).toInstant());
    }

    /** The days live by another clock. */
    void moveTo(SeminarId seminar, ZoneId zone) {
        jdbc.sql("""
            UPDATE seminar_day SET starts_at = (date + starts) AT TIME ZONE :zone, ends_at = (date + ends) AT TIME ZONE :zone
             WHERE seminar = :seminar""")
                .param("zone", zone.getId())
                .param("seminar", seminar.value())
                .update();
    }

    void parts(SeminarId seminar, List<Part> parts) {
        clear("seminar_part", seminar);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            jdbc.sql("""
                INSERT INTO seminar_part (seminar, position, day, title, starts, ends, room, track)
                VALUES (:seminar, :position, :day, :title::jsonb, :starts, :ends, :room, :track)""")
                    .param("seminar", seminar.value())
                    .param("position", i)
                    .param("day", part.day().value())
                    .param("title", Stored.json(part.title()))
                    .param("starts", part.start())
                    .param("ends", part.end())
                    .param("room", part.room())
                    .param("track", part.track())
                    .update();
        }
    }

    /** Whoever belonged to a group that goes belongs to none; {@link GroupChoice} says to which they belong then. */
    void groups(SeminarId seminar, List<Group> groups) {
        UUID[] ids = groups.stream().map(group -> group.id().value()).toArray(UUID[]::new);
        requireOurs("seminar_group", "groups", seminar, ids);
        jdbc.sql("UPDATE seminar_registration SET grp = NULL WHERE seminar = :seminar AND grp <> ALL (:ids)")
                .param("seminar", seminar.value())
                .param("ids", ids)
                .update();
        jdbc.sql("DELETE FROM seminar_group WHERE seminar = :seminar AND id <> ALL (:ids)")
                .param("seminar", seminar.value())
                .param("ids", ids)
                .update();
        Instant now = clock.now();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            Instant until = group.until();
            jdbc.sql("""
                INSERT INTO seminar_group (id, seminar, position, name, members, bodies, seats, until, released)
                VALUES (:id, :seminar, :position, :name, :members, :bodies, :seats, :until::timestamptz, :released)
                ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, members = excluded.members,
                    bodies = excluded.bodies, seats = excluded.seats, until = excluded.until, released = excluded.released""")
                    .param("id", group.id().value())
                    .param("seminar", seminar.value())
                    .param("position", i)
                    .param("name", group.name())
                    .param(
                            "members",
                            group.members().stream().map(MemberId::value).toArray(UUID[]::new))
                    .param("bodies", group.bodies().stream().map(BodyId::value).toArray(UUID[]::new))
                    .param("seats", group.seats())
                    .param("until", Columns.momentOrNull(until))
                    .param("released", until != null && !until.isAfter(now))
                    .update();
        }
    }

    void questions(SeminarId seminar, List<Question> questions) {
        requireOurs(
                "seminar_question",
                "questions",
                seminar,
                questions.stream().map(question -> question.id().value()).toArray(UUID[]::new));
        clear("seminar_question", seminar);
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            jdbc.sql("""
                INSERT INTO seminar_question (id, seminar, position, label, kind, choices, required)
                VALUES (:id, :seminar, :position, :label::jsonb, :kind, :choices::jsonb, :required)""")
                    .param("id", question.id().value())
                    .param("seminar", seminar.value())
                    .param("position", i)
                    .param("label", Stored.json(question.label()))
                    .param("kind", question.kind().name())
                    .param("choices", Stored.json(question.choices()))
                    .param("required", question.required())
                    .update();
        }
    }

    void team(SeminarId seminar, List<Trainer> trainers) {
        clear("seminar_trainer", seminar);
        for (int i = 0; i < trainers.size(); i++) {
            Trainer one = trainers.get(i);
            PersonId person = one.person();
            jdbc.sql("""
                INSERT INTO seminar_trainer (seminar, position, person, name, role)
                VALUES (:seminar, :position, :person::uuid, :name, :role)""")
                    .param("seminar", seminar.value())
                    .param("position", i)
                    .param("person", person == null ? null : person.value())
                    .param("name", one.name())
                    .param("role", one.role().name())
                    .update();
        }
    }

    private void clear(String table, SeminarId seminar) {
        jdbc.sql("DELETE FROM " + table + " WHERE seminar = :seminar")
                .param("seminar", seminar.value())
                .update();
    }

    /** Nobody takes what belongs to another seminar by its id. */
    private void requireOurs(String table, String field, SeminarId seminar, UUID[] ids) {
        boolean foreign = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM " + table + " WHERE id = ANY (:ids) AND seminar <> :seminar)")
                .param("ids", ids)
                .param("seminar", seminar.value())
                .query(Boolean.class)
                .single();
        if (foreign) {
            throw Refused.at(field, "seminars.refused.twice");
        }
    }
}
