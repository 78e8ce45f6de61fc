package org.kvartal.kernel;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * HTML that may be put into a page as it stands. Only {@link Markdown} makes it; what it made may be stored and read again.
 *
 * @param html the markup
 * @param renderer the {@link Markdown#VERSION} that made it
 */
public record SafeHtml(String html, int renderer) {

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    /** Markup that {@link Markdown} made earlier and a table has kept since. Never call this with anything else. */
    public static SafeHtml stored(String html, int renderer) {
        return new SafeHtml(html, renderer);
    }

    /** The beginning of the text without its markup, on one line, for descriptions and structured data. */
    public String excerpt(int length) {
        // Every < and > that is not markup was escaped when this was made.
        String text = MARKUP.matcher(html).replaceAll(" ");
        return Markdown.shortened(PlainText.line(HtmlUtils.htmlUnescape(text)), length);
    }

    @Override
    public String toString() {
        return html;
    }
}
