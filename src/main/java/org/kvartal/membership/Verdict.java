package org.kvartal.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where somebody stands with the house, computed afresh each time: it says which button they see and who must act next. */
public sealed interface Verdict {

    /** Nothing has been begun, or what was begun is over: they may apply. */
    record CanApply() implements Verdict {}

    /** They are writing an application. */
    record Draft() implements Verdict {}

    /**
     * It is somebody else's turn.
     *
     * @param since from when on the wait counts, pauses taken out
     * @param decider who must act next
     */
    record WaitingForUs(Instant since, Decider decider) implements Verdict {}

    /**
     * It is their turn.
     *
     * @param until when the application lapses or is removed otherwise
     */
    record WaitingForYou(Wanted what, @Nullable Instant until) implements Verdict {}

    /** They belong. */
    record Member(long number) implements Verdict {}

    /** They can't apply now. */
    record Cannot(Reason reason, @Nullable Instant appealUntil) implements Verdict {}

    /** Who decides. */
    enum Decider {
        OFFICE,
        /** The primary representatives of the association that the applicant wants to represent. */
        ASSOCIATION
    }

    /** What an applicant must do next. */
    enum Wanted {
        /** Press the button behind the letter. Everything else is done: it is sent with that press. */
        CONFIRM_ADDRESS,
        /** Answer the office's question and send the application again. */
        ANSWER_QUESTION
    }

    /** Why somebody can't apply. */
    enum Reason {
        /** Their application was declined; within 30 days they may appeal once. */
        DECLINED,
        /** Their membership was ended by the house. */
        ENDED_BY_HOUSE
    }
}
