package org.kvartal.imports;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the house remembers of rows that have come in: for a kind whose rows mention things of another kind by what their source calls them. */
public interface ImportMemory {

    /**
     * The things that were made of rows with these {@linkplain ImportKind#identity identities}, or were found to be the same as such rows when their
     * file was brought in; by the identity as it was given, in one query. What was taken back is left out; whether a thing is still there, its
     * kind knows.
     */
    Map<String, UUID> made(String kind, Collection<String> identities);
}
