package org.kvartal.notifications;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PlainText;

/**
 * What a notice says.
 *
 * @param title one plain sentence that can stand alone, as the inbox, Today and the subject of the letter show it
 * @param text what more there is to know, plain; paragraphs are parted by an empty line
 * @param path where it leads, a full path of the workspace
 * @param seen whether the reader has been there and seen it, so that it is no news any more
 */
public record NoticeText(String title, @Nullable String text, String path, boolean seen) {

    private static final Pattern PATH = Pattern.compile("/app(?:[/?](?!/)[^\\s#]{0,500})?");

    /** Something of which nobody knows whether the reader has been there. */
    public NoticeText(String title, @Nullable String text, String path) {
        this(title, text, path, false);
    }

    public NoticeText {
        title = PlainText.line(title);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a notice says something");
        }
        if (text != null) {
            text = PlainText.block(text).strip();
            text = text.isEmpty() ? null : text;
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path of the workspace: " + path);
        }
    }
}
