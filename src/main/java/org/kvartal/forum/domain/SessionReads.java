package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions as pages show them. */
@Component
@Transactional(readOnly = true)
class SessionReads implements Sessions {

    private static final int MOST_COMING = 100;
    private static final int MOST_BETWEEN = 1_000;

    /** Of a session {@code s}: whether it is still to be held, or held now; one that is entered from paper was held. Takes {@code now}. */
    private static final String COMING = """
             ((s.ends_at > :now AND s.state <> 'CLOSED') OR (s.state = 'IN_PROGRESS' AND NOT s.paper)) """;

    private final JdbcClient jdbc;
    private final ForumSight sight;
    private final AgendaReads agendas;
    private final AnswerReads answers;
    private final Permissions permissions;
    private final HouseClock clock;

    SessionReads(
            JdbcClient jdbc,
            ForumSight sight,
            AgendaReads agendas,
            AnswerReads answers,
            Permissions permissions,
            HouseClock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.agendas = agendas;
        this.answers = answers;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public List<SessionCard> coming(Asker asker) {
        return cards(
                asker,
                sight.of(asker),
                " AND" + COMING + "ORDER BY s.starts_at, s.id LIMIT :limit",
                Map.of("now", Columns.moment(clock.now()), "limit", MOST_COMING));
    }

    @Override
    public SessionList past(Asker asker, @Nullable ListKey before, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("now", Columns.moment(clock.now()), "limit", limit + 1));
        String further = "";
        if (before != null) {
            further = " AND (s.starts_at, s.id) < (:startsAt, :session)";
            values.put("startsAt", Columns.moment(before.startsAt()));
            values.put("session", before.session().value());
        }
        List<SessionCard> found = cards(
                asker,
                sight.of(asker),
                " AND NOT" + COMING + further + " ORDER BY s.starts_at DESC, s.id DESC LIMIT :limit",
                values);
        boolean more = found.size() > limit;
        List<SessionCard> shown = more ? found.subList(0, limit) : found;
        return new SessionList(
                shown,
                more ? new ListKey(shown.getLast().startsAt(), shown.getLast().id()) : null);
    }

    @Override
    public Map<SessionId, SessionCard> cards(Asker asker, Collection<SessionId> sessions) {
        Map<SessionId, SessionCard> found = new HashMap<>();
        if (!sessions.isEmpty()) {
            cards(
                            asker,
                            sight.of(asker),
                            " AND s.id = ANY (:ids)",
                            Map.of(
                                    "ids",
                                    sessions.stream().map(SessionId::value).toArray(UUID[]::new)))
                    .forEach(card -> found.put(card.id(), card));
        }
        return found;
    }

    @Override
    public List<SessionCard> between(Asker asker, Instant from, Instant to) {
        return cards(
                asker,
                sight.of(asker),
                " AND s.starts_at < :to AND s.ends_at > :from ORDER BY s.starts_at, s.id LIMIT :limit",
                Map.of("from", Columns.moment(from), "to", Columns.moment(to), "limit", MOST_BETWEEN));
    }

    @Override
    public Optional<SessionPage> find(Asker asker, String text) {
        Facilitating facilitating = sight.of(asker);
        record Found(SessionCard card, String callLink, String reason) {}
        return SessionCode.of(text)
                .flatMap(code -> jdbc.sql(SessionRows.CARDS + " AND s.year = :year AND s.number = :number")
                        .params(SessionRows.values(asker, facilitating))
                        .param("year", code.year())
                        .param("number", code.number())
                        .query((row, _) ->
                                new Found(SessionRows.card(row), row.getString("call_link"), row.getString("reason")))
                        .optional())
                .map(found -> page(asker, found.card(), found.callLink(), found.reason(), facilitating));
    }

    private SessionPage page(Asker asker, SessionCard card, String callLink, String reason, Facilitating facilitating) {
        Instant now = clock.now();
        boolean facilitates = facilitating.of(card.series());
        boolean reads = facilitates || sight.reads(asker);
        List<AgendaPart> agenda = agendas.parts(asker, card, facilitates, reads);
        AnswerReads.Coming coming = answers.coming(card.id());
        boolean open = card.state() == SessionState.OPEN;
        boolean standing = card.state() != SessionState.CANCELLED && !card.over(now);
        return new SessionPage(
                card,
                reads ? callLink : "",
                reason,
                agenda,
                agenda.stream().mapToInt(part -> part.minutes()).sum(),
                asker.person().flatMap(person -> answers.of(card.id(), person)).orElse(null),
                coming.people(),
                coming.associations(),
                facilitates,
                standing && permissions.has(asker, ForumRights.PROPOSE, Scope.PLATFORM),
                open && card.startsAt().isAfter(now) && permissions.has(asker, ForumRights.TAKE_PART, Scope.PLATFORM),
                card.heldNow() && reads,
                minutes(card.id(), facilitates, reads));
    }

    private boolean minutes(SessionId session, boolean facilitates, boolean reads) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM minutes_edition WHERE session = :session
                          AND (published_at IS NOT NULL OR :facilitates OR (:reads AND state <> 'DRAFT')))""")
                .param("session", session.value())
                .param("facilitates", facilitates)
                .param("reads", reads)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long countPublic() {
        return jdbc.sql("SELECT count(*) FROM forum_session WHERE opened_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    @Override
    public List<PublicSession> listPublic(long offset, int limit) {
        return jdbc.sql("""
                SELECT year, number, changed_at FROM forum_session
                 WHERE opened_at IS NOT NULL
                 ORDER BY year, number OFFSET :offset LIMIT :limit""")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> new PublicSession(
                        new SessionCode(row.getInt("year"), row.getInt("number")).toString(),
                        Columns.moment(row, "changed_at")))
                .list();
    }

    private List<SessionCard> cards(Asker asker, Facilitating facilitating, String which, Map<String, ?> values) {
        return jdbc.sql(SessionRows.CARDS + which)
                .params(SessionRows.values(asker, facilitating))
                .params(values)
                .query((row, _) -> SessionRows.card(row))
                .list();
    }
}
