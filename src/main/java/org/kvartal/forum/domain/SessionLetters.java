package org.kvartal.forum.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that invite to a session. Who is invited is written down when it opens; the letters follow some at a time, each with a link of its own that
 * answers for that person and for nothing else, until the session begins.
 *
 * @see "Decision record 0104, an invitation's link works until the session begins"
 */
@Component
class SessionLetters {

    private static final LinkPurpose PURPOSE = new LinkPurpose("forum.answer");
    private static final int BATCH = 100;

    /** A session that is moved keeps its letters: whether one may still answer is asked of the session. */
    private static final Duration LATER = Duration.ofDays(60);

    private final Links links;
    private final Postbox postbox;
    private final Correspondence correspondence;
    private final Permissions permissions;
    private final Wording wording;
    private final House house;
    private final ForumJobs.Wake wake;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    SessionLetters(
            Links links,
            Postbox postbox,
            Correspondence correspondence,
            Permissions permissions,
            Wording wording,
            House house,
            ForumJobs.Wake wake,
            JdbcClient jdbc,
            HouseClock clock) {
        this.links = links;
        this.postbox = postbox;
        this.correspondence = correspondence;
        this.permissions = permissions;
        this.wording = wording;
        this.house = house;
        this.wake = wake;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Invited(SessionId session, PersonId person) {}

    /** Invites everybody who may take part, and whoever facilitates the session. */
    @Transactional(propagation = Propagation.MANDATORY)
    void invite(ForumSession session) {
        Set<PersonId> people = new HashSet<>(permissions.holders(ForumRights.TAKE_PART, Scope.PLATFORM));
        jdbc.sql("""
                INSERT INTO session_invitation (session, person)
                SELECT :session, p FROM unnest(:people::uuid[]) AS p ON CONFLICT DO NOTHING""")
                .param("session", session.id().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        wake.goOn();
    }

    /** Nobody else hears of a session that was cancelled before their letter was written. */
    @Transactional(propagation = Propagation.MANDATORY)
    void stop(SessionId session) {
        jdbc.sql("DELETE FROM session_invitation WHERE session = :session AND posted_at IS NULL")
                .param("session", session.value())
                .update();
    }

    /**
     * Writes the next letters.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean goOn() {
        record Waiting(UUID session, PersonId person) {}
        List<Waiting> waiting = jdbc.sql("""
                SELECT i.session, i.person FROM session_invitation i
                 WHERE i.posted_at IS NULL
                 ORDER BY i.session, i.person LIMIT :batch FOR UPDATE SKIP LOCKED""")
                .param("batch", BATCH)
                .query((row, _) -> new Waiting(Columns.id(row, "session"), Columns.person(row, "person")))
                .list();
        if (waiting.isEmpty()) {
            return false;
        }
        Map<UUID, Announced> sessions =
                announced(waiting.stream().map(Waiting::session).collect(Collectors.toSet()));
        Map<PersonId, Recipient> recipients =
                correspondence.recipients(waiting.stream().map(Waiting::person).toList());
        for (Waiting one : waiting) {
            Announced session = sessions.get(one.session());
            Recipient to = recipients.get(one.person());
            if (session != null && to != null) {
                post(session, one.person(), to);
            }
        }
        jdbc.sql("""
                UPDATE session_invitation i SET posted_at = :now
                  FROM unnest(:sessions::uuid[], :people::uuid[]) AS w (session, person)
                 WHERE i.session = w.session AND i.person = w.person""")
                .param("now", Columns.moment(clock.now()))
                .param("sessions", waiting.stream().map(Waiting::session).toArray(UUID[]::new))
                .param(
                        "people",
                        waiting.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .update();
        return waiting.size() == BATCH;
    }

    Optional<Invited> look(String token) {
        return links.look(token, PURPOSE)
                .map(LinkSubject::subject)
                .map(subject -> subject.split(":", 2))
                .map(parts -> new Invited(SessionId.of(parts[0]), PersonId.of(parts[1])));
    }

    private record Announced(
            UUID id, String code, LocalizedText title, Instant startsAt, ZoneId zone, String place, boolean remote) {}

    /** Those of the sessions to which one can still come. */
    private Map<UUID, Announced> announced(Set<UUID> ids) {
        return jdbc
                .sql("SELECT * FROM forum_session WHERE id = ANY (:ids) AND state = 'OPEN' AND starts_at > :now")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Columns.moment(clock.now()))
                .query((row, _) -> new Announced(
                        Columns.id(row, "id"),
                        new SessionCode(row.getInt("year"), row.getInt("number")).toString(),
                        Stored.text(row, "title"),
                        Columns.moment(row, "starts_at"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("place"),
                        !row.getString("call_link").isEmpty()))
                .list()
                .stream()
                .collect(Collectors.toMap(Announced::id, one -> one));
    }

    private void post(Announced session, PersonId person, Recipient to) {
        Language language = to.language();
        String token = links.issue(
                        PURPOSE,
                        session.id() + ":" + person,
                        Duration.between(clock.now(), session.startsAt()).plus(LATER))
                .value();
        String where = !session.place().isEmpty() ? "place" : "remote";
        postbox.post(Letter.about(
                        "forum.invitation:" + session.id(),
                        to,
                        "forum.letter.invitation-" + (session.remote() && where.equals("place") ? "both" : where),
                        house.name(),
                        session.title().in(language),
                        wording.exact(session.startsAt(), language, session.zone(), house.zone()),
                        session.place(),
                        session.code())
                .withSecretButton(house.address(ForumPages.answer(token, language)))
                .with(Letter.Importance.BULK));
    }
}
