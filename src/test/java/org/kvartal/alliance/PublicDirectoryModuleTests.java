package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.kvartal.accounts.Role.MEMBER;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor looks through the directory on plain pages. */
@AutoConfigureMockMvc
class PublicDirectoryModuleTests extends DirectoryHouse {

    private static final Pattern JSON_LD = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @Autowired
    MockMvc web;

    @Autowired
    Places places;

    @Test
    void aVisitorReadsTheListInTheirLanguageEachNameInItsOwn() throws Exception {
        made(told(EntryKind.VENUE, "Winzavod", "sofia", "galleries"), EntryKind.VENUE);

        web.perform(get("/bg/directory?q=" + own))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"bg\"")))
                .andExpect(content().string(containsString("lang=\"bg\">Winzavod бг</a>")))
                .andExpect(content().string(containsString("lang=\"en\">Winzavod</p>")))
                .andExpect(content().string(containsString("Художествени галерии")))
                .andExpect(content().string(containsString("1 страница")))
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
    }

    @Test
    void anEntrysPageShowsItsParagraphsAndSumsThemUpInOneLine() throws Exception {
        EntryId id = made(
                told(EntryKind.HUB, "Press").withDescription(LocalizedText.of(Language.EN, "Prints.\n\nBinds.")),
                EntryKind.HUB);

        String page = page("/en/directory/" + form(id).card().slug());

        assertThat(page)
                .containsPattern("<p class=\"entry-text\"[^>]*>Prints\\.\n\nBinds\\.</p>")
                .contains("<meta name=\"description\" content=\"Prints. Binds.\">");
        assertThat(Files.readString(Path.of("frontend/alliance/alliance.css")))
                .containsPattern("\\.entry-text \\{[^}]*white-space: pre-line");
    }

    @Test
    void facetsAreLinksThatCarryTheWholeFilter() throws Exception {
        made(told(EntryKind.VENUE, "One", "sofia", "music"), EntryKind.VENUE);
        made(told(EntryKind.HUB, "Two", "plovdiv", "design"), EntryKind.HUB);

        String page = page("/en/directory?q=" + own + "&place=BG");

        assertThat(page)
                .contains("href=\"/en/directory?q=" + own + "&amp;kind=venue&amp;place=BG\"")
                .contains("href=\"/en/directory?q=" + own + "&amp;sector=music&amp;place=BG\"")
                .contains("href=\"/en/directory?q=" + own + "&amp;place=BG&amp;place=sofia\"")
                .contains("name=\"place\" value=\"BG\"");
        assertThat(page("/en/directory?q=" + own + "&kind=venue"))
                .contains(">One</a>")
                .doesNotContain(">Two</a>");
    }

    @Test
    void aListGoesOnWhereItStopped() throws Exception {
        for (int i = 10; i < 55; i++) {
            made(EntryKind.MEDIA, "Paper " + i);
        }
        String first = page("/en/directory?q=" + own + "&kind=media");
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();

        String second = page(next.group(1).replace("&amp;", "&"));

        assertThat(occurrences(first, "data-slug=")).isEqualTo(40);
        assertThat(occurrences(second, "data-slug=")).isEqualTo(5);
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    @Test
    void anEntryIsAPageOfACatalogue() throws Exception {
        EntryId id = made(whole(), EntryKind.VENUE);
        EntryId alliance = made(EntryKind.NETWORK, "Alliance of venues");
        EntryId yard = made(EntryKind.HUB, "Yard");
        entries.relate(
                steward,
                new NewRelation(
                        RelationId.next(),
                        id,
                        RelationKind.MEMBER_OF,
                        alliance,
                        RoughDate.of("2019-04"),
                        null,
                        LocalizedText.of(Language.EN, "Founding member"),
                        "Minutes of 4 April"));
        entries.relate(
                steward,
                new NewRelation(
                        RelationId.next(), id, RelationKind.HOSTS, yard, null, RoughDate.of("2020"), null, null));

        String page = page("/en/directory/" + slug(id));

        assertThat(page)
                .contains("lang=\"ru\">Винзавод</p>")
                .contains("<h1 lang=\"en\">Winzavod " + own)
                .contains("Vinzavod")
                .contains("A former winery.")
                .contains("Founded", "2007", "900", "20,000 m²")
                .contains("Moscow, Russia")
                .contains("Tue", "12:00–20:00", "Closed on holidays")
                .contains("Step-free")
                .contains("mailto:office@example.org", "Ada Loom")
                .doesNotContain("Boris Weft", "boris@example.org")
                .contains("Alliance of venues", "since April 2019", "Founding member", "Minutes of 4 April")
                .contains("ended")
                .contains("class=\"graph\"")
                .contains("Checked on")
                .contains("https://creativecommons.org/publicdomain/zero/1.0/")
                .contains("hreflang=\"bg\"")
                .doesNotContain("style=");
        assertThat(page("/ru/directory/" + slug(id))).contains("с апреля 2019", "Бывший винный завод.");
    }

    @Test
    void searchEnginesReadTheSame() throws Exception {
        EntryId id = made(whole(), EntryKind.VENUE);
        EntryId alliance = made(EntryKind.NETWORK, "Alliance of venues");
        entries.relate(
                steward,
                new NewRelation(RelationId.next(), id, RelationKind.MEMBER_OF, alliance, null, null, null, null));

        JsonNode thing = structured("/en/directory/" + slug(id));

        assertThat(thing.get("@context").stringValue()).isEqualTo("https://schema.org");
        assertThat(thing.get("@type").stringValue()).isEqualTo("Organization");
        assertThat(thing.get("identifier").stringValue()).isEqualTo("urn:uuid:" + id);
        assertThat(thing.get("name").stringValue()).isEqualTo("Winzavod " + own);
        assertThat(thing.get("alternateName").toString()).contains("Винзавод", "Vinzavod");
        assertThat(thing.get("sameAs").get(0).stringValue()).isEqualTo("https://www.wikidata.org/wiki/Q1");
        assertThat(thing.get("knowsLanguage").toString()).isEqualTo("[\"ru\",\"en\"]");
        assertThat(thing.get("areaServed").get(0).get("name").stringValue()).isEqualTo("Kazan");
        assertThat(thing.get("memberOf").get(0).get("name").stringValue()).isEqualTo("Alliance of venues");
        JsonNode location = thing.get("location").get(0);
        assertThat(location.get("geo").get("latitude").doubleValue()).isEqualTo(55.7556);
        assertThat(location.get("openingHoursSpecification")
                        .get(0)
                        .get("dayOfWeek")
                        .stringValue())
                .isEqualTo("https://schema.org/Tuesday");
        assertThat(location.get("openingHoursSpecification").get(0).get("opens").stringValue())
                .isEqualTo("12:00");
        assertThat(thing.toString()).doesNotContain("Boris").contains("Ada Loom");
        EntryId city = made(told(EntryKind.CITY, "Sofia", "sofia"), EntryKind.CITY);
        assertThat(structured("/en/directory/" + slug(city)).get("@type").stringValue())
                .isEqualTo("City");
    }

    @Test
    void aPageIsSentAgainOnlyWhenItShowsSomethingNew() throws Exception {
        EntryId id = made(EntryKind.VENUE, "Loom");
        String address = "/en/directory/" + slug(id);
        String list = "/en/directory?q=" + own;
        String points = "/en/directory/points.geojson?q=" + own;
        String tag = tag(address);
        String listTag = tag(list);
        String pointsTag = tag(points);
        unchanged(address, tag);
        unchanged(list, listTag);
        unchanged(points, pointsTag);

        made(EntryKind.VENUE, "Somewhere else");
        unchanged(address, tag);
        web.perform(get(list).header(HttpHeaders.IF_NONE_MATCH, listTag)).andExpect(status().isOk());
        web.perform(get(points).header(HttpHeaders.IF_NONE_MATCH, pointsTag)).andExpect(status().isOk());

        save(steward, id, kept(id).withStatus(Status.TEMPORARILY_CLOSED));
        web.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Closed for a time")));
    }

    @Test
    void theMapIsSentAgainWhenAPlaceIsCalledOtherwise() throws Exception {
        String code = "town-" + own;
        places.keep(house(), town(code, "Old Town"));
        made(told(EntryKind.VENUE, "Loom", code), EntryKind.VENUE);
        String points = "/en/directory/points.geojson?q=" + own;
        String tag = tag(points);

        places.keep(house(), town(code, "New Town"));

        web.perform(get(points).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("New Town")));
    }

    @Test
    void aCityAndARegionStandWithoutTheirPlaceOnEveryPage() throws Exception {
        made(told(EntryKind.REGION, "Thrace", "plovdiv"), EntryKind.REGION);
        made(told(EntryKind.CITY, "Philippopolis", "plovdiv"), EntryKind.CITY);
        made(told(EntryKind.VENUE, "Yard", "plovdiv"), EntryKind.VENUE);

        String rows = Pattern.compile("<p class=\"meta\">.*?</p>", Pattern.DOTALL)
                .matcher(page("/en/directory?q=" + own))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
        assertThat(rows).contains("Region", "City", "Venue");
        assertThat(occurrences(rows, "Plovdiv")).as("that of the venue alone").isEqualTo(1);
    }

    @Test
    void aDayIsThatOfTheHouse() throws Exception {
        EntryId id = made(EntryKind.VENUE, "Loom");
        jdbc.sql("UPDATE entry SET changed_at = '2026-11-30T22:30:00Z' WHERE id = ?")
                .param(id.value())
                .update();

        assertThat(page("/en/directory/" + slug(id)))
                .contains("1 December 2026")
                .doesNotContain("30 November 2026");
    }

    @Test
    void aPageThatHasNotChangedCostsTwoStatementsAtMost() throws Exception {
        EntryId id = made(EntryKind.VENUE, "Loom");
        String list = "/en/directory?q=" + own;
        page(list);
        String entry = "/en/directory/" + slug(id);
        page(entry);

        assertThat(SqlCounter.during(() -> page(list)).statements()).hasSizeLessThanOrEqualTo(2);
        assertThat(SqlCounter.during(() -> page("/en/partnerships")).statements())
                .hasSizeLessThanOrEqualTo(4);
        assertThat(SqlCounter.during(() -> page(entry)).statements()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anEntryThatMovedIsFoundAndOneThatIsGoneSaysSo() throws Exception {
        EntryId id = made(EntryKind.VENUE, "Loom " + own);
        String old = slug(id);
        entries.readdress(steward, id, "weave-" + own);

        web.perform(get("/ru/directory/" + old))
                .andExpect(status().isMovedPermanently())
                .andExpect(redirectedUrl("/ru/directory/weave-" + own));
        web.perform(get("/directory/weave-" + own).header(HttpHeaders.ACCEPT_LANGUAGE, "bg"))
                .andExpect(redirectedUrl("/bg/directory/weave-" + own));
        entries.archive(steward, id, "Asked for");
        MvcResult gone = web.perform(get("/ru/directory/weave-" + own))
                .andExpect(status().isGone())
                .andReturn();
        assertThat(gone.getResponse().isCommitted())
                .as("the house's page for it follows")
                .isTrue();
        web.perform(get("/error")
                        .requestAttr(
                                RequestDispatcher.ERROR_STATUS_CODE,
                                gone.getResponse().getStatus())
                        .requestAttr(
                                RequestDispatcher.ERROR_REQUEST_URI,
                                requireNonNull(gone.getRequest().getRequestURI())))
                .andExpect(content().string(containsString("<html lang=\"ru\"")))
                .andExpect(content().string(containsString("Эту страницу убрали")))
                .andExpect(content().string(containsString("больше не показывается")))
                .andExpect(content().string(containsString(">410<")));
        web.perform(get("/ru/directory/weave-" + own + "/map.svg")).andExpect(status().isNotFound());
    }

    @Test
    void whatIsNotPublicIsNowhere() throws Exception {
        EntryId id = EntryId.next();
        String slug = entries.make(
                town.person(MEMBER), NewEntry.of(id, EntryKind.VENUE, told(EntryKind.VENUE, "Secret " + own, "sofia")));

        web.perform(get("/en/directory/" + slug)).andExpect(status().isNotFound());
        web.perform(get("/en/directory/" + slug + "/map.svg")).andExpect(status().isNotFound());
        for (String address : List.of(
                "/en",
                "/en/directory?q=" + own,
                "/en/directory?place=sofia",
                "/en/directory/points.geojson?q=" + own,
                "/en/partnerships",
                "/en/partnerships.geojson")) {
            assertThat(page(address)).doesNotContain("Secret");
        }
    }

    @Test
    void theMapGetsItsPointsWithTheNamesOfTheReader() throws Exception {
        made(told(EntryKind.VENUE, "Winzavod", "sofia"), EntryKind.VENUE);

        JsonNode points = JsonMapper.shared().readTree(page("/ru/directory/points.geojson?q=" + own));

        assertThat(points.get("type").stringValue()).isEqualTo("FeatureCollection");
        JsonNode feature = points.get("features").get(0);
        assertThat(feature.get("geometry").get("coordinates").toString()).isEqualTo("[23.3219,42.6977]");
        assertThat(feature.get("properties").get("name").stringValue()).isEqualTo("Winzavod");
        assertThat(feature.get("properties").get("kind").stringValue()).isEqualTo("Площадка");
        assertThat(points.get("places").get(0).get("name").stringValue()).isEqualTo("София");
        web.perform(get("/ru/directory/points.geojson?q=" + own))
                .andExpect(content().contentTypeCompatibleWith("application/geo+json"));
        web.perform(get("/ru/directory/map.svg?q=" + own))
                .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                .andExpect(content().string(containsString("<circle")));
    }

    @Test
    void partnershipsStandOnAPageAndOnTheMap() throws Exception {
        EntryId sofia = made(told(EntryKind.CITY, "Sofia " + own, "sofia"), EntryKind.CITY);
        EntryId athens = made(told(EntryKind.CITY, "Athens " + own, "athens"), EntryKind.CITY);
        entries.relate(
                steward,
                new NewRelation(
                        RelationId.next(),
                        sofia,
                        RelationKind.TWINNED_WITH,
                        athens,
                        RoughDate.of("2018"),
                        null,
                        LocalizedText.of(Language.EN, "Balkan capitals"),
                        null));

        assertThat(page("/en/partnerships"))
                .contains("Sofia " + own, "Athens " + own, "since 2018", "Balkan capitals", "Partner cities");
        assertThat(page("/en/partnerships.geojson")).contains("LineString", "Sofia " + own);
        assertThat(page("/en")).contains("Athens " + own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</title><script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "${7*7} __${7*7}__ [[${7*7}]] #{x}",
                "a\u0000b\u0008c\uFFFE",
                "ÅÍÎÏ˝ÓÔ\uF8FFÒÚÆ☃ \uD83D\uDCA9 Ṱ̺̺̕o͞ ̷i̲̬",
                "\u202Egnirts tfel ot thgir",
                "{\"@type\":\"Person\"}"
            })
    void nothingThatSomebodyTypesBecomesMarkup(String typed) throws Exception {
        LocalizedText text = LocalizedText.of(Language.EN, typed);
        EntryContent hostile = new EntryContent(
                new Names(typed, "en", Map.of(Language.RU, typed, Language.BG, typed), List.of(typed, own)),
                text,
                Status.ACTIVE,
                List.of("music"),
                List.of("en"),
                List.of("sofia"),
                List.of(new Location(
                        LocationKind.PHYSICAL,
                        text,
                        "sofia",
                        text,
                        new Coordinates(42, 23),
                        null,
                        Set.of(),
                        List.of(),
                        text)),
                List.of(new Contact(typed, text, "ada@example.org", null, LocalDate.of(2026, 1, 1))),
                null,
                List.of(),
                EntryKind.HUB.blank(),
                null,
                Licence.CC0);
        EntryId id = made(hostile, EntryKind.HUB);
        EntryId other = made(told(EntryKind.CITY, "Athens", "athens"), EntryKind.CITY);
        entries.relate(
                steward,
                new NewRelation(RelationId.next(), id, RelationKind.AGREEMENT, other, null, null, text, typed));
        entries.relate(
                steward, new NewRelation(RelationId.next(), id, RelationKind.HOSTS, other, null, null, text, typed));

        for (String address : List.of(
                "/en/directory/" + slug(id),
                "/ru/directory/" + slug(id),
                "/en/directory/" + slug(other),
                "/en/directory?q=" + own,
                "/en/partnerships",
                "/en")) {
            // What stands in the structured data is JSON, where a quotation mark of this kind is none.
            assertThat(JSON_LD.matcher(page(address)).replaceAll(""))
                    .as(address)
                    .doesNotContain("<script>alert", "<img src=x", "onmouseover='alert", ">49");
        }
        assertThat(structured("/en/directory/" + slug(id)).get("name").stringValue())
                .isEqualTo(PlainText.line(typed));
        assertThat(JsonMapper.shared()
                        .readTree(page("/en/directory/points.geojson?q=" + own))
                        .get("features")
                        .toString())
                .isNotEmpty();
        assertThat(page("/en/directory/map.svg?q=" + own)).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org",
                "https://a\" onclick=\"x",
                "ftp://x.org"
            })
    void noAddressOfAnotherKindBecomesALink(String address) {
        assertThat(catchThrowable(() -> made(told(EntryKind.HUB, "Loom").withWebsite(address), EntryKind.HUB)))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/directory?after=x",
                "/en/directory?after='--",
                "/en/directory?box=9,9,9,9",
                "/en/directory?kind=x&sector=%27&place=..&language=??",
                "/en/directory?q=%00%ff",
                "/en/directory/points.geojson?zoom=-1",
                "/en/directory/points.geojson?zoom=99999999999",
                "/en/directory/map.svg?box=0,0,0,0"
            })
    void aMangledAddressIsNoError(String address) throws Exception {
        web.perform(get(URI.create(address.replace("??", "%3F").replace("'", "%27"))))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/directory/no-such-entry", "/en/directory/A", "/en/directory/x/y", "/de/directory"})
    void whatIsNotThereIsNotFound(String address) throws Exception {
        web.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void searchEnginesFindEveryEntry() throws Exception {
        EntryId id = made(EntryKind.VENUE, "Loom");

        assertThat(page("/sitemap/directory/0.xml")).contains("/bg/directory/" + slug(id) + "<");
        assertThat(page("/en/directory?q=" + own)).contains("noindex");
        assertThat(page("/en/directory?kind=venue")).doesNotContain("noindex");
    }

    @Test
    void theMapNeedsNothingFromElsewhere() throws Exception {
        assertThat(page("/en/directory")).doesNotContain("<script>", "style=\"", "src=\"http", "href=\"http://fonts");
        web.perform(get("/en/directory"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")));
        for (String file : List.of(
                "/webjars/leaflet/1.9.4/dist/leaflet.js",
                "/webjars/leaflet/1.9.4/dist/leaflet.css",
                "/alliance/alliance.css",
                "/alliance/directory.js",
                "/alliance/ground.js",
                "/alliance/partnerships.js",
                "/alliance/outlines.json")) {
            web.perform(get(file)).andExpect(status().isOk());
        }
    }

    private EntryContent whole() {
        return new EntryContent(
                new Names("Винзавод", "ru", Map.of(Language.EN, "Winzavod " + own), List.of("CCA " + own)),
                new LocalizedText(
                        Language.RU, Map.of(Language.RU, "Бывший винный завод.", Language.EN, "A former winery.")),
                Status.ACTIVE,
                List.of("galleries"),
                List.of("ru", "en"),
                List.of("kazan"),
                List.of(new Location(
                        LocationKind.PHYSICAL,
                        null,
                        "moscow",
                        LocalizedText.of(Language.RU, "Четвёртый Сыромятнический, 1"),
                        new Coordinates(55.7556, 37.6646),
                        null,
                        Set.of(Access.STEP_FREE),
                        List.of(new OpeningSpan(DayOfWeek.TUESDAY, LocalTime.of(12, 0), LocalTime.of(20, 0))),
                        LocalizedText.of(Language.EN, "Closed on holidays"))),
                List.of(
                        Contact.office("office@example.org", null),
                        new Contact("Ada Loom", null, "ada@example.org", null, LocalDate.of(2026, 1, 1)),
                        new Contact("Boris Weft", null, "boris@example.org", null, null)),
                "https://winzavod.example.org",
                List.of("https://www.wikidata.org/wiki/Q1"),
                new EntryProfile.Premises(2007, 900, 20_000),
                null,
                Licence.CC0);
    }

    private String slug(EntryId id) {
        return form(id).card().slug();
    }

    private static Place town(String code, String name) {
        return new Place(code, LocalizedText.of(Language.EN, name), "BG", 42.1, 24.7, ZoneId.of("Europe/Sofia"));
    }

    private String page(String address) {
        try {
            return web.perform(get(address))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception failed) {
            throw new AssertionError(address, failed);
        }
    }

    private JsonNode structured(String address) {
        Matcher matcher = JSON_LD.matcher(page(address));
        assertThat(matcher.find()).isTrue();
        return JsonMapper.shared().readTree(matcher.group(1));
    }

    private String tag(String address) throws Exception {
        return Objects.requireNonNull(
                web.perform(get(address)).andReturn().getResponse().getHeader(HttpHeaders.ETAG));
    }

    private void unchanged(String address, String tag) throws Exception {
        web.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
