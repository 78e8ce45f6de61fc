package org.kvartal.advocacy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.core.io.Resource;

/**
 * How an addressee answers by the link of a letter, without an account. Looking changes nothing. A word can be corrected until the office has read it.
 *
 * @see "Decision record 0131, an authority answers by a link"
 */
public interface Answers {

    int WORDS_LENGTH = 8_000;
    int NAME_LENGTH = 200;

    /** The most words of one addressee on one letter. */
    int MOST = 20;

    /** What a link leads to, if it still works. */
    Optional<ReplyPage> look(String token);

    /**
     * Checks what would be said and keeps nothing: the page then shows what will be public.
     *
     * @return as it would be kept
     * @throws org.kvartal.kernel.Refused at {@code choice}, {@code words}, {@code responsible}, {@code promisedOn}, {@code until} or {@code passedTo}
     */
    ReplyContent check(String token, ReplyContent content);

    /**
     * Says it. The same id again is the same word, and nothing happens. Hold no transaction meanwhile.
     *
     * @param file name and content, null for none
     * @param keepsFile whether the file of the word that this one corrects stays with it where there is no other
     * @return the page as it stands then; empty where the link does not work any more
     * @throws org.kvartal.kernel.Refused as above, or at {@code file}; without a field where the office has read the last word already
     */
    Optional<ReplyPage> say(
            String token, ReplyId id, ReplyContent content, Dispatches.@Nullable Scan file, boolean keepsFile);

    /**
     * The letter that the link belongs to, as it was signed.
     *
     * @throws org.kvartal.kernel.Refused if its file is not the one that was signed any more
     */
    Optional<SignedLetter> letter(String token);

    /** @param type media type of the content */
    record SignedLetter(String name, String type, Resource content) {}

    /**
     * @param words the reason, in the addressee's own words
     * @param responsible who sees to it; not shown to the public
     * @param promisedOn by when it will be done, null for no day
     * @param until of {@link ReplyChoice#NEEDS_TIME}
     * @param passedTo of {@link ReplyChoice#PASSED_ON}
     */
    record ReplyContent(
            ReplyChoice choice,
            Language language,
            String words,
            String responsible,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate until,
            String passedTo) {}

    /**
     * @param last what was said last, null for nothing
     * @param file name of the file that came with the last word and stays with its correction; null for none
     * @param open whether something can be said or corrected
     * @param countries of the associations that stand behind it
     * @param endorsers names of the first of these associations
     * @param raised the threads in which people raised it, as far as everybody may read them
     */
    record ReplyPage(
            DispatchId dispatch,
            String code,
            Language language,
            ZoneId zone,
            String addressee,
            RecommendationText text,
            String covering,
            LocalDate sentOn,
            LocalDate replyBy,
            int people,
            int associations,
            int countries,
            List<LocalizedText> endorsers,
            List<Raised> raised,
            @Nullable ReplyContent last,
            @Nullable Position position,
            @Nullable String file,
            boolean open) {

        public ReplyPage {
            endorsers = List.copyOf(endorsers);
            raised = List.copyOf(raised);
        }
    }

    /**
     * Where it was raised.
     *
     * @param path below the language prefix
     */
    record Raised(String title, Language language, String path) {}
}
