package org.kvartal.alliance;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.kernel.LocalizedText;

/**
 * The directory as others take it: whole public entries and their relations, stretch by stretch. They stand by their ids, which never
 * change and grow with time: whoever reads to the end gets each once, whatever is written meanwhile, and finds what is new at the end. Each
 * stretch takes a constant number of queries.
 *
 * @see "Decision record 0089, open data"
 */
public interface OpenDirectory {

    /** The longest stretch. */
    int MOST = 500;

    /** @param after the {@link EntryStretch#next} of the stretch before, null for the beginning */
    EntryStretch entries(DirectoryFilter filter, @Nullable EntryId after, int limit);

    /**
     * Relations between public entries, those that are over too.
     *
     * @param kinds empty for all
     * @param after the {@link RelationStretch#next} of the stretch before, null for the beginning
     */
    RelationStretch relations(Set<RelationKind> kinds, @Nullable RelationId after, int limit);

    /** @param next the key to go on after, null at the end */
    record EntryStretch(List<EntryDetail> entries, @Nullable EntryId next) {}

    /** @param next the key to go on after, null at the end */
    record RelationStretch(
            List<Relation> relations, @Nullable RelationId next) {}

    /**
     * How one entry belongs to another.
     *
     * @param from of a mutual kind, either end
     * @param about what it is about or under which programme
     * @param source where it is known from: a web address, or words
     */
    record Relation(
            RelationId id,
            RelationKind kind,
            EntryCard from,
            EntryCard to,
            @Nullable RoughDate since,
            @Nullable RoughDate until,
            @Nullable LocalizedText about,
            @Nullable String source,
            boolean ended) {}
}
