package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.testing.SqlCounter;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;

/** Somebody shows a part of the directory on a page of their own. */
class EmbeddedDirectoryModuleTests extends OpenHouse {

    private static final Pattern LINK = Pattern.compile("<a [^>]*>");
    private static final Pattern LINES = Pattern.compile("<textarea id=\"embed-lines\"[^>]*>(.*?)</textarea>");

    @ParameterizedTest
    @CsvSource({
        "en, Put this list on your own site, From the directory of",
        "ru, Поставить этот список на свой сайт, Из справочника",
        "bg, Сложете този списък на своя сайт, От указателя на"
    })
    void theListOffersLinesThatShowItElsewhere(String language, String title, String from) {
        made(told(EntryKind.HUB, "Yard", "sofia"), EntryKind.HUB);
        made(told(EntryKind.VENUE, "Stage", "sofia"), EntryKind.VENUE);
        String page = text(get("/" + language + "/directory?q=" + own + "&kind=hub&place=BG"));

        Matcher lines = LINES.matcher(page);
        assertThat(lines.find()).isTrue();
        String frame = HtmlUtils.htmlUnescape(lines.group(1));
        assertThat(page).contains(title);
        assertThat(frame)
                .startsWith("<iframe src=\"http")
                .contains("/" + language + "/directory/embed?q=" + own + "&amp;kind=hub&amp;place=BG\"")
                .contains("title=\"", "loading=\"lazy\"")
                .endsWith("></iframe>");
        String address = HtmlUtils.htmlUnescape(frame.replaceAll("^<iframe src=\"https?://[^/]+([^\"]+)\".*$", "$1"));
        String embedded = text(get(address));
        assertThat(embedded)
                .contains("<html lang=\"" + language + "\"", from, ">Yard")
                .contains("href=\"/" + language + "/directory?q=" + own + "&amp;kind=hub&amp;place=BG\"")
                .contains("data-points=\"/" + language + "/directory/points.geojson\"", "<noscript>")
                .doesNotContain(">Stage", "<form", "site-head", "??");
    }

    @Test
    void onlyThisPageMayStandInPagesOfOthers() {
        String slug = slug(made(EntryKind.HUB, "Yard"));
        MockHttpServletResponse embedded = get("/en/directory/embed?q=" + own);

        assertThat(embedded.getHeader("X-Frame-Options")).isNull();
        assertThat(embedded.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "form-action 'none'")
                .endsWith("frame-ancestors *")
                .doesNotContain("unsafe");
        assertThat(embedded.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        for (String path : List.of(
                "/en/directory?q=" + own,
                "/en/directory/" + slug,
                "/en/directory/embedded",
                "/en/directory/embed.html",
                "/xx/directory/embed",
                "/directory/embed",
                "/en/open-data",
                "/en/partnerships",
                "/sign-in",
                "/en")) {
            MockHttpServletResponse other = get(path);
            assertThat(other.getHeader("X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(other.getHeader("Content-Security-Policy"))
                    .as(path)
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("*");
        }
    }

    @Test
    void itKeepsNothingOfAnybodyAndIsKeptByNoSearchEngine() {
        made(EntryKind.HUB, "Yard");
        String address = "/en/directory/embed?q=" + own;
        MockHttpServletResponse response = get(address);
        String tag = requireNonNull(response.getHeader(HttpHeaders.ETAG));

        assertThat(response.getCookies()).isEmpty();
        assertThat(response.getHeader(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(response.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(text(response))
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("canonical", "style=");
        MockHttpServletResponse again = get(address, HttpHeaders.IF_NONE_MATCH, tag);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getHeader("X-Frame-Options"))
                .as("browsers take headers of this answer too")
                .isNull();
        assertThat(again.getHeader("Content-Security-Policy")).endsWith("frame-ancestors *");
        assertThat(SqlCounter.during(() -> get(address)).statements()).hasSizeLessThanOrEqualTo(2);

        made(EntryKind.HUB, "Depot");
        assertThat(text(get(address, HttpHeaders.IF_NONE_MATCH, tag))).contains(">Depot");
    }

    @Test
    void everyLinkLeadsOutOfTheFrame() {
        for (int number = 10; number < 55; number++) {
            made(EntryKind.MEDIA, "Paper " + number);
        }
        String page = text(get("/en/directory/embed?q=" + own + "&kind=media"));

        assertThat(LINK.matcher(page).results().map(found -> found.group()))
                .hasSize(40 + 2)
                .allMatch(link -> link.contains("target=\"_blank\"") && link.contains("rel=\"noopener\""));
        assertThat(page).contains("/en/directory?q=" + own + "&amp;kind=media&amp;after=");
    }

    @Test
    void whatIsNotPublicOrMeantAsMarkupIsNotInIt() {
        entries.make(maria, NewEntry.of(EntryId.next(), EntryKind.HUB, told(EntryKind.HUB, "Secret " + own)));
        made(
                EntryContent.of(EntryKind.HUB, new Names("<script>alert(1)</script>", "en", Map.of(), List.of(own))),
                EntryKind.HUB);

        assertThat(text(get("/en/directory/embed?q=" + own))).doesNotContain("Secret", "<script>alert");
        for (String query : List.of(
                "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "kind=%22&place=..", "box=1,2,3,4&after=%00", "q=%00")) {
            assertThat(text(get("/en/directory/embed?" + query))).doesNotContain("<script>alert");
            assertThat(text(get("/en/directory?" + query))).doesNotContain("<script>alert");
        }
        assertThat(text(get("/en/directory/embed?q=nothing" + own))).contains("0 entries");
    }

    @Test
    void noEntryStandsAtItsAddress() {
        EntryId id = made(EntryContent.of(EntryKind.HUB, Names.of("Embed", "en")), EntryKind.HUB);

        assertThat(slug(id)).startsWith("embed-");
    }
}
