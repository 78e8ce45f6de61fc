package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    @Test
    void whoeverIsSpokenToByNameIsKnownByTheirIdAndShownByTheNameOfToday() {
        UUID anna = UUID.fromString("01900000-0000-7000-8000-00000000000a");
        for (String name : List.of("Anna", "Анна-Мария О’Нийл", "a]b](x) *_`<b>&[~", "@", "\\")) {
            SafeHtml html = Markdown.render("Hello " + Markdown.mention(name, anna) + ", hello.");

            assertThat(Markdown.mentioned(html)).as(name).containsExactly(anna);
            assertThat(html.excerpt(100)).isEqualTo("Hello @" + name + ", hello.");
            assertThat(Markdown.named(html, _ -> "<i>New</i>").html())
                    .isEqualToIgnoringWhitespace("<p>Hello <span class=\"mention\" data-person=\"" + anna
                            + "\">@&lt;i&gt;New&lt;/i&gt;</span>, hello.</p>");
            assertThat(Markdown.named(html, _ -> null)).isEqualTo(html);
        }
        for (String none : List.of(
                "<span class=\"mention\" data-person=\"" + anna + "\">@x</span>",
                "[x](#person-" + anna + ")",
                "[@x](#person-1)",
                "`" + Markdown.mention("Anna", anna) + "`")) {
            assertThat(Markdown.mentioned(Markdown.render(none))).as(none).isEmpty();
        }
    }

    @Test
    void rendersWhatMembersUse() {
        assertThat(html("**bold** and ~~gone~~")).isEqualTo("<p><strong>bold</strong> and <del>gone</del></p>\n");
        assertThat(html("| a | b |\n|---|--:|\n| 1 | 2 |"))
                .contains("<table tabindex=\"0\">")
                .contains("<th>a</th>")
                .contains("align=\"right\"");
        assertThat(html("- [x] statute\n- [ ] stamp"))
                .contains("type=\"checkbox\"")
                .contains("aria-label=")
                .contains("checked");
        assertThat(html("see https://example.org/a"))
                .contains("href=\"https://example.org/a\"")
                .contains("nofollow");
        assertThat(html("one\ntwo")).contains("<br");
        assertThat(html("# Title")).isEqualTo("<h3>Title</h3>\n");
    }

    @Test
    void showsMarkupTypedByHandAsTyped() {
        assertThat(html("<b>not bold</b>")).contains("&lt;b&gt;not bold&lt;/b&gt;");
    }

    @Test
    void showsPicturesOnlyFromTheHouse() {
        assertThat(html("![plan](/files/0191f3c0-0000-7000-8000-000000000001)"))
                .contains("<img")
                .contains("src=\"/files/0191f3c0-0000-7000-8000-000000000001\"");
        assertThat(html("![spy](https://example.org/pixel.png)"))
                .doesNotContain("<img")
                .contains("href=\"https://example.org/pixel.png\"")
                .contains(">spy</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1))",
                "[x](//evil.example)",
                "[x](/\\evil.example)",
                "![x](javascript:alert(1))",
                "![x\" onerror=\"alert(1)](/files/0191f3c0-0000-7000-8000-000000000001)",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<svg/onload=alert(1)>",
                "`<script>alert(1)</script>`",
                "```\"><script>alert(1)</script>\nx\n```",
                "| <img src=x onerror=alert(1)> |\n|---|\n| x |",
                "[x](https://example.org \"\" onmouseover=\"alert(1))",
                "<https://example.org/\" onclick=\"alert(1)>",
                "<iframe src=\"//evil.example\"></iframe><style>*{display:none}</style>"
            })
    void letsNoScriptThrough(String source) {
        String html = html(source);

        assertThat(html.replaceAll("(?s)>[^<]*<", "><"))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<svg")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("<style")
                .doesNotContainPattern("(?i)<[^>]* on\\w+\\s*=")
                .doesNotContainPattern("(?i)(href|src)=\"\\s*(javascript|data|vbscript):")
                .doesNotContainPattern("(?i)(href|src)=\"(//|/\\\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "*", "_", "`", ">", "- ", "![", "[a](", "|", "<", "&", "~~", "a**b "})
    void staysQuickOnPathologicalText(String piece) {
        String source = piece.repeat(Markdown.MAX_LENGTH / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Markdown.render(source));
    }

    @Test
    void refusesMoreThanAnyReaderGetsThrough() {
        assertThatIllegalArgumentException().isThrownBy(() -> Markdown.render("x".repeat(Markdown.MAX_LENGTH + 1)));
    }

    @Test
    void tellsTheBeginningWithoutMarkup() {
        assertThat(Markdown.excerpt("**Hello** [there](https://example.org), how are you today?", 20))
                .doesNotContain("*", "[")
                .startsWith("Hello")
                .endsWith("…");
    }

    @Test
    void tellsTheBeginningAsOneWouldReadItAloud() {
        assertThat(Markdown.excerpt(
                        "Hello **all**! Two sketches:\n\n- one is *loud*\n- two is calm.\n- three\n\nYours", 100))
                .isEqualTo("Hello all! Two sketches: one is loud; two is calm. three Yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u00A0", "```\n", ". ", "- \n"})
    void tellsTheBeginningOfALongGapWithoutDelay(String gap) {
        String source = "a" + gap.repeat(60_000 / gap.length()) + "b";

        Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> Markdown.render(source).excerpt(Markdown.MAX_LENGTH));
    }

    @Test
    void tellsNoHalfCharacters() {
        assertThat(Markdown.excerpt("👍".repeat(50), 21)).isEqualTo("👍".repeat(10) + "…");
    }

    private static String html(String source) {
        return Markdown.render(source).html();
    }
}
