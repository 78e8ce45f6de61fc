package org.kvartal.discussions.domain;

import org.kvartal.discussions.Conversations;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.SafeHtml;

/**
 * A text that may stand as a post: visible, not too long, rendered.
 *
 * @param text as typed, in the house's form
 * @param excerpt its beginning without markup
 */
record Written(String text, SafeHtml html, String excerpt) {

    /** Fits on two lines of a list. */
    private static final int EXCERPT_LENGTH = 180;

    /**
     * Takes what somebody typed.
     *
     * @throws Refused at {@code text} if there is nothing to see or too much of it
     */
    static Written of(String typed) {
        requireText(typed);
        String text = PlainText.block(typed).stripTrailing();
        requireText(text);
        if (invisible(text)) {
            throw Refused.at("text", "discussions.refused.text-blank");
        }
        return new Written(text, Markdown.render(text), Markdown.excerpt(text, EXCERPT_LENGTH));
    }

    /**
     * Takes what somebody typed as the title of a thread.
     *
     * @throws Refused at {@code title} if there is nothing to see or too much of it
     */
    static String title(String typed) {
        // Far beyond any title: no work is done on it.
        requireTitle(typed, 20 * Conversations.TITLE_LENGTH);
        String title = PlainText.line(typed);
        requireTitle(title, Conversations.TITLE_LENGTH);
        if (invisible(title)) {
            throw Refused.at("title", "discussions.refused.title-blank");
        }
        return title;
    }

    private static void requireText(String text) {
        if (text.length() > Markdown.MAX_LENGTH) {
            throw Refused.at("text", "discussions.refused.text-long", Markdown.MAX_LENGTH);
        }
    }

    private static void requireTitle(String title, int most) {
        if (title.length() > most) {
            throw Refused.at("title", "discussions.refused.title-long", Conversations.TITLE_LENGTH);
        }
    }

    private static boolean invisible(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.CONTROL);
    }
}
