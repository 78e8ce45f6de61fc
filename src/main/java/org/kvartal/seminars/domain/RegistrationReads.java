package org.kvartal.seminars.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.ListKey;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.Registrations.RegistrationLine;
import org.kvartal.seminars.Registrations.RegistrationList;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.WaitReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registrations as pages show them. */
@Component
class RegistrationReads {

    private static final int MOST_COLLEAGUES = 500;

    /** Which in the queue of its seminar a registration {@code r} is; of those that wait alone. */
    static final String POSITION = """
        (SELECT count(*) FROM seminar_registration q
          WHERE q.seminar = r.seminar AND q.state = 'WAITLISTED'
            AND (-q.priority, q.queued_at, q.id) <= (-r.priority, r.queued_at, r.id))""";

    private static final String LINES = """
        SELECT r.*, g.name AS group_name FROM seminar_registration r LEFT JOIN seminar_group g ON g.id = r.grp
         WHERE r.seminar = :seminar""";

    private final People people;
    private final Members members;
    private final Correspondence correspondence;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    RegistrationReads(
            People people, Members members, Correspondence correspondence, JdbcClient jdbc, HouseClock clock) {
        this.people = people;
        this.members = members;
        this.correspondence = correspondence;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            RegistrationId id,
            @Nullable PersonId person,
            String name,
            @Nullable String email,
            @Nullable MemberId association,
            @Nullable String group,
            RegistrationState state,
            int priority,
            @Nullable Instant offerUntil,
            boolean late,
            String reason,
            Instant madeAt,
            Map<QuestionId, String> answers) {}

    RegistrationList list(SeminarId seminar, Set<RegistrationState> states, @Nullable ListKey after, int limit) {
        List<Row> rows = jdbc.sql(LINES
                        + (states.isEmpty() ? "" : " AND r.state = ANY (:states)")
                        + (after == null ? "" : " AND (r.made_at, r.id) > (:madeAt, :registration)")
                        + " ORDER BY r.made_at, r.id LIMIT :limit")
                .param("seminar", seminar.value())
                .param("states", Stored.names(states))
                .param("madeAt", after == null ? null : Columns.moment(after.madeAt()))
                .param(
                        "registration",
                        after == null ? null : after.registration().value())
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new RegistrationList(
                lines(shown),
                more ? new ListKey(shown.getLast().madeAt(), shown.getLast().id()) : null);
    }

    List<RegistrationLine> ofAssociations(SeminarId seminar, Set<MemberId> associations) {
        return lines(jdbc.sql(LINES + " AND r.on_behalf_of = ANY (:associations) ORDER BY r.made_at, r.id LIMIT :limit")
                .param("seminar", seminar.value())
                .param(
                        "associations",
                        associations.stream().map(MemberId::value).toArray(UUID[]::new))
                .param("limit", MOST_COLLEAGUES)
                .query((row, _) -> row(row))
                .list());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new RegistrationId(Columns.id(row, "id")),
                Columns.personOrNull(row, "person"),
                row.getString("name"),
                row.getString("email"),
                Stored.member(row, "on_behalf_of"),
                row.getString("group_name"),
                Stored.code(row, "state", RegistrationState.class),
                row.getInt("priority"),
                Columns.momentOrNull(row, "offer_until"),
                row.getBoolean("late"),
                row.getString("reason"),
                Columns.moment(row, "made_at"),
                Stored.answers(row, "answers"));
    }

    private List<RegistrationLine> lines(List<Row> rows) {
        List<PersonId> named =
                rows.stream().map(Row::person).filter(Objects::nonNull).toList();
        Map<PersonId, PersonCard> cards = people.cards(named);
        Map<PersonId, Recipient> addresses = correspondence.recipients(named);
        Map<MemberId, MemberCard> associations = members.cards(
                SeminarTrail.HOUSE,
                rows.stream().map(Row::association).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    PersonId person = row.person();
                    PersonCard card = person == null ? null : cards.get(person);
                    Recipient to = person == null ? null : addresses.get(person);
                    MemberId association = row.association();
                    return new RegistrationLine(
                            row.id(),
                            card,
                            card == null ? row.name() : card.name(),
                            to == null ? row.email() : to.address(),
                            association == null ? null : associations.get(association),
                            row.group(),
                            row.state(),
                            row.priority(),
                            row.offerUntil(),
                            row.late(),
                            row.reason(),
                            row.madeAt(),
                            row.answers());
                })
                .toList();
    }

    private static final String PLACE = """
        SELECT r.*, g.name AS group_name, s.secret, s.state AS seminar_state, s.starts_at, s.per_association,
               CASE WHEN r.state = 'WAITLISTED' THEN POSITION END AS position,
               CASE WHEN r.state = 'WAITLISTED' AND r.on_behalf_of IS NOT NULL THEN
                 (SELECT count(*) FROM seminar_registration q
                   WHERE q.seminar = r.seminar AND q.on_behalf_of = r.on_behalf_of
                     AND q.state IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW')) END AS theirs
          FROM seminar_registration r JOIN seminar s ON s.id = r.seminar LEFT JOIN seminar_group g ON g.id = r.grp
         WHERE %s ORDER BY r.made_at DESC, r.id DESC LIMIT 1""".replace("POSITION", POSITION);

    /** Somebody's newest place in a seminar. */
    Optional<Place> ofPerson(SeminarId seminar, PersonId person) {
        return jdbc.sql(PLACE.formatted("r.seminar = :seminar AND r.person = :person"))
                .param("seminar", seminar.value())
                .param("person", person.value())
                .query((row, _) -> place(row))
                .optional()
                .map(this::whole);
    }

    Optional<Place> place(RegistrationId id) {
        return jdbc.sql(PLACE.formatted("r.id = :id"))
                .param("id", id.value())
                .query((row, _) -> place(row))
                .optional()
                .map(this::whole);
    }

    record Whose(SeminarId seminar, RegistrationState state) {}

    Optional<Whose> whose(RegistrationId id) {
        return jdbc.sql("SELECT seminar, state FROM seminar_registration WHERE id = :id")
                .param("id", id.value())
                .query((row, _) ->
                        new Whose(Stored.seminar(row, "seminar"), Stored.code(row, "state", RegistrationState.class)))
                .optional();
    }

    private record Half(Place place, @Nullable MemberId association) {}

    private Half place(ResultSet row) throws SQLException {
        RegistrationId id = new RegistrationId(Columns.id(row, "id"));
        RegistrationState state = Stored.code(row, "state", RegistrationState.class);
        SeminarState seminar = Stored.code(row, "seminar_state", SeminarState.class);
        Integer quota = Stored.numberOrNull(row, "per_association");
        Integer theirs = Stored.numberOrNull(row, "theirs");
        boolean waits = state == RegistrationState.WAITLISTED;
        boolean quotaReached = quota != null && theirs != null && theirs >= quota;
        boolean coming =
                seminar.givesPlaces() && Columns.moment(row, "starts_at").isAfter(clock.now());
        return new Half(
                new Place(
                        id,
                        state,
                        null,
                        waits ? Stored.numberOrNull(row, "position") : null,
                        waits ? quotaReached ? WaitReason.ASSOCIATION_QUOTA : WaitReason.FULL : null,
                        quota,
                        Columns.momentOrNull(row, "offer_until"),
                        row.getBoolean("late"),
                        row.getString("group_name"),
                        row.getString("reason"),
                        state.takesPart() ? new DoorKeys(row.getBytes("secret")).ticket(id) : null,
                        Stored.answers(row, "answers"),
                        Map.of(),
                        coming && state.next().contains(RegistrationState.WITHDRAWN)),
                Stored.member(row, "on_behalf_of"));
    }

    private Place whole(Half half) {
        Place place = half.place();
        Map<DayId, Presence> presence = new HashMap<>();
        jdbc.sql("SELECT day, presence FROM seminar_attendance WHERE registration = :id")
                .param("id", place.id().value())
                .query(row -> {
                    presence.put(new DayId(Columns.id(row, "day")), Stored.code(row, "presence", Presence.class));
                });
        MemberId association = half.association();
        return new Place(
                place.id(),
                place.state(),
                association == null
                        ? null
                        : members.cards(SeminarTrail.HOUSE, List.of(association))
                                .get(association),
                place.position(),
                place.why(),
                place.quota(),
                place.offerUntil(),
                place.late(),
                place.group(),
                place.reason(),
                place.ticket(),
                place.answers(),
                presence,
                place.mayWithdraw());
    }
}
