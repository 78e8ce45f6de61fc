package org.kvartal.discussions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;

/**
 * Everything that can be done in discussions. Each act is checked against the asker's rights, happens whole or not at all, and may be
 * repeated with the same id without happening twice.
 *
 * <p>What the asker may not know of is {@link org.kvartal.kernel.NotFound}; what they may know of and not do, and an id that is somebody
 * else's, is {@link org.kvartal.kernel.Forbidden}; so is writing for an organisation without a mandate that runs at that moment. What was written
 * for it stays so when the mandate has ended.
 */
public interface Conversations {

    /**
     * Starts a thread with its first post.
     *
     * @return the thread's number, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code text} or {@code space}; at {@code where} or {@code since} of a need
     */
    long start(Asker by, NewThread thread);

    /**
     * Adds a post at the end of a thread.
     *
     * @return its number: 1, 2, 3 … without gaps, never reused
     * @throws org.kvartal.kernel.Refused at {@code text}
     */
    int post(Asker by, NewPost post);

    /**
     * Replaces the text of a post and keeps the earlier wording and for whom it was written; a text that was changed by somebody else meanwhile is
     * not overwritten. What an author wrote for an organisation they change only while they may still write for it.
     *
     * @throws org.kvartal.kernel.Refused at {@code text}, or if the post was taken away
     */
    EditOutcome edit(Asker by, PostEdit edit);

    /** Takes a post away; its number stays as a stub that says who took it away and when. */
    void delete(Asker by, PostId post);

    /**
     * Gives or takes back a reaction.
     *
     * @throws org.kvartal.kernel.Refused if the post was taken away
     */
    void react(Asker by, PostId post, Reaction reaction, boolean given);

    /** Moves the asker's reading mark forward to a post's number; it never moves back. */
    void read(Asker by, ThreadId thread, int number);

    /**
     * The same, and counts for how long the asker has been reading: no more at once than a page tells, and no more than has passed since it told last. Whoever has read for four
     * minutes in all follows the thread, unless they have chosen otherwise.
     *
     * @param spent with the page in sight and somebody at it
     * @return whether they follow it from now on
     * @see "Decision record 0169, whoever reads for long follows"
     */
    boolean read(Asker by, ThreadId thread, int number, Duration spent);

    /** Tells the others who look at the thread that the asker is writing; kept nowhere. */
    void writing(Asker by, ThreadId thread);

    /**
     * Makes a space at the end of the list.
     *
     * @throws org.kvartal.kernel.Refused at {@code address}, {@code name} or {@code description}
     */
    void open(Asker by, NewSpace space);

    /**
     * Renames a space, moves it in the list, or changes who may see it.
     *
     * @throws org.kvartal.kernel.Refused at {@code name} or {@code description}, or if somebody else has changed the space meanwhile
     */
    void change(Asker by, SpaceChange change);

    /**
     * @param firstPost the id of the first post, which is the draft's id too
     * @param language of what the author wrote
     * @param onBehalfOf the organisation for which the author writes, null for the author themselves
     * @param imported null for what is said now
     * @param need what it says of itself where the thread is a need, else null
     */
    record NewThread(
            ThreadId id,
            SpaceId space,
            PostId firstPost,
            String title,
            String text,
            Language language,
            @Nullable MemberId onBehalfOf,
            @Nullable Imported imported,
            @Nullable NeedFacts need) {

        /** One that is no need. */
        public NewThread(
                ThreadId id,
                SpaceId space,
                PostId firstPost,
                String title,
                String text,
                Language language,
                @Nullable MemberId onBehalfOf,
                @Nullable Imported imported) {
            this(id, space, firstPost, title, text, language, onBehalfOf, imported, null);
        }

        /** Written by the author as themselves. */
        public NewThread(
                ThreadId id,
                SpaceId space,
                PostId firstPost,
                String title,
                String text,
                Language language,
                @Nullable Imported imported) {
            this(id, space, firstPost, title, text, language, null, imported, null);
        }
    }

    /**
     * @param onBehalfOf the organisation for which the author writes, null for the author themselves
     * @param imported null for what is said now
     */
    record NewPost(
            PostId id,
            ThreadId thread,
            String text,
            Language language,
            @Nullable MemberId onBehalfOf,
            @Nullable Imported imported) {

        /** Written by the author as themselves. */
        public NewPost(PostId id, ThreadId thread, String text, Language language, @Nullable Imported imported) {
            this(id, thread, text, language, null, imported);
        }
    }

    /** What was said elsewhere or earlier, brought in by the house ({@link Asker.House}); refused from anybody else. */
    record Imported(PersonId author, Instant at) {}

    /** @param version the version that the editor began from */
    record PostEdit(PostId post, long version, String text) {}

    /** What became of an edit. */
    sealed interface EditOutcome {

        record Saved(long version) implements EditOutcome {}

        /** Somebody saved another text since: both are shown, nothing was overwritten. */
        record Conflict(String theirs, long version, PersonId by) implements EditOutcome {}
    }

    /** @param address the last part of the space's address: lower-case Latin letters, digits and hyphens */
    record NewSpace(
            SpaceId id,
            String address,
            LocalizedText name,
            @Nullable LocalizedText description,
            Visibility visibility) {}

    /**
     * @param version the version that was shown
     * @param position in the list, from 1
     */
    record SpaceChange(
            SpaceId space,
            long version,
            LocalizedText name,
            @Nullable LocalizedText description,
            Visibility visibility,
            int position) {}

    /** Who may read a space. */
    enum Visibility {
        PUBLIC,
        MEMBERS
    }

    /** The most that a title holds, in characters. */
    int TITLE_LENGTH = 160;

    /** Reactions in the order in which pages offer them. */
    List<Reaction> REACTIONS = List.of(Reaction.values());
}
