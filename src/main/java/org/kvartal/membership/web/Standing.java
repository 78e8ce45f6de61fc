package org.kvartal.membership.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Joining.ApplicationPage;
import org.kvartal.membership.Joining.Step;
import org.kvartal.membership.Verdict;

/**
 * Where an application stands, as its page tells it.
 *
 * @param code names the words: a title, a text
 * @param tone how it looks: "waiting", "done", "late" or "plain"
 * @param turn who must act next: {@code you}, {@code office}, {@code association} or {@code nobody}
 * @param since since when it is somebody else's turn, null otherwise
 * @param until by when the applicant must act, null where there is no such day
 * @param line what has happened and what comes, in order
 */
record Standing(
        String code,
        String tone,
        String turn,
        @Nullable Instant since,
        @Nullable Instant until,
        List<Mark> line) {

    /**
     * A mark on the line.
     *
     * @param key of its words
     * @param at when it happened, null where it has not
     * @param now whether this is what everybody waits for
     * @param text what was said then, null where nothing was
     */
    record Mark(
            String key,
            @Nullable Instant at,
            boolean now,
            @Nullable String text) {}

    static Standing of(ApplicationPage mine) {
        return switch (mine.verdict()) {
            case Verdict.Draft _ -> standing("draft", "plain", "you", null, null, mine);
            case Verdict.WaitingForYou(Verdict.Wanted wanted, @Nullable Instant until) ->
                switch (wanted) {
                    case CONFIRM_ADDRESS -> standing("confirm", "waiting", "you", null, until, mine);
                    case ANSWER_QUESTION -> standing("question", "waiting", "you", null, until, mine);
                };
            case Verdict.WaitingForUs(Instant since, Verdict.Decider decider) ->
                switch (decider) {
                    case OFFICE ->
                        mine.state() == ApplicationState.IN_REVIEW
                                ? standing("review", "waiting", "office", since, null, mine)
                                : standing("sent", "waiting", "office", since, null, mine);
                    case ASSOCIATION -> standing("asked", "waiting", "association", since, null, mine);
                };
            case Verdict.Member _ -> standing("member", "done", "nobody", null, null, mine);
            case Verdict.Cannot(Verdict.Reason reason, @Nullable Instant until) ->
                switch (reason) {
                    case DECLINED ->
                        mine.mayAppeal()
                                ? standing("declined", "late", "you", null, until, mine)
                                : standing("declined-finally", "late", "nobody", null, null, mine);
                    case ENDED_BY_HOUSE -> standing("ended", "late", "nobody", null, null, mine);
                };
            case Verdict.CanApply _ ->
                switch (mine.state()) {
                    case WITHDRAWN -> standing("withdrawn", "plain", "nobody", null, null, mine);
                    case LAPSED -> standing("lapsed", "plain", "nobody", null, null, mine);
                    case APPROVED -> standing("left", "plain", "nobody", null, null, mine);
                    case DRAFT, SUBMITTED, IN_REVIEW, MORE_INFO, DECLINED ->
                        standing("draft", "plain", "nobody", null, null, mine);
                };
        };
    }

    private static Standing standing(
            String code,
            String tone,
            String turn,
            @Nullable Instant since,
            @Nullable Instant until,
            ApplicationPage mine) {
        return new Standing(code, tone, turn, since, until, line(mine));
    }

    /** Whoever wants to represent a member is answered by those who do, where there is one. */
    private static boolean officeAnswers(ApplicationPage mine) {
        return mine.kind() != ApplicationKind.REPRESENTATIVE
                || (mine.verdict() instanceof Verdict.WaitingForUs waiting
                        && waiting.decider() == Verdict.Decider.OFFICE);
    }

    private static List<Mark> line(ApplicationPage mine) {
        List<Mark> line = new ArrayList<>();
        for (Step step : mine.history()) {
            line.add(new Mark(Words.key("what", step.what()), step.at(), false, step.text()));
        }
        if (!mine.state().open()) {
            return line;
        }
        List<String> ahead = new ArrayList<>();
        if (mine.state() == ApplicationState.DRAFT) {
            if (!mine.sendsOnConfirmation()) {
                ahead.add("send");
            }
            if (!mine.confirmed()) {
                ahead.add("confirm");
            }
        }
        if (mine.state() == ApplicationState.MORE_INFO) {
            ahead.add("reply");
        }
        ahead.add(officeAnswers(mine) ? "answer" : "answer-association");
        ahead.forEach(
                key -> line.add(new Mark("membership.join.ahead." + key, null, key.equals(ahead.getFirst()), null)));
        return line;
    }
}
