package org.kvartal.forum;

import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;

/** Says what a vote came to and why: on screens, in minutes, in print. */
public final class BallotWords {

    private BallotWords() {}

    /** "Passed" or "Not passed". */
    public static String verdict(Messages messages, Language language, Result result) {
        return messages.text(language, result.passed() ? "forum.ballot.passed" : "forum.ballot.failed");
    }

    /** "12 for, 3 against, 2 abstained". */
    public static String counts(Messages messages, Language language, Result result) {
        Tally tally = result.tally();
        return messages.text(language, "forum.ballot.counts", tally.yes(), tally.no(), tally.abstained());
    }

    /** Why it passed or not, as a sentence. */
    public static String why(Messages messages, Language language, Result result) {
        Integer quorum = result.quorum();
        if (quorum != null && !result.quorate()) {
            return messages.text(language, "forum.ballot.why.quorum", result.presentAssociations(), quorum);
        }
        if (!result.majority().countsAll()) {
            return messages.text(
                    language, result.passed() ? "forum.ballot.why.simple-yes" : "forum.ballot.why.simple-no");
        }
        return messages.text(
                language,
                "forum.ballot.why." + Code.of(result.majority()),
                result.majority().needed(result.entitled()),
                whom(messages, language, result.voters(), result.base(), result.entitled()),
                result.tally().yes());
    }

    /** "of the 20 people who were there". */
    private static String whom(Messages messages, Language language, Voters voters, Base base, int entitled) {
        return messages.text(language, "forum.ballot.of." + Code.of(voters) + "-" + Code.of(base), entitled);
    }
}
