package org.kvartal.forum.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.NeedStated;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadDigest;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeProgress;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Needs that the room has confirmed and that go on as threads. Who goes on with one is remembered by the post that they write; on whatever way that becomes a need, its
 * trail leads back to the room, from the first thread that does. What somebody makes of that thread later says more, and so comes after this.
 */
@Component
@Order(0)
class StatedNeeds implements OutcomeProgress {

    private final RoomDoor door;
    private final Threads threads;
    private final Needs needs;
    private final Permissions permissions;
    private final Trace trace;
    private final ForumTrail trail;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final Live live;
    private final HouseClock clock;

    StatedNeeds(
            RoomDoor door,
            Threads threads,
            Needs needs,
            Permissions permissions,
            Trace trace,
            ForumTrail trail,
            Messages messages,
            JdbcClient jdbc,
            Live live,
            HouseClock clock) {
        this.door = door;
        this.threads = threads;
        this.needs = needs;
        this.permissions = permissions;
        this.trace = trace;
        this.trail = trail;
        this.messages = messages;
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    void begin(Asker by, OutcomeId outcome, PostId post) {
        door.requireFacilitator(by, door.sessionOf(outcome));
        PersonId person = by.requirePerson();
        boolean confirmed = jdbc.sql("SELECT kind, state FROM outcome WHERE id = :outcome")
                .param("outcome", outcome.value())
                .query((row, _) -> row.getString("kind").equals(OutcomeKind.NEED.name())
                        && row.getString("state").equals(OutcomeState.CONFIRMED.name()))
                .optional()
                .orElseThrow(NotFound::new);
        if (!confirmed) {
            throw Refused.because("forum.refused.no-need");
        }
        if (stated(outcome)) {
            throw Refused.because("forum.refused.need-stated");
        }
        jdbc.sql("""
                INSERT INTO outcome_need (post, outcome, person, begun_at) VALUES (:post, :outcome, :person, :now)
                ON CONFLICT (post) DO NOTHING""")
                .param("post", post.value())
                .param("outcome", outcome.value())
                .param("person", person.value())
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    boolean begun(Asker asker, OutcomeId outcome, PostId post) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM outcome_need WHERE post = :post AND outcome = :outcome AND person = :person)""")
                .param("post", post.value())
                .param("outcome", outcome.value())
                .param("person", asker.requirePerson().value())
                .query(Boolean.class)
                .single();
    }

    private boolean stated(OutcomeId outcome) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM outcome_need WHERE outcome = :outcome AND thread IS NOT NULL)")
                .param("outcome", outcome.value())
                .query(Boolean.class)
                .single();
    }

    private record Begun(
            PersonId person,
            OutcomeId outcome,
            SessionId session,
            @Nullable SeriesId series) {}

    /** A fact may come twice, and two threads may state the same at once: the outcome is locked, and the first counts. */
    @ApplicationModuleListener(id = "forum.need-stated")
    void on(NeedStated fact) {
        PostLine first = threads.posts(ForumTrail.HOUSE, fact.thread(), new Around.After(0), 1).posts().stream()
                .findFirst()
                .orElse(null);
        ThreadDigest thread = threads.digest(ForumTrail.HOUSE, fact.thread()).orElse(null);
        if (first == null || thread == null) {
            return;
        }
        begun(first).ifPresent(begun -> state(begun, first.id(), thread));
    }

    private Optional<Begun> begun(PostLine post) {
        return jdbc.sql("""
                SELECT n.person, n.outcome, i.session, s.series
                  FROM outcome_need n JOIN outcome o ON o.id = n.outcome
                  JOIN agenda_item i ON i.id = o.item JOIN forum_session s ON s.id = i.session
                 WHERE n.post = :post AND n.person = :author FOR UPDATE OF o""")
                .param("post", post.id().value())
                .param("author", post.author().id().value())
                .query((row, _) -> new Begun(
                        Columns.person(row, "person"),
                        new OutcomeId(Columns.id(row, "outcome")),
                        new SessionId(Columns.id(row, "session")),
                        Stored.series(row)))
                .optional();
    }

    private void state(Begun begun, PostId post, ThreadDigest thread) {
        Asker by = Asker.of(begun.person());
        if (stated(begun.outcome()) || !permissions.has(by, ForumRights.FACILITATE, ForumRights.in(begun.series()))) {
            return;
        }
        jdbc.sql("UPDATE outcome_need SET thread = :thread, thread_number = :number WHERE post = :post")
                .param("thread", thread.thread().value())
                .param("number", thread.number())
                .param("post", post.value())
                .update();
        trace.link(
                by,
                new Strand(
                        begun.outcome().traced(),
                        Relation.BECAME,
                        thread.thread().traced()));
        trail.outcome(by, "forum.need-stated", begun.outcome());
        live.changed(ForumTopics.minutes(begun.session()));
    }

    private record Line(OutcomeId outcome, ThreadId thread, long number) {}

    @Override
    @Transactional(readOnly = true)
    public Map<OutcomeId, Progress> of(Asker asker, Collection<OutcomeId> outcomes, Language language) {
        Map<OutcomeId, Progress> progress = new HashMap<>();
        List<Line> lines = lines(outcomes);
        if (lines.isEmpty()) {
            return progress;
        }
        Map<ThreadId, NeedCard> cards =
                needs.cards(asker, lines.stream().map(Line::thread).toList());
        for (Line line : lines) {
            NeedCard card = cards.get(line.thread());
            if (card != null) {
                progress.put(
                        line.outcome(),
                        new Progress(
                                card.supported()
                                        ? messages.text(
                                                language,
                                                "forum.progress.need-behind",
                                                card.people(),
                                                card.associations())
                                        : messages.text(language, "forum.progress.need"),
                                DiscussionsPages.inWorkspace(line.number()),
                                true));
            }
        }
        return progress;
    }

    /** Who belongs to the house reads every thread. */
    @Override
    @Transactional(readOnly = true)
    public Map<OutcomeId, Progress> forMembers(Collection<OutcomeId> outcomes, Language language) {
        return of(ForumTrail.HOUSE, outcomes, language);
    }

    private List<Line> lines(Collection<OutcomeId> outcomes) {
        List<Line> lines = new ArrayList<>();
        if (!outcomes.isEmpty()) {
            jdbc.sql("""
                    SELECT outcome, thread, thread_number FROM outcome_need
                     WHERE outcome = ANY (:outcomes) AND thread IS NOT NULL""")
                    .param("outcomes", outcomes.stream().map(OutcomeId::value).toArray(UUID[]::new))
                    .query(row -> {
                        lines.add(new Line(
                                new OutcomeId(Columns.id(row, "outcome")),
                                new ThreadId(Columns.id(row, "thread")),
                                row.getLong("thread_number")));
                    });
        }
        return lines;
    }
}
