package org.kvartal.kernel;

/**
 * HTML that may be put into a page as it stands. Only {@link Markdown} makes it; what it made may be stored and read again.
 *
 * @param html the markup
 * @param renderer the {@link Markdown#VERSION} that made it
 */
public record SafeHtml(String html, int renderer) {

    /** Markup that {@link Markdown} made earlier and a table has kept since. Never call this with anything else. */
    public static SafeHtml stored(String html, int renderer) {
        return new SafeHtml(html, renderer);
    }

    @Override
    public String toString() {
        return html;
    }
}
