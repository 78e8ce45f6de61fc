package org.kvartal.advocacy.domain;

import java.util.HashSet;
import java.util.Set;
import org.kvartal.accounts.PersonCard;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Source;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.trace.TraceNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom it concerns what becomes of a recommendation: who began it, stands behind it, follows it, proposed the item or wrote the thread or post that it comes from, or stands behind that. */
@Component
class Concerned {

    private final Origins origins;
    private final Agenda agenda;
    private final Threads threads;
    private final Needs needs;
    private final JdbcClient jdbc;

    Concerned(Origins origins, Agenda agenda, Threads threads, Needs needs, JdbcClient jdbc) {
        this.origins = origins;
        this.agenda = agenda;
        this.threads = threads;
        this.needs = needs;
        this.jdbc = jdbc;
    }

    /** All but whoever did it. */
    Set<PersonId> by(RecommendationId id, Asker actor) {
        Set<PersonId> people = new HashSet<>(jdbc.sql("""
                SELECT person FROM endorsement WHERE recommendation = :id
                UNION SELECT person FROM advocacy_follower WHERE subject = :id
                UNION SELECT author FROM recommendation WHERE id = :id AND author IS NOT NULL""")
                .param("id", id.value())
                .query((row, _) -> Columns.person(row, "person"))
                .list());
        origins.of(AdvocacyTrail.HOUSE, id, Language.EN).forEach(step -> add(step.node(), people));
        actor.person().ifPresent(people::remove);
        return people;
    }

    private void add(TraceNode node, Set<PersonId> people) {
        switch (node.kind()) {
            case ForumPages.TRACED_ITEM ->
                agenda.find(AdvocacyTrail.HOUSE, new ItemId(node.id()))
                        .map(ItemLine::proposer)
                        .map(PersonCard::id)
                        .ifPresent(people::add);
            case DiscussionsPages.TRACED_THREAD -> {
                ThreadId thread = new ThreadId(node.id());
                threads.digest(AdvocacyTrail.HOUSE, thread)
                        .flatMap(digest -> threads.head(AdvocacyTrail.HOUSE, digest.number()))
                        .map(ThreadHead::author)
                        .map(PersonCard::id)
                        .ifPresent(people::add);
                people.addAll(needs.supporters(thread));
            }
            case DiscussionsPages.TRACED_POST ->
                threads.source(AdvocacyTrail.HOUSE, new PostId(node.id()))
                        .map(Source::author)
                        .map(PersonCard::id)
                        .ifPresent(people::add);
            default -> {}
        }
    }
}
