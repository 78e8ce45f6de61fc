package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.Answer;
import org.kvartal.forum.Invitations.AnswerLine;
import org.kvartal.forum.Invitations.AnswerList;
import org.kvartal.forum.Invitations.Reply;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Way;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who comes to a session, as pages show it. */
@Component
class AnswerReads {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final People people;
    private final Members members;

    AnswerReads(JdbcClient jdbc, People people, Members members) {
        this.jdbc = jdbc;
        this.people = people;
        this.members = members;
    }

    /** @param associations for how many of them somebody comes */
    record Coming(int people, int associations) {}

    private record Row(PersonId person, Reply reply, Instant at) {}

    Coming coming(SessionId session) {
        return jdbc.sql("""
                SELECT count(*) AS people, count(DISTINCT on_behalf_of) AS associations
                  FROM session_answer WHERE session = :session AND answer = 'YES'""")
                .param("session", session.value())
                .query((row, _) -> new Coming(row.getInt("people"), row.getInt("associations")))
                .single();
    }

    Optional<Reply> reply(SessionId session, PersonId person) {
        return row(session, person).map(Row::reply);
    }

    Optional<AnswerLine> of(SessionId session, PersonId person) {
        return row(session, person).flatMap(row -> lines(List.of(row)).stream().findFirst());
    }

    AnswerList all(SessionId session) {
        List<AnswerLine> lines = lines(jdbc.sql("""
                SELECT * FROM session_answer WHERE session = :session ORDER BY answered_at DESC, person LIMIT :limit""")
                .param("session", session.value())
                .param("limit", MOST)
                .query((row, _) -> row(row))
                .list());
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM session_invitation i WHERE i.session = :session) AS invited,
                       count(*) FILTER (WHERE answer = 'YES' AND way = 'ROOM') AS room,
                       count(*) FILTER (WHERE answer = 'YES' AND way = 'REMOTE') AS remote,
                       count(*) FILTER (WHERE answer = 'MAYBE') AS maybe,
                       count(*) FILTER (WHERE answer = 'NO') AS no
                  FROM session_answer WHERE session = :session""")
                .param("session", session.value())
                .query((row, _) -> new AnswerList(
                        lines,
                        row.getInt("invited"),
                        row.getInt("room"),
                        row.getInt("remote"),
                        row.getInt("maybe"),
                        row.getInt("no")))
                .single();
    }

    private Optional<Row> row(SessionId session, PersonId person) {
        return jdbc.sql("SELECT * FROM session_answer WHERE session = :session AND person = :person")
                .param("session", session.value())
                .param("person", person.value())
                .query((row, _) -> row(row))
                .optional();
    }

    private List<AnswerLine> lines(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<PersonId, PersonCard> cards =
                people.cards(rows.stream().map(Row::person).toList());
        Set<MemberId> named = rows.stream()
                .map(row -> row.reply().onBehalfOf())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<MemberId, MemberCard> associations = named.isEmpty() ? Map.of() : members.cards(Asker.guest(), named);
        return rows.stream()
                .filter(row -> cards.containsKey(row.person()))
                .map(row -> {
                    @Nullable MemberId association = row.reply().onBehalfOf();
                    return new AnswerLine(
                            Objects.requireNonNull(cards.get(row.person())),
                            row.reply().answer(),
                            row.reply().way(),
                            association == null ? null : associations.get(association),
                            row.at());
                })
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Columns.person(row, "person"),
                new Reply(
                        Answer.valueOf(row.getString("answer")),
                        Way.valueOf(row.getString("way")),
                        Stored.member(row, "on_behalf_of")),
                Columns.moment(row, "answered_at"));
    }
}
