package org.kvartal.pages;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.LocalizedText;

/**
 * What a piece of news says.
 *
 * @param text Markdown, in the languages of the title
 * @param day under which it stands; null for the day on which it is published
 */
public record NewsContent(
        LocalizedText title,
        LocalizedText text,
        @Nullable Picture picture,
        @Nullable LocalDate day) {

    /** The longest title in one language, in characters. */
    public static final int TITLE_LENGTH = 140;

    /** The longest text in one language, in characters. */
    public static final int TEXT_LENGTH = 20_000;

    /** The longest description of a picture in one language, in characters. */
    public static final int PICTURE_LENGTH = 300;

    /** @param text what it shows, for those who do not see it; null only where it was forgotten, which is refused */
    public record Picture(FileId file, @Nullable LocalizedText text) {}
}
