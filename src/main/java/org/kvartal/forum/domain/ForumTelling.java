package org.kvartal.forum.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what concerns them: of sessions those who were invited or have answered, of items whoever proposed them. What somebody did themselves they know. */
@Component
class ForumTelling {

    static final String MOVED = "forum.session-moved";
    static final String CANCELLED = "forum.session-cancelled";
    static final String ACCEPTED = "forum.item-accepted";
    static final String SCHEDULED = "forum.item-scheduled";
    static final String DECLINED = "forum.item-declined";
    static final String MERGED = "forum.item-merged";
    static final String SETTLED = "forum.item-settled";
    static final String REOPENING_REFUSED = "forum.reopening-refused";

    private final Notifications notifications;
    private final Live live;
    private final JdbcClient jdbc;

    ForumTelling(Notifications notifications, Live live, JdbcClient jdbc) {
        this.notifications = notifications;
        this.live = live;
        this.jdbc = jdbc;
    }

    void moved(ForumSession session) {
        notifications.tell(new Notice(
                MOVED + ":" + session.id() + ":" + session.sequence(),
                MOVED,
                session.id().value(),
                concerned(session.id())));
    }

    /** @param proposers of what stood on its agenda */
    void cancelled(ForumSession session, Set<PersonId> proposers) {
        Set<PersonId> to = new HashSet<>(concerned(session.id()));
        to.addAll(proposers);
        notifications.tell(new Notice(
                CANCELLED + ":" + session.id(), CANCELLED, session.id().value(), to));
    }

    /** Whoever proposed something hears that it stands on an agenda, now that they may know of it. */
    void opened(ForumSession session) {
        if (session.paper()) {
            // It was held: what becomes of the item they hear once it is entered.
            return;
        }
        jdbc.sql("SELECT id, proposer FROM agenda_item WHERE session = :session AND proposer IS NOT NULL ORDER BY id")
                .param("session", session.id().value())
                .query((row, _) -> new Proposed(new ItemId(Columns.id(row, "id")), Columns.person(row, "proposer")))
                .list()
                .forEach(one -> notifications.tell(new Notice(
                        SCHEDULED + ":" + one.item() + ":" + session.id(),
                        SCHEDULED,
                        one.item().value(),
                        Set.of(one.proposer()))));
    }

    private record Proposed(ItemId item, PersonId proposer) {}

    /** The session is closed: whoever proposed an item hears what became of it. */
    void settled(Asker by, ForumSession session) {
        jdbc.sql("""
                SELECT id, proposer FROM agenda_item
                 WHERE session = :session AND proposer IS NOT NULL AND proposer IS DISTINCT FROM :by::uuid ORDER BY id""")
                .param("session", session.id().value())
                .param("by", by.person().map(PersonId::value).orElse(null))
                .query((row, _) -> new Proposed(new ItemId(Columns.id(row, "id")), Columns.person(row, "proposer")))
                .list()
                .forEach(one -> notifications.tell(new Notice(
                        SETTLED + ":" + one.item() + ":" + session.id(),
                        SETTLED,
                        one.item().value(),
                        Set.of(one.proposer()))));
    }

    /** The wish that a closed session goes on was refused. */
    void reopeningRefused(UUID wish, PersonId asker) {
        notifications.tell(new Notice(REOPENING_REFUSED + ":" + wish, REOPENING_REFUSED, wish, Set.of(asker)));
    }

    /** An item was put on the agenda; of a draft its proposer hears when it is opened. */
    void scheduled(Asker by, AgendaItem item, ForumSession session) {
        if (announces(session)) {
            item(by, item, SCHEDULED, ":" + session.id());
        }
    }

    /** Whether proposers hear at once that something was put on the agenda of a session. */
    private static boolean announces(ForumSession session) {
        return session.isOpen() && !session.paper();
    }

    /** A proposal was taken and put on an agenda in one: of a session that is announced its proposer hears by {@link #scheduled} alone, of one that was held when it is closed. */
    void acceptedOnto(Asker by, AgendaItem item, ForumSession session) {
        if (!session.isOpen() && !session.paper()) {
            accepted(by, item);
        }
    }

    void accepted(Asker by, AgendaItem item) {
        item(by, item, ACCEPTED, "");
    }

    void declined(Asker by, AgendaItem item) {
        item(by, item, DECLINED, "");
    }

    void merged(Asker by, AgendaItem item) {
        item(by, item, MERGED, "");
    }

    private void item(Asker by, AgendaItem item, String kind, String more) {
        Optional<PersonId> proposer = item.proposer();
        if (proposer.isPresent() && !proposer.equals(by.person())) {
            notifications.tell(
                    new Notice(kind + ":" + item.id() + more, kind, item.id().value(), Set.of(proposer.get())));
        }
    }

    /** Pages that show the session, or a list with it, read again. */
    void changed(ForumSession session) {
        live.changed(List.of(ForumTopics.SESSIONS, ForumTopics.of(session.id())));
    }

    private Set<PersonId> concerned(SessionId session) {
        return Set.copyOf(jdbc.sql("""
                SELECT person FROM session_invitation WHERE session = :session AND posted_at IS NOT NULL
                UNION SELECT person FROM session_answer WHERE session = :session""")
                .param("session", session.value())
                .query((row, _) -> Columns.person(row, "person"))
                .list());
    }
}
