package org.kvartal.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind that are found. The module that owns them implements it as a bean, and marks in the table {@code search_changed} what has become another: by triggers, so that no
 * statement is forgotten. What is found is read here once more before it is shown.
 *
 * @see "Decision record 0151, what is found is read again before it is shown"
 */
public interface SearchSource {

    /** The kind, which no other source has: {@code post}, {@code member}. */
    String kind();

    /** The message key of what the kind is called in a filter, in the plural. */
    String label();

    /** The module that owns it, whose name its label begins with: what is not in use is not found. */
    default String module() {
        return label().substring(0, label().indexOf('.'));
    }

    /** Kinds stand among the filters in ascending order. */
    int order();

    /** Whether those that resemble it are told to somebody who types the title of a new thread. */
    default boolean isRecalled() {
        return false;
    }

    /**
     * The things as they stand now, in a number of queries that does not depend on how many they are. What is gone, or is shown to nobody, is left out. Asks for no rights: the
     * document says to whom it is shown.
     */
    Map<UUID, SearchDocument> documents(Collection<UUID> ids);

    /** The ids of all things behind one, in the order in which the database sorts them; more than are shown does no harm. */
    List<UUID> ids(@Nullable UUID after, int limit);
}
