package org.kvartal.forum;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * Minutes: put together by the house from what happened in the room, worded by whoever facilitates, read by those who were there, approved, published. What stands is never
 * changed; a correction is a new edition, and the old one can still be read.
 */
public interface MinutesDesk {

    /** How long those who were there may suggest other words, in days. */
    int REVIEW_DAYS = 7;

    int TEXT_LENGTH = 8_000;

    /**
     * Words a paragraph anew, while the minutes are a draft.
     *
     * @throws org.kvartal.kernel.Refused at {@code text}; without a field if somebody has changed it meanwhile, or it is no draft
     */
    void word(Asker by, ParagraphId paragraph, long version, LocalizedText text);

    /** Gives the draft to those who were there: they are told, and have {@value #REVIEW_DAYS} days. */
    void review(Asker by, SessionId session);

    /** Takes the minutes back to be worded. */
    void redraft(Asker by, SessionId session);

    /**
     * Suggests other words for a paragraph: by somebody who was there, while the minutes are read. The same id again is the same suggestion.
     *
     * @param why may be empty
     * @throws org.kvartal.kernel.Refused at {@code text} or {@code why}
     */
    void suggest(Asker by, SuggestionId suggestion, ParagraphId paragraph, Language language, String text, String why);

    /** Takes a suggestion: the paragraph is worded so, and the minutes are a draft again. */
    void take(Asker by, SuggestionId suggestion);

    /** Leaves the words as they are. */
    void decline(Asker by, SuggestionId suggestion);

    /**
     * Approves the minutes.
     *
     * @throws org.kvartal.kernel.Refused before the days of reading are over, and while a suggestion waits
     */
    void approve(Asker by, SessionId session);

    /** Lets everybody read the minutes, without what is internal. */
    void publish(Asker by, SessionId session);

    /**
     * Puts a new edition in the place of minutes that stand.
     *
     * @param words the paragraphs that are worded anew
     * @throws org.kvartal.kernel.Refused at {@code reason} or {@code text}
     */
    void correct(Asker by, SessionId session, String reason, Map<ParagraphId, LocalizedText> words);

    /**
     * The minutes of a session as far as the asker may read them: the draft whoever facilitates; once they are read by those who were there, everybody who belongs to the house;
     * once they are published, everybody.
     *
     * @param edition null for the newest that the asker may read
     */
    Optional<MinutesPage> find(Asker asker, String code, @Nullable Integer edition);

    enum ParagraphKind {
        OPENING,
        PRESENT,
        /** Who was there by name; not published. */
        NAMES,
        /** The heading of an item. */
        ITEM,
        VOTE,
        OUTCOME,
        /** What became of an item that was not done. */
        SETTLED,
        CLOSING
    }

    /** Who may read a paragraph. */
    enum Reach {
        FACILITATORS,
        MEMBERS,
        ALL
    }

    record Paragraph(
            ParagraphId id,
            ParagraphKind kind,
            Reach reach,
            @Nullable ItemId item,
            LocalizedText text,
            long version) {}

    enum SuggestionState {
        OPEN,
        TAKEN,
        DECLINED
    }

    record Suggestion(
            SuggestionId id,
            ParagraphId paragraph,
            @Nullable PersonCard by,
            Language language,
            String text,
            String why,
            SuggestionState state,
            Instant at) {}

    /** @param reason why it took the place of the one before, empty for the first */
    record Edition(
            int number,
            MinutesState state,
            String reason,
            Instant made,
            @Nullable Instant published) {}

    /**
     * @param editions those that the asker may read, the newest first
     * @param reviewUntil until when other words may be suggested, null outside of the days of reading
     * @param suggestions for who facilitates all, for others their own
     * @param mayApprove whether the days of reading are over and nothing waits
     */
    record MinutesPage(
            SessionCard session,
            Edition edition,
            List<Edition> editions,
            List<Paragraph> paragraphs,
            @Nullable Instant reviewUntil,
            @Nullable Instant approved,
            List<Suggestion> suggestions,
            boolean mayFacilitate,
            boolean maySuggest,
            boolean mayApprove) {

        public MinutesPage {
            editions = List.copyOf(editions);
            paragraphs = List.copyOf(paragraphs);
            suggestions = List.copyOf(suggestions);
        }
    }
}
