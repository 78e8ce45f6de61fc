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

    /** How long those who were there may suggest other words, in days; until the last one is over where the session was held. */
    int REVIEW_DAYS = 7;

    int TEXT_LENGTH = 8_000;

    /** The most outcomes of earlier sessions that are looked back at. */
    int LOOK_BACK = 200;

    /**
     * Words a paragraph anew, while the minutes are a draft. Languages in which it is not worded are gone: minutes say the same in each.
     *
     * @throws org.kvartal.kernel.Refused at {@code text.ru} where that wording is wrong; without a field if somebody has changed it meanwhile, or it is no draft
     */
    void word(Asker by, ParagraphId paragraph, long version, LocalizedText text);

    /** Gives the draft to those who were there: they are told, and have {@value #REVIEW_DAYS} days. */
    void review(Asker by, SessionId session);

    /** Takes the minutes back to be worded. */
    void redraft(Asker by, SessionId session);

    /**
     * Suggests other words for a paragraph: by somebody who was there, in the days of reading. The same id again is the same suggestion.
     *
     * @param version of the paragraph that the asker saw
     * @param why may be empty
     * @throws org.kvartal.kernel.Refused at {@code text} or {@code why}; without a field once the days are over, or if the paragraph was worded anew meanwhile
     */
    void suggest(
            Asker by,
            SuggestionId suggestion,
            ParagraphId paragraph,
            long version,
            Language language,
            String text,
            String why);

    /**
     * Takes a suggestion: the paragraph is worded so, in that language alone, and the minutes are a draft again.
     *
     * @throws org.kvartal.kernel.Refused if the paragraph was worded anew since it was suggested
     */
    void take(Asker by, SuggestionId suggestion);

    /**
     * Takes a suggestion in words of one's own.
     *
     * @param version of the paragraph that the asker saw
     * @throws org.kvartal.kernel.Refused as {@link #word}
     */
    void take(Asker by, SuggestionId suggestion, long version, LocalizedText text);

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
     * @param seen the edition that the asker saw
     * @param words the paragraphs of it that are worded anew
     * @throws org.kvartal.kernel.Refused at {@code reason} or {@code text.ru}; without a field if another edition stands meanwhile
     */
    void correct(Asker by, SessionId session, int seen, String reason, Map<ParagraphId, LocalizedText> words);

    /**
     * The minutes of a session as far as the asker may read them: the draft whoever facilitates; once they are read by those who were there, everybody who belongs to the house;
     * once they are published, everybody.
     *
     * @param edition null for the newest that the asker may read
     */
    Optional<MinutesPage> find(Asker asker, String code, @Nullable Integer edition);

    /**
     * What a session looks back at: what came out of an earlier one and how it stands now; then what is not settled of those before it in the same series, at most
     * {@value #LOOK_BACK} outcomes. As far as the asker may know.
     */
    Optional<LookBack> lookBack(Asker asker, String code, Language language);

    /**
     * @param code of the session that was held last
     * @param readable whether the asker may read its minutes
     */
    record LookBack(String code, boolean readable, List<Looked> outcomes) {

        public LookBack {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * @param code of the session of which it came
     * @param progress null where nobody made something of it
     */
    record Looked(String code, Outcomes.OutcomeLine outcome, OutcomeProgress.@Nullable Progress progress) {}

    enum ParagraphKind {
        OPENING,
        PRESENT,
        /** Who was there by name; not published. */
        NAMES,
        /** The heading of an item. */
        ITEM,
        /** Who spoke, by name; not published. */
        SPOKE,
        /** What the room was asked. */
        VOTE,
        /** What a vote came to. */
        RESULT,
        OUTCOME,
        /** Who has a task, by name; not published. */
        WHO,
        /** What became of an item that was not done. */
        SETTLED,
        /** Why an item was left out. */
        REASON,
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

    /** @param version of the paragraph from which it began */
    record Suggestion(
            SuggestionId id,
            ParagraphId paragraph,
            long version,
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
