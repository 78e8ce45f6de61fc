package org.kvartal.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/**
 * The one place where what people wrote becomes HTML: CommonMark with tables, strikethrough, task lists and bare addresses as links, then
 * a sanitiser that knows nothing of the first step.
 *
 * <p>Markup typed by hand is shown as typed. Pictures come only from the house's own files, so that no reader is counted by a stranger's
 * server; a picture from elsewhere becomes a link to it.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark 0.31.2</a>
 */
public final class Markdown {

    /** Rises when the same source would give other markup: stored HTML of a lower version is rendered anew. */
    public static final int VERSION = 5;

    /** The longest source in characters: a search vector of PostgreSQL ends at 1 MB, and no reader gets through more. */
    public static final int MAX_LENGTH = 64_000;

    /** Enough to get past a long quotation. */
    private static final int MOST_FOR_EXCERPT = 8_000;

    private static final String TO_DO = "☐";
    private static final String DONE = "☑";

    private static final Pattern OWN_FILE = Pattern.compile("/files/[0-9a-f-]{36}(/[a-z0-9]{1,20})?");
    /** The file itself, without the size that stands behind it. */
    private static final Pattern OWN_FILE_ALONE = Pattern.compile("(?i)(/files/[0-9a-f-]{36}).*");

    private static final String PERSON = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern MENTION_LINK =
            Pattern.compile("<a href=\"#person-" + PERSON + "\"[^>]*>((?:@|&#64;)[^<]{1,200})</a>");
    private static final Pattern MENTION =
            Pattern.compile("<span class=\"mention\" data-person=\"" + PERSON + "\">(?:@|&#64;)[^<]*</span>");

    /** What Markdown would take for more than a character of a name. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]*_`<>&!~]");

    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)(https?://|mailto:).{1,2000}");
    private static final Pattern OWN_ADDRESS = Pattern.compile("/(?![/\\\\])[^\\s\\\\]{0,500}|#[\\w-]{1,80}");

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build(),
            TaskListItemsExtension.create(),
            AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(60)
            .includeSourceSpans(IncludeSourceSpans.NONE)
            .build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(false)
            .softbreak("<br>\n")
            .attributeProviderFactory(_ -> Markdown::attributes)
            .build();

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "del",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img",
                    "input")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(false, "left", "right", "center")
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[\\w+#.-]{1,30}"))
            .onElements("code")
            .allowAttributes("href")
            .matching(Markdown::harmlessAddress)
            .onElements("a")
            .allowAttributes("rel")
            .matching(true, "nofollow ugc noopener")
            .onElements("a")
            .allowAttributes("target")
            .matching(true, "_blank")
            .onElements("a")
            .allowAttributes("title")
            .onElements("a", "img")
            .allowAttributes("src")
            .matching(OWN_FILE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("loading")
            .matching(true, "lazy")
            .onElements("img")
            .allowAttributes("tabindex")
            .matching(true, "0")
            .onElements("table", "pre")
            .allowAttributes("type")
            .matching(true, "checkbox")
            .onElements("input")
            .allowAttributes("disabled", "checked")
            .onElements("input")
            .allowAttributes("aria-label")
            .matching(true, TO_DO, DONE)
            .onElements("input")
            .allowUrlProtocols("http", "https", "mailto")
            .allowWithoutAttributes("a")
            .toFactory();

    private Markdown() {}

    /**
     * Renders what a person wrote.
     *
     * @throws IllegalArgumentException if the source is longer than {@link #MAX_LENGTH}; callers refuse it earlier, beside the field
     */
    public static SafeHtml render(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("more than " + MAX_LENGTH + " characters");
        }
        Node document = PARSER.parse(PlainText.block(source));
        document.accept(new Tamed());
        // What is matched was sanitised: the words inside hold no markup but that of words.
        String html = MENTION_LINK
                .matcher(POLICY.sanitize(HTML.render(document)))
                .replaceAll("<span class=\"mention\" data-person=\"$1\">$2</span>");
        return new SafeHtml(html, VERSION);
    }

    /** How a person is spoken to by name, in the source: the name as it was then, and the person. */
    public static String mention(String name, UUID person) {
        return "[@" + SPECIAL.matcher(name).replaceAll("\\\\$0") + "](#person-" + person + ")";
    }

    /** Who is spoken to by name, in their order. */
    public static Set<UUID> mentioned(SafeHtml html) {
        return MENTION.matcher(html.html())
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same with the names that people have now; who is not known any more keeps the name that they had. */
    public static SafeHtml named(SafeHtml html, Function<UUID, @Nullable String> names) {
        if (!html.html().contains("data-person=")) {
            return html;
        }
        String named = MENTION.matcher(html.html()).replaceAll(found -> {
            String name = names.apply(UUID.fromString(found.group(1)));
            return Matcher.quoteReplacement(
                    name == null
                            ? found.group()
                            : "<span class=\"mention\" data-person=\"" + found.group(1) + "\">@"
                                    + HtmlUtils.htmlEscape(name) + "</span>");
        });
        return new SafeHtml(named, html.renderer());
    }

    /**
     * The beginning of the text without its markup, on one line, for lists, feeds and letters. What is quoted at the start is somebody else's
     * and left out, unless there is nothing besides.
     */
    public static String excerpt(String source, int length) {
        Node document = PARSER.parse(PlainText.block(source.substring(0, Math.min(source.length(), MOST_FOR_EXCERPT))));
        document.accept(new Tamed());
        Node first = document.getFirstChild();
        while (first instanceof BlockQuote && first.getNext() != null) {
            Node next = first.getNext();
            first.unlink();
            first = next;
        }
        Node last = first;
        int seen = 0;
        while (last != null && seen < 4 * length) {
            seen += HTML.render(last).length();
            Node next = last.getNext();
            if (seen >= 4 * length) {
                cutAfter(last);
            }
            last = next;
        }
        return new SafeHtml(POLICY.sanitize(HTML.render(document)), VERSION).excerpt(length);
    }

    private static void cutAfter(Node last) {
        while (last.getNext() != null) {
            last.getNext().unlink();
        }
    }

    /** The text itself, or its beginning up to the end of a word, or of a character where the word is long. */
    static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = text.lastIndexOf(' ', length);
        if (end <= length / 2) {
            end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        }
        return text.substring(0, end).strip() + "…";
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        switch (tag) {
            case "a" -> {
                attributes.put("rel", "nofollow ugc noopener");
                if (node.getFirstChild() instanceof Image picture && picture.getNext() == null) {
                    attributes.put("target", "_blank");
                }
            }
            case "img" -> attributes.put("loading", "lazy");
            // On a phone they scroll sideways within themselves, by keyboard too (WCAG 2.1.1).
            case "table", "pre" -> attributes.put("tabindex", "0");
            // A box needs a name of its own (WCAG 4.1.2), in whatever language its text is: a sign that screen readers
            // can say.
            case "input" -> attributes.put("aria-label", attributes.containsKey("checked") ? DONE : TO_DO);
            default -> {}
        }
    }

    private static @Nullable String harmlessAddress(String element, String attribute, String address) {
        return WEB_ADDRESS.matcher(address).matches()
                        || OWN_ADDRESS.matcher(address).matches()
                ? address
                : null;
    }

    /** Brings headings below those of the page, lets pictures lead to their full size, and turns pictures from elsewhere into links. */
    private static final class Tamed extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + 2));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            if (OWN_FILE.matcher(image.getDestination().toLowerCase(Locale.ROOT))
                    .matches()) {
                lead(image);
                return;
            }
            Link link = new Link(image.getDestination(), image.getTitle());
            Node child = image.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.appendChild(child);
                child = next;
            }
            if (link.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            image.insertBefore(link);
            image.unlink();
        }

        private static void lead(Image image) {
            if (image.getParent() instanceof Link) {
                return;
            }
            Link full = new Link(OWN_FILE_ALONE.matcher(image.getDestination()).replaceFirst("$1"), null);
            image.insertBefore(full);
            full.appendChild(image);
        }
    }
}
