package org.kvartal.discussions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;

/**
 * A thread in short, for whoever takes it further: what it began with, what said most, and how many are in it.
 *
 * @param visibility who may read the thread: what is made of it must not be more public
 * @param opening the beginning of the first post that stands, without markup; empty where none does
 * @param telling at most {@link #QUOTES} later posts that most people reacted to or answered, in the order of the thread; none where nobody did
 * @param posts how many stand
 * @param writers how many people wrote them
 * @param need null where the thread is no need
 */
public record ThreadDigest(
        ThreadId thread,
        long number,
        String title,
        Language language,
        SpaceId space,
        Visibility visibility,
        String opening,
        Language openingLanguage,
        List<Quote> telling,
        int posts,
        int writers,
        @Nullable NeedCard need) {

    /** The most posts that are quoted. */
    public static final int QUOTES = 3;

    /** The most characters of the opening and of each quote. */
    public static final int QUOTE_LENGTH = 600;

    public ThreadDigest {
        telling = List.copyOf(telling);
    }

    /** How many people stand behind it as themselves. */
    public int people() {
        return need == null ? 0 : need.people();
    }

    /** How many associations stand behind it. */
    public int associations() {
        return need == null ? 0 : need.associations();
    }

    /**
     * @param onBehalfOf for whom the author wrote, null for themselves
     * @param weight how many other people reacted to it or answered it
     */
    public record Quote(
            PostId post,
            int number,
            PersonCard author,
            @Nullable MemberCard onBehalfOf,
            Language language,
            String text,
            Instant at,
            int weight) {}
}
