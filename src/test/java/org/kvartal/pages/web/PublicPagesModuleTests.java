package org.kvartal.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.pages.Newsroom;
import org.kvartal.pages.StandingPage;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor reads what the house says about itself, and its news. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "pages",
        extraIncludes = {"site", "shell"})
@AutoConfigureMockMvc(addFilters = false)
@Import({Newsroom.class, SqlCounter.class, TurnableClock.Hands.class})
@TestInstance(Lifecycle.PER_METHOD)
class PublicPagesModuleTests {

    private static final Pattern JSON_LD = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @Autowired
    MockMvc web;

    @Autowired
    Newsroom room;

    @Autowired
    NewsDesk desk;

    @Autowired
    HouseClock clock;

    private Asker officer = Asker.guest();

    /** What the texts of this test hold, and no others. */
    private final String mark = "M" + Ids.next().toString().replace("-", "");

    @BeforeEach
    void anOfficerComesIn() {
        officer = room.person("Olga Office", Role.OFFICER);
    }

    private String page(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    // ---- standing pages ----

    @Test
    void aPageNobodyHasWrittenIsNotThereAndNothingLinksToIt() throws Exception {
        room.write(officer, StandingPage.CONTACTS, null);

        web.perform(get("/en/contacts")).andExpect(status().isNotFound());
        assertThat(page("/en")).doesNotContain("\"/en/contacts\"");

        room.write(officer, StandingPage.CONTACTS, "Двор, второй этаж.");

        assertThat(page("/en")).contains("href=\"/en/contacts\"");
        web.perform(get("/ru/contacts"))
                .andExpect(status().isOk())
                .andExpect(header().exists(HttpHeaders.ETAG))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andExpect(content()
                        .string(allOf(
                                containsString("Двор, второй этаж."),
                                containsString("Контакты"),
                                containsString("hreflang=\"bg\""),
                                not(containsString("на русском языке")),
                                not(containsString("??")))));
    }

    @Test
    void aPageInAnotherLanguageSaysInWhichItIs() throws Exception {
        room.write(officer, StandingPage.ABOUT, "Мы *здесь* " + mark + " <b>жирно</b>");

        assertThat(page("/en/about"))
                .contains(
                        "This text is in Russian.",
                        "<div class=\"prose house-text\" lang=\"ru\">",
                        "<em>здесь</em> " + mark)
                .contains("&lt;b&gt;жирно")
                .doesNotContain("<b>жирно");
        assertThat(page("/bg/about")).contains("Този текст е на руски.");
        assertThat(page("/ru/about")).doesNotContain("Этот текст на");
    }

    @Test
    void whatWasWrittenAnewIsShownAtOnce() throws Exception {
        room.write(officer, StandingPage.PRIVACY, "Раньше " + mark);
        String tag = Objects.requireNonNull(
                web.perform(get("/en/privacy")).andReturn().getResponse().getHeader(HttpHeaders.ETAG));
        web.perform(get("/en/privacy").header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isNotModified());

        room.write(officer, StandingPage.PRIVACY, "Теперь " + mark);

        web.perform(get("/en/privacy").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Теперь " + mark)));
        web.perform(get("/privacy").header(HttpHeaders.ACCEPT_LANGUAGE, "bg")).andExpect(redirectedUrl("/bg/privacy"));
    }

    @Test
    void whoeverSignsUpIsLedToWhatBecomesOfTheirDataOnceItIsWritten() throws Exception {
        room.write(officer, StandingPage.PRIVACY, null);
        assertThat(page("/en/sign-up")).doesNotContain("How we handle personal data");

        room.write(officer, StandingPage.PRIVACY, "Немногое.");

        assertThat(page("/en/sign-up")).contains("<a href=\"/en/privacy\">How we handle personal data</a>");
    }

    // ---- news ----

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyReadsAPieceWithItsPictureAndWhatThePictureShows(Language language) throws Exception {
        NewsDraft piece = room.pictured(officer, "Open " + mark);
        String code = language.code();

        assertThat(page("/" + code + "/news/" + piece.number()))
                .contains(mark, "src=\"/files/" + Newsroom.file(piece) + "\"", "alt=\"A hall at night\"")
                .contains(language == Language.RU ? "<strong>Приходите</strong>" : "<strong>Come</strong>")
                .contains("hreflang=\"bg\"", "/news.atom", "og:image\" content=\"http")
                .doesNotContain("<script>alert", "??");
        assertThat(page("/" + code + "/news"))
                .contains(mark, "/" + code + "/news/" + piece.number(), "/files/" + Newsroom.file(piece) + "/small")
                .doesNotContain("??");
    }

    @Test
    void aPieceIsStructuredForSearchEngines() throws Exception {
        NewsDraft piece = room.pictured(officer, "Open </script> " + mark);
        Matcher found = JSON_LD.matcher(page("/en/news/" + piece.number()));
        assertThat(found.find()).isTrue();

        JsonNode article = JsonMapper.shared().readTree(found.group(1));

        assertThat(article.get("headline").asString()).isEqualTo("Open </script> " + mark);
        assertThat(article.get("datePublished").asString())
                .isEqualTo(clock.today().toString());
        assertThat(article.get("image").asString()).endsWith("/files/" + Newsroom.file(piece));
        assertThat(article.get("publisher").get("name").asString()).isEqualTo("Kvartal");
    }

    @Test
    void aDraftIsNowhereAndWhatWasWithdrawnIsGone() throws Exception {
        NewsDraft piece = room.draft(officer, Newsroom.content("Secret " + mark));
        String path = "/en/news/" + piece.number();
        web.perform(get(path)).andExpect(status().isNotFound());
        for (String list : new String[] {"/en/news", "/en", "/news.atom"}) {
            assertThat(page(list)).doesNotContain(mark);
        }

        desk.publish(officer, piece.id(), piece.version());
        for (String list : new String[] {"/en/news", "/en", "/news.atom"}) {
            assertThat(page(list)).contains(mark);
        }
        assertThat(page("/sitemap/pages/0.xml")).contains(path);

        desk.withdraw(officer, piece.id(), room.look(piece.id()).version(), "It was a mistake.");
        web.perform(get(path)).andExpect(status().isGone());
        for (String list : new String[] {"/en/news", "/en", "/news.atom"}) {
            assertThat(page(list)).doesNotContain(mark);
        }
        assertThat(page("/sitemap/pages/0.xml")).doesNotContain(path + "<");
    }

    @Test
    void theListGoesOnWhereItEndedAndAMangledPlaceBeginsItAnew() throws Exception {
        LocalDate day = LocalDate.of(1961, 4, 12);
        for (int i = 0; i <= NewsPage.ROWS; i++) {
            room.published(officer, Newsroom.content("Row " + i + " " + mark, null, day.minusDays(i)));
        }
        String first = page("/en/news?before=1961-04-13-0");
        Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(older.find()).isTrue();

        assertThat(page(Objects.requireNonNull(older.group(1))))
                .contains("Row " + NewsPage.ROWS + " " + mark, "noindex", "Newest");
        room.published(officer, Newsroom.content("Newest " + mark));
        assertThat(page("/en/news?before=yesterday")).contains("Newest " + mark);
        assertThat(page("/en/news?before=2026-99-99-1")).contains("Newest " + mark);
    }

    @Test
    void theFrontPageShowsThreeAndTheFeedAll() throws Exception {
        for (int i = 0; i < 4; i++) {
            room.published(officer, Newsroom.content("Piece " + i + " " + mark));
        }

        assertThat(page("/en"))
                .contains("Piece 3 " + mark, "Piece 1 " + mark, "All news")
                .doesNotContain("Piece 0 " + mark);
        web.perform(get("/news.atom"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/atom+xml"))
                .andExpect(content()
                        .string(allOf(
                                containsString("<title>Kvartal – News</title>"),
                                containsString("Piece 0 " + mark),
                                containsString("&lt;strong&gt;Come&lt;/strong&gt;"))));
    }

    @Test
    void aPageOfTheListTakesTheSameNumberOfStatementsHoweverLongItIs() throws Exception {
        room.pictured(officer, "One " + mark);
        int few = statements("/en/news?before=9998-01-01-1");
        for (int i = 0; i < 5; i++) {
            room.pictured(officer, "Another " + i + " " + mark);
        }

        assertThat(statements("/en/news?before=9998-01-02-1")).isEqualTo(few);
    }

    private int statements(String path) {
        return SqlCounter.during(() -> {
                    try {
                        assertThat(page(path)).contains(mark);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .size();
    }
}
