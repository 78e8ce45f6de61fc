package org.kvartal.seminars.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars.GroupLine;
import org.kvartal.seminars.TrainerRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what belongs to a seminar beside its row, each in one query. */
@Component
class SeminarRows {

    private final JdbcClient jdbc;

    SeminarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Day> days(SeminarId seminar) {
        return jdbc.sql("SELECT * FROM seminar_day WHERE seminar = :seminar ORDER BY number")
                .param("seminar", seminar.value())
                .query((row, _) -> day(row, "id"))
                .list();
    }

    /** The days of a seminar with when each begins and ends. */
    List<Dated> dated(SeminarId seminar) {
        return jdbc.sql("SELECT * FROM seminar_day WHERE seminar = :seminar ORDER BY number")
                .param("seminar", seminar.value())
                .query((row, _) ->
                        new Dated(day(row, "id"), Columns.moment(row, "starts_at"), Columns.moment(row, "ends_at")))
                .list();
    }

    record Dated(Day day, Instant startsAt, Instant endsAt) {

        /** Whether its door is open: from some time before its beginning on. */
        boolean come(Instant now) {
            return !now.isBefore(startsAt.minus(Duration.ofHours(CheckIn.DOOR_HOURS)));
        }
    }

    static Day day(ResultSet row, String id) throws SQLException {
        return new Day(
                new DayId(Columns.id(row, id)),
                Stored.day(row, "date"),
                Stored.time(row, "starts"),
                Stored.time(row, "ends"));
    }

    List<Part> parts(SeminarId seminar) {
        return jdbc.sql("SELECT * FROM seminar_part WHERE seminar = :seminar ORDER BY position")
                .param("seminar", seminar.value())
                .query((row, _) -> new Part(
                        new DayId(Columns.id(row, "day")),
                        Stored.text(row, "title"),
                        Stored.time(row, "starts"),
                        Stored.time(row, "ends"),
                        row.getString("room"),
                        row.getString("track")))
                .list();
    }

    List<GroupLine> groups(SeminarId seminar) {
        return jdbc.sql("""
            SELECT g.*, (SELECT count(*) FROM seminar_registration r
                          WHERE r.seminar = g.seminar AND r.grp = g.id AND r.state = ANY (:seated)) AS taken
              FROM seminar_group g WHERE g.seminar = :seminar ORDER BY g.position""")
                .param("seminar", seminar.value())
                .param("seated", Stored.names(RegistrationState.SEATED))
                .query((row, _) -> new GroupLine(group(row), row.getInt("taken")))
                .list();
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                new GroupId(Columns.id(row, "id")),
                row.getString("name"),
                Stored.ids(row, "members").stream().map(MemberId::new).collect(Collectors.toSet()),
                Stored.ids(row, "bodies").stream().map(BodyId::new).collect(Collectors.toSet()),
                row.getInt("seats"),
                Columns.momentOrNull(row, "until"));
    }

    /** Those whose seats are still reserved. */
    List<Group> reserved(SeminarId seminar) {
        return jdbc.sql("SELECT * FROM seminar_group WHERE seminar = :seminar AND NOT released ORDER BY position")
                .param("seminar", seminar.value())
                .query((row, _) -> group(row))
                .list();
    }

    List<Question> questions(SeminarId seminar) {
        return jdbc.sql("SELECT * FROM seminar_question WHERE seminar = :seminar ORDER BY position")
                .param("seminar", seminar.value())
                .query((row, _) -> new Question(
                        new QuestionId(Columns.id(row, "id")),
                        Stored.text(row, "label"),
                        Stored.code(row, "kind", QuestionKind.class),
                        Stored.texts(row, "choices"),
                        row.getBoolean("required")))
                .list();
    }

    List<Trainer> team(SeminarId seminar) {
        return jdbc.sql("SELECT * FROM seminar_trainer WHERE seminar = :seminar ORDER BY position")
                .param("seminar", seminar.value())
                .query((row, _) -> new Trainer(
                        Columns.personOrNull(row, "person"),
                        row.getString("name"),
                        Stored.code(row, "role", TrainerRole.class)))
                .list();
    }

    /** Those of the team who decide. */
    Set<PersonId> deciders(SeminarId seminar) {
        return team(seminar).stream()
                .filter(one -> one.role().decides())
                .map(Trainer::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
