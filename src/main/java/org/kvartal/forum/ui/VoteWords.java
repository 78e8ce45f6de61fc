package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kvartal.forum.BallotWords;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Result;

/** How every page of a room shows a vote. */
final class VoteWords {

    private VoteWords() {}

    static Span question(BallotLine vote) {
        Span question = new Span(vote.question());
        question.addClassName("ballot-question");
        question.getElement().setAttribute("lang", vote.language().code());
        return question;
    }

    /** "Secret · Each person has a vote · Two thirds of those who are there". */
    static String rules(BallotLine vote, Words words) {
        String majority = words.of("majority", vote.majority());
        return words.text(vote.secret() ? "forum.room.secret" : "forum.room.named") + " · "
                + words.of("voters", vote.voters()) + " · "
                + (vote.majority().countsAll() ? majority + " " + words.of("base", vote.base()) : majority);
    }

    static Div result(Result result, Words words) {
        Span verdict = new Span(BallotWords.verdict(words.messages(), words.language(), result));
        verdict.addClassNames("verdict", result.passed() ? "passed" : "failed");
        Div whole = new Div(
                verdict,
                new Div(BallotWords.counts(words.messages(), words.language(), result)),
                new Div(BallotWords.why(words.messages(), words.language(), result)));
        whole.addClassName("vote-result");
        return whole;
    }
}
