package org.kvartal.discussions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.SafeHtml;
import org.kvartal.membership.MemberCard;

/** What discussions show: each answer holds only what the asker may see and takes a constant number of queries. */
public interface Threads {

    /** The spaces that the asker may read, in their order. */
    List<SpaceCard> spaces(Asker asker);

    /** How many threads stand in each of the spaces that the asker may read: they are counted one by one, for those who manage spaces. */
    Map<SpaceId, Long> sizes(Asker asker);

    /** Threads by their newest post, newest first, by keyset. {@code space} null means all that the asker may read. */
    ThreadList newest(Asker asker, @Nullable SpaceId space, @Nullable ListKey after, int limit);

    /** The same of the threads alone that are needs. */
    ThreadList needs(Asker asker, @Nullable SpaceId space, @Nullable ListKey after, int limit);

    /** The newest threads in which the asker has posts to read, newest first; none for guests. Old threads are left out. */
    List<ThreadRow> unread(Asker asker, int limit);

    /** The head of a thread's page; empty if there is none that the asker may read. */
    Optional<ThreadHead> head(Asker asker, long number);

    /**
     * A stretch of a thread's posts in ascending order of their numbers.
     *
     * @throws org.kvartal.kernel.NotFound if there is no such thread that the asker may read
     */
    PostList posts(Asker asker, ThreadId thread, Around around, int limit);

    /**
     * Posts that came or changed after a revision, in the order of their change, for a page that shows the thread already. Where the limit
     * cuts it short, the answer's revision is the one to go on from.
     *
     * @throws org.kvartal.kernel.NotFound if there is no such thread that the asker may read
     */
    PostList since(Asker asker, ThreadId thread, long revision, int limit);

    /** The earlier wordings of a post, newest first, for those who may read it; of one that was taken away, for moderators only. */
    List<Wording> history(Asker asker, PostId post);

    /** One post's source, to be edited or quoted; empty if it was taken away. */
    Optional<Source> source(Asker asker, PostId post);

    /** A thread in short; empty if there is none that the asker may read. */
    Optional<ThreadDigest> digest(Asker asker, ThreadId thread);

    /** How many threads any visitor may read. */
    long countPublic();

    /** The threads that any visitor may read, by number, for the sitemap. */
    List<PublicThread> listPublic(long offset, int limit);

    record PublicThread(long number, Instant lastPostAt) {}

    record SpaceCard(
            SpaceId id,
            String address,
            LocalizedText name,
            @Nullable LocalizedText description,
            Visibility visibility,
            int position,
            boolean mayPost,
            long version) {}

    /** @param next the key to go on after, null at the end */
    record ThreadList(List<ThreadRow> rows, @Nullable ListKey next) {}

    record ListKey(Instant lastPostAt, long number) {}

    /**
     * @param lastOnBehalfOf for whom {@code lastAuthor} wrote, null for themselves
     * @param unread how many posts the asker has not read; 0 for guests
     * @param excerpt the beginning of the newest post that stands, by {@code lastAuthor}
     * @param need null where the thread is no need
     */
    record ThreadRow(
            ThreadId id,
            long number,
            String title,
            Language language,
            SpaceId space,
            LocalizedText spaceName,
            Visibility visibility,
            PersonCard author,
            PersonCard lastAuthor,
            @Nullable MemberCard lastOnBehalfOf,
            Instant lastPostAt,
            int posts,
            int unread,
            String excerpt,
            Language excerptLanguage,
            @Nullable NeedMark need) {}

    /** How many people and associations stand behind a need. */
    record NeedMark(int people, int associations) {}

    /**
     * @param onBehalfOf for whom the author began it, null for themselves
     * @param lastRead the last number that the asker has read, 0 if none
     * @param revision rises with each change of any post, and of the need
     * @param need null where the thread is no need
     * @param mayState whether the asker may say that it is a need, and change that
     */
    record ThreadHead(
            ThreadId id,
            long number,
            String title,
            Language language,
            SpaceId space,
            LocalizedText spaceName,
            String spaceAddress,
            Visibility visibility,
            PersonCard author,
            @Nullable MemberCard onBehalfOf,
            Instant startedAt,
            Instant lastPostAt,
            int lastNumber,
            int lastRead,
            long revision,
            boolean mayPost,
            boolean mayModerate,
            @Nullable NeedCard need,
            boolean mayState) {}

    /** Where a stretch of posts begins. */
    sealed interface Around {

        /** The stretch that has the number in its middle. */
        record Near(int number) implements Around {}

        /** What follows the number. */
        record After(int number) implements Around {}

        /** What precedes the number, next to it; {@code Integer.MAX_VALUE} gives the end of the thread. */
        record Before(int number) implements Around {}
    }

    /** @param revision the thread's revision when the stretch was read */
    record PostList(List<PostLine> posts, int lastNumber, long revision) {}

    /**
     * A post as pages show it.
     *
     * @param onBehalfOf for whom the author wrote, null for themselves; stays when the mandate has ended, and when somebody words the post anew
     * @param editedBy who worded it as it stands, where that was not the author
     * @param html empty markup where the post was taken away
     * @param deleted who took it away and when, null while it stands
     * @param reactions how many gave each reaction
     * @param mine which of them the asker gave
     */
    record PostLine(
            PostId id,
            int number,
            PersonCard author,
            @Nullable MemberCard onBehalfOf,
            Language language,
            SafeHtml html,
            Instant postedAt,
            @Nullable Instant editedAt,
            @Nullable PersonCard editedBy,
            @Nullable Taken deleted,
            Map<Reaction, Integer> reactions,
            Set<Reaction> mine,
            boolean mayEdit,
            boolean mayDelete,
            long revision,
            long version) {}

    record Taken(PersonCard by, Instant at) {}

    record Wording(String text, PersonCard by, Instant at) {}

    /** @param onBehalfOf for whom the author wrote, null for themselves */
    record Source(
            PostId post,
            int number,
            PersonCard author,
            @Nullable MemberCard onBehalfOf,
            String text,
            Language language,
            long version) {}
}
