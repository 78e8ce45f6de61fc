package org.kvartal.files;

import org.jspecify.annotations.Nullable;

/**
 * What others show of a file.
 *
 * @param name as the uploader called it, made safe
 * @param type media type by content
 * @param size bytes
 * @param picture the measures where it is a picture that was re-encoded here and may be shown in a page
 */
public record StoredFile(
        FileId id,
        FileOwner owner,
        String name,
        String type,
        long size,
        @Nullable PictureSize picture) {

    /**
     * The measures of a picture.
     *
     * @param width pixels
     * @param height pixels
     */
    public record PictureSize(int width, int height) {}

    public boolean isPicture() {
        return picture != null;
    }
}
