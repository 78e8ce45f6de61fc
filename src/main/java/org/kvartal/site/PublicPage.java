package org.kvartal.site;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * What the frame says about a public page. Templates find it under the name {@code page} and put themselves into the frame with {@code
 * th:replace="~{site/frame :: page(~{::main})}"}.
 *
 * @param language the language of the page's own words
 * @param path the path below the language prefix, such as {@code /threads/12}; empty for the front page
 * @param title the page's title, without the house's name
 * @param description one sentence for search engines and link previews
 * @param feed the full path of the Atom feed that belongs to the page
 * @param jsonLd structured data, already JSON
 * @param picture the path of a picture that link previews show
 * @param indexed whether search engines may list it
 * @param bare whether its address has no language prefix and takes the language as a parameter
 */
public record PublicPage(
        Language language,
        String path,
        String title,
        @Nullable String description,
        @Nullable String feed,
        @Nullable String jsonLd,
        @Nullable String picture,
        boolean indexed,
        boolean bare) {

    /** A page that search engines may list. */
    public static PublicPage of(Language language, String path, String title, @Nullable String description) {
        return new PublicPage(language, path, title, description, null, null, null, true, false);
    }

    /** A page for one visit: a form, a message. */
    public static PublicPage unlisted(Language language, String path, String title) {
        return new PublicPage(language, path, title, null, null, null, null, false, false);
    }

    /** A page for one visit whose address has no language prefix; {@code path} may carry a query. */
    public static PublicPage bare(Language language, String path, String title) {
        return new PublicPage(language, path, title, null, null, null, null, false, true);
    }

    public PublicPage withFeed(String path) {
        return new PublicPage(language, this.path, title, description, path, jsonLd, picture, indexed, bare);
    }

    /** @param json a JSON text; what could end a script element in it is escaped here */
    public PublicPage withJsonLd(String json) {
        return new PublicPage(
                language, path, title, description, feed, json.replace("<", "\\u003c"), picture, indexed, bare);
    }

    /** @param path null where it has none */
    public PublicPage withPicture(@Nullable String path) {
        return new PublicPage(language, this.path, title, description, feed, jsonLd, path, indexed, bare);
    }

    /** The page's address in a language. */
    public String in(Language other) {
        return bare
                ? path + (path.indexOf('?') < 0 ? "?" : "&") + "language=" + other.code()
                : "/" + other.code() + path;
    }
}
