package org.kvartal.forum;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.SafeHtml;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;

/**
 * What sessions are about: proposals, the backlog of each series, and the agendas. Whoever proposes an item hears what becomes of it.
 *
 * <p>An agenda has a version of its own, which rises with each change of its order. Who arranges it says which one they saw; where somebody else has changed it
 * meanwhile, the act is refused and nothing is lost.
 *
 * @see "Decision record 0103, what becomes of a proposed item"
 * @see "Decision record 0105, an agenda is arranged under its own version"
 */
public interface Agenda {

    /** The most characters of a title, of what is expected, and of a context. */
    int TITLE_LENGTH = 160;

    int EXPECTED_LENGTH = 400;
    int CONTEXT_LENGTH = 12_000;

    /** The longest item, in minutes. */
    int MOST_MINUTES = 480;

    /** The most items of one agenda. */
    int MOST_ITEMS = 200;

    /** The most papers of one item. */
    int MOST_PAPERS = 20;

    /**
     * Proposes an item. The same id again is the same item, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code context}, {@code expected}, {@code minutes} or {@code session}
     */
    void propose(Asker by, NewItem item);

    /**
     * What a thread would be as an item: its title, where it comes from, what was said best in it, and who stands behind it.
     *
     * @throws org.kvartal.kernel.NotFound if there is no such thread that the asker may read
     */
    Draft fromThread(Asker asker, long thread);

    /** Takes a proposal into the backlog. */
    void accept(Asker by, ItemId item, long version);

    /**
     * Declines an item.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void decline(Asker by, ItemId item, long version, String reason);

    /**
     * Lets an item go on as part of another one of the same backlog or its sessions.
     *
     * @throws org.kvartal.kernel.Refused at {@code into} if it can't be that one
     */
    void merge(Asker by, ItemId item, long version, ItemId into);

    /**
     * Changes an item: by whoever facilitates it, or by its proposer while nobody has decided on it.
     *
     * @throws org.kvartal.kernel.Refused at a field as above or at {@code presenter}; without one where somebody has changed it meanwhile
     */
    void edit(Asker by, ItemEdit edit);

    /**
     * Puts an item of the backlog, a proposal, or one that stands on the agenda already, to a place of the agenda.
     *
     * @param seen the version of the agenda that the asker saw
     * @param index of the place in the section, 0 for the first; beyond its end the last
     * @return the new version of the agenda
     * @throws org.kvartal.kernel.Refused if the agenda was changed meanwhile
     */
    long place(Asker by, SessionId session, long seen, ItemId item, SectionId section, int index);

    /** Takes an item off the agenda: it waits in the backlog again. */
    long takeBack(Asker by, SessionId session, long seen, ItemId item);

    /**
     * Makes an item at the end of a section of the agenda at once.
     *
     * @throws org.kvartal.kernel.Refused at a field as above or at {@code presenter}
     */
    long add(Asker by, SessionId session, long seen, SectionId section, AddedItem item);

    /**
     * Adds a section at the end.
     *
     * @throws org.kvartal.kernel.Refused at {@code title}
     */
    long addSection(Asker by, SessionId session, long seen, SectionId section, LocalizedText title);

    long renameSection(Asker by, SessionId session, long seen, SectionId section, LocalizedText title);

    /** @param index among the sections, 0 for the first */
    long moveSection(Asker by, SessionId session, long seen, SectionId section, int index);

    /**
     * Takes a section away.
     *
     * @throws org.kvartal.kernel.Refused if something stands in it, or it is the only one
     */
    long removeSection(Asker by, SessionId session, long seen, SectionId section);

    /**
     * Adds a paper to an item: by whoever facilitates it, or by its proposer until it is on an agenda. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code file}
     */
    StoredFile attach(Asker by, ItemId item, String name, InputStream content);

    /** Takes a paper away. */
    void detach(Asker by, ItemId item, FileId file);

    /** The agenda of a session to be arranged, for those who facilitate it. */
    Optional<AgendaDesk> desk(Asker asker, String code);

    /**
     * What waits for the sessions of a series, or for those that belong to none: proposals first, then the backlog, each the oldest first; by keyset, for those
     * who facilitate them.
     */
    Backlog backlog(Asker asker, @Nullable SeriesId series, @Nullable ListKey after, int limit);

    /** An item, for whoever facilitates it and for its proposer; for everybody who may see it on an agenda. */
    Optional<ItemLine> find(Asker asker, ItemId item);

    /** What the asker has proposed, the newest first and at most 50. */
    List<OwnItem> mine(Asker asker);

    /**
     * @param series for whose sessions it is, null for sessions that belong to none
     * @param session for which it is wished, null for any
     * @param title in the language of whoever writes
     * @param context Markdown, may be empty
     * @param minutes how long it would take
     * @param expected what should come of it, may be empty
     * @param onBehalfOf the association for which it is proposed, null for the proposer themselves
     * @param thread from which it comes, null for none
     */
    record NewItem(
            ItemId id,
            @Nullable SeriesId series,
            @Nullable SessionId session,
            String title,
            Language language,
            String context,
            ItemKind kind,
            int minutes,
            String expected,
            @Nullable MemberId onBehalfOf,
            @Nullable Long thread) {}

    /** @param item whose series and session are those of the agenda */
    record AddedItem(
            NewItem item,
            ItemVisibility visibility,
            @Nullable PersonId presenter) {}

    /** @param context Markdown */
    record Draft(ThreadId thread, String title, String context, Language language, ThreadCounts counts) {}

    /** How many posts a thread has and how many wrote them, when an item was made of it; and how many people and associations stand behind it now. */
    record ThreadCounts(int posts, int writers, int people, int associations) {

        public static final ThreadCounts NONE = new ThreadCounts(0, 0, 0, 0);
    }

    /**
     * @param version the version that the editor began from
     * @param visibility and {@code presenter}: heeded of those who facilitate the item
     */
    record ItemEdit(
            ItemId item,
            long version,
            String title,
            String context,
            ItemKind kind,
            int minutes,
            String expected,
            ItemVisibility visibility,
            @Nullable PersonId presenter) {}

    /** @param minutes the sum of its items, as far as the asker sees them */
    record AgendaPart(SectionId id, LocalizedText title, List<ItemLine> items, int minutes) {

        public AgendaPart {
            items = List.copyOf(items);
        }
    }

    /**
     * An item as pages show it.
     *
     * @param number of the item among those for all, null for an internal one and where it is on no agenda
     * @param begins by the clock of the session's zone, null where it is on no agenda
     * @param proposer null for what stands every time
     * @param origin the thread from which it comes, null for none
     * @param merged how many other proposals go on in it
     */
    record ItemLine(
            ItemId id,
            @Nullable SeriesId series,
            ItemState state,
            @Nullable Integer number,
            @Nullable LocalTime begins,
            LocalizedText title,
            String context,
            SafeHtml html,
            ItemKind kind,
            ItemVisibility visibility,
            int minutes,
            String expected,
            @Nullable PersonCard presenter,
            @Nullable PersonCard proposer,
            @Nullable MemberCard onBehalfOf,
            @Nullable Origin origin,
            List<StoredFile> papers,
            int merged,
            Instant proposedAt,
            @Nullable String wished,
            long version) {

        public ItemLine {
            papers = List.copyOf(papers);
        }
    }

    /** The thread from which an item comes. */
    record Origin(ThreadId thread, long number, ThreadCounts counts) {}

    /**
     * @param minutes the sum of all items
     * @param waiting how many proposals wait for a word
     */
    record AgendaDesk(SessionCard session, long agendaVersion, List<AgendaPart> parts, int minutes, long waiting) {

        public AgendaDesk {
            parts = List.copyOf(parts);
        }
    }

    /** @param next the key to go on after, null at the end */
    record Backlog(List<ItemLine> items, @Nullable ListKey next) {

        public Backlog {
            items = List.copyOf(items);
        }
    }

    record ListKey(boolean taken, Instant proposedAt, ItemId item) {}

    /**
     * @param session on whose agenda it stands, null for none that the proposer may know of
     * @param reason why it was declined, empty where it was not
     * @param into title of the item in which it goes on, null for none
     */
    record OwnItem(
            ItemId id,
            LocalizedText title,
            ItemState state,
            @Nullable String session,
            String reason,
            @Nullable LocalizedText into,
            Instant proposedAt) {}
}
