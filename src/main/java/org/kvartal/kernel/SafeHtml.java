package org.kvartal.kernel;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** HTML that may be put into a page as it stands. Only {@link Markdown} makes it; what it made may be stored and read again. */
public final class SafeHtml {

    private static final Pattern INLINE =
            Pattern.compile("</?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|span|strong|sub|sup|u)(?:\\s[^>]*)?>");

    private static final Pattern NEXT_ITEM = Pattern.compile("</li>\\s*<li(?:\\s[^>]*)?>");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    /** Stands for the step from one point of a list to the next; nobody types it. */
    private static final String STEP = "\0";

    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Pattern AFTER_STOP = Pattern.compile("([.,;:!?…]) ?\\x00");
    private static final Pattern AFTER_WORD = Pattern.compile(" ?\\x00");

    private final String html;
    private final int renderer;

    SafeHtml(String html, int renderer) {
        this.html = html;
        this.renderer = renderer;
    }

    /** Markup that {@link Markdown} made earlier and a table has kept since. Never call this with anything else. */
    public static SafeHtml stored(String html, int renderer) {
        return new SafeHtml(html, renderer);
    }

    /** The markup. */
    public String html() {
        return html;
    }

    /** The {@link Markdown#VERSION} that made it. */
    public int renderer() {
        return renderer;
    }

    /** The beginning of the text without its markup, on one line, for descriptions and structured data. */
    public String excerpt(int length) {
        // Every < and > that is not markup was escaped when this was made.
        String text = INLINE.matcher(html).replaceAll("");
        text = NEXT_ITEM.matcher(text).replaceAll(STEP);
        text = MARKUP.matcher(text).replaceAll(" ");
        // Before the next two: they would look through a long gap anew from each of its characters.
        text = GAP.matcher(text).replaceAll(" ");
        text = AFTER_STOP.matcher(text).replaceAll("$1 ");
        text = AFTER_WORD.matcher(text).replaceAll("; ");
        return Markdown.shortened(PlainText.line(HtmlUtils.htmlUnescape(text)), length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SafeHtml same && html.equals(same.html) && renderer == same.renderer;
    }

    @Override
    public int hashCode() {
        return Objects.hash(html, renderer);
    }

    @Override
    public String toString() {
        return html;
    }
}
