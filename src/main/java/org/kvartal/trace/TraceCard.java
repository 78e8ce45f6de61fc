package org.kvartal.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * A thing as a trail shows it.
 *
 * @param language of the title
 * @param code what people call it, such as {@code R-2026-014}; null where it has none
 * @param state where it stands, in the reader's words; null where there is nothing to say
 * @param at when it came to be
 * @param publicPath of its page for everybody, below the language prefix; null where there is none
 * @param appPath of its page in the workspace; null where there is none for this reader
 */
public record TraceCard(
        String title,
        Language language,
        @Nullable String code,
        @Nullable String state,
        Instant at,
        @Nullable String publicPath,
        @Nullable String appPath) {}
