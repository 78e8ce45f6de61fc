package org.kvartal.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.PostId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.BodyId;

/**
 * What comes out of the items of a session that runs, written down by whoever facilitates it. Until the room has confirmed it at the session's close it has no effect
 * anywhere.
 */
public interface Outcomes {

    int TEXT_LENGTH = 4_000;

    /**
     * Writes an outcome down. The same id again is the same outcome, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code text}, {@code person}, {@code due} or {@code body}; without a field if the session does not run
     */
    void add(Asker by, NewOutcome outcome);

    /**
     * Keeps what somebody has begun to write down, for themselves alone, so that they go on in another browser; one per item and kind. Empty words forget it, and so does
     * {@link #add}. By whoever facilitates.
     *
     * @throws org.kvartal.kernel.Refused at {@code text}
     */
    void keepDraft(Asker by, OutcomeDraft draft);

    /** Throws away what the asker has begun to write down. */
    void dropDraft(Asker by, ItemId item, OutcomeKind kind);

    /** What the asker has begun to write down of an item, the newest first. */
    List<OutcomeDraft> drafts(Asker asker, ItemId item);

    /** Changes one that the room has not settled. */
    void change(Asker by, OutcomeId outcome, long version, OutcomeContent content);

    /** Strikes one that the room has not settled. */
    void strike(Asker by, OutcomeId outcome, long version);

    /**
     * Says that a task is done, or what was referred to a body: whoever has the task, whoever is in the body, or whoever facilitates.
     *
     * @param report what came of it, may be empty
     * @throws org.kvartal.kernel.Refused at {@code report}; without a field if the room has not confirmed it, it is {@linkplain OutcomeKind#carriedOut nobody's}, or is done
     */
    void carriedOut(Asker by, OutcomeId outcome, String report);

    /**
     * Goes on with a need that the room has confirmed: once a thread that begins with that post is stated as a need, its trail leads back to the outcome. Of several
     * that do, the first counts. By whoever facilitates.
     *
     * @param firstPost the id that the post will have
     * @throws org.kvartal.kernel.Refused if the room has not confirmed it as a need, or it was stated already
     */
    void stateAsNeed(Asker by, OutcomeId outcome, PostId firstPost);

    /** Whether the asker has begun that post to go on with that need. */
    boolean goesOnWith(Asker asker, OutcomeId outcome, PostId firstPost);

    /**
     * What came out of a session, in the order in which it was written down: before its close for whoever facilitates it, then what is confirmed for everybody who may
     * read of the session; to whoever has a task that task in any case.
     */
    List<OutcomeLine> of(Asker asker, String code);

    /** What came out of these items, as {@link #of} says it. */
    Map<ItemId, List<OutcomeLine>> ofItems(Asker asker, Collection<ItemId> items);

    /** How these stand: what modules above made of them, and whether tasks are done. */
    Map<OutcomeId, OutcomeProgress.Progress> progress(Asker asker, Collection<OutcomeLine> outcomes, Language language);

    /**
     * @param text in the language of whoever writes
     * @param person who does it, for a task and nothing else
     * @param due by when, of a task; null for no day
     * @param body which goes on with it, for {@link OutcomeKind#REFER} and nothing else
     */
    record OutcomeContent(
            String text,
            Language language,
            @Nullable PersonId person,
            @Nullable LocalDate due,
            @Nullable BodyId body) {

        /** One that needs nothing but words. */
        public static OutcomeContent words(String text, Language language) {
            return new OutcomeContent(text, language, null, null, null);
        }
    }

    /** One that is not written down yet; nothing is checked but its length. */
    record OutcomeDraft(ItemId item, OutcomeKind kind, OutcomeContent content) {}

    record NewOutcome(OutcomeId id, ItemId item, OutcomeKind kind, OutcomeContent content) {}

    /**
     * @param person null for what is no task
     * @param body name of the body, null for what is not referred
     * @param done when a task was done, null before
     */
    record OutcomeLine(
            OutcomeId id,
            SessionId session,
            ItemId item,
            OutcomeKind kind,
            LocalizedText text,
            OutcomeState state,
            @Nullable PersonCard person,
            @Nullable LocalDate due,
            @Nullable BodyId bodyId,
            @Nullable LocalizedText body,
            Instant made,
            @Nullable Instant done,
            String report,
            long version) {}
}
