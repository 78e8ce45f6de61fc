package org.kvartal.alliance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.live.LiveTopic;

/**
 * The printed catalogue. An edition holds what everybody sees of the entries that a filter lets through, in one language. It is made by a job, one
 * at a time, and told of on {@link #topic}. Whoever is signed in has one made for themselves; it goes after a week. An edition of the house is the
 * one at {@link AlliancePages#CATALOGUE} until the next in that language is whole.
 */
public interface Catalogues {

    /**
     * Has an edition made. The same id again is the same edition.
     *
     * @throws org.kvartal.kernel.Refused if no entry passes the filter, or too many editions of this person wait already
     * @throws org.kvartal.kernel.Forbidden if a guest or the house asks, or an edition of the house is wanted by somebody who is no {@link
     *     AllianceRights#STEWARD}
     */
    void make(Asker by, Wish wish);

    /**
     * Takes an edition out of the making or throws it away: whoever wanted it may, and stewards. Another is the last one of the house then, if
     * there is one.
     *
     * @throws org.kvartal.kernel.NotFound if there is no such edition that the asker may see
     */
    void discard(Asker by, EditionId edition);

    /** The editions of the house and one's own, newest first. Empty for guests. */
    List<Edition> editions(Asker asker, int limit);

    /** The last whole edition of the house in that language. */
    Optional<Edition> last(Language language);

    /** Changes with the last edition of any language. */
    String version();

    /** What to listen to in order to hear that some edition has got on. */
    static LiveTopic topic() {
        return new LiveTopic("catalogue", new java.util.UUID(0, 0));
    }

    /**
     * @param ofHouse whether it becomes the edition that everybody finds
     */
    record Wish(EditionId id, DirectoryFilter filter, Language language, boolean ofHouse) {}

    /**
     * @param done how many of its entries are set; of {@code entries}
     * @param file its PDF, once it is whole
     * @param size bytes
     * @param mine whether the asker wanted it
     */
    record Edition(
            EditionId id,
            DirectoryFilter filter,
            Language language,
            boolean ofHouse,
            EditionState state,
            int done,
            int entries,
            int pages,
            @Nullable FileId file,
            long size,
            boolean mine,
            Instant wantedAt,
            @Nullable Instant madeAt) {}

    enum EditionState {
        WAITING,
        AT_WORK,
        WHOLE,
        /** It could not be made, after several attempts. */
        FAILED
    }
}
