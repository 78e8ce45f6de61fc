package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.testing.SqlCounter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Programs take the directory: what is public, in the format they like, once each, and not too often. */
class OpenDataModuleTests extends OpenHouse {

    @ParameterizedTest
    @CsvSource({
        "'', application/json",
        "*/*, application/json",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', application/json",
        "application/ld+json, application/ld+json",
        "application/geo+json, application/geo+json",
        "text/csv, text/csv",
        "text/vcard, text/vcard",
        "'text/csv;q=0.2,application/geo+json;q=0.9', application/geo+json"
    })
    void theFormatIsTheOneThatTheClientLikesBest(String accept, String type) {
        made(EntryKind.HUB, "Hub");

        MockHttpServletResponse response = get(entries(""), HttpHeaders.ACCEPT, accept);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith(type);
        assertThat(response.getHeaders(HttpHeaders.VARY)).anyMatch(vary -> vary.contains("Accept"));
    }

    @Test
    void anAddressNamesTheFormatItself() {
        EntryId id = made(EntryKind.HUB, "Hub");

        for (String ending : List.of("json", "jsonld", "geojson", "csv", "vcf")) {
            assertThat(get(entries("." + ending), HttpHeaders.ACCEPT, "image/png")
                            .getStatus())
                    .as(ending)
                    .isEqualTo(200);
            assertThat(text(get("/api/v1/entries/" + slug(id) + "." + ending)))
                    .as(ending)
                    .contains("Hub");
        }
        assertThat(get(entries(".xml")).getStatus()).isEqualTo(404);
        assertThat(get(entries(""), HttpHeaders.ACCEPT, "image/png").getStatus())
                .isEqualTo(406);
    }

    @Test
    void theFilterIsThatOfThePages() {
        made(told(EntryKind.HUB, "Chairs", "plovdiv", "furniture-design"), EntryKind.HUB);
        made(told(EntryKind.VENUE, "Stage", "sofia", "music"), EntryKind.VENUE);
        made(told(EntryKind.VENUE, "Club", "moscow", "music"), EntryKind.VENUE);
        for (DirectoryFilter filter : List.of(
                ours().withPlaceToggled("BG"),
                ours().withSectorToggled("design"),
                ours().toggled(EntryKind.VENUE).withPlaceToggled("sofia"),
                ours().withMembersToggled(),
                ours().within(new DirectoryFilter.Box(40, 20, 45, 30)))) {
            assertThat(names(read("/api/v1/entries?" + filter.write())))
                    .as(filter.write())
                    .containsExactlyInAnyOrderElementsOf(names(filter));
        }
    }

    @Test
    void onlyWhatIsPublicIsTold() {
        EntryId club = club();
        EntryId secret = EntryId.next();
        entries.make(maria, NewEntry.of(secret, EntryKind.HUB, told(EntryKind.HUB, "Suggested")));
        EntryId old = made(EntryKind.HUB, "Archived");
        entries.relate(
                steward, new NewRelation(RelationId.next(), club, RelationKind.AGREEMENT, old, null, null, null, null));
        String secretSlug = slug(secret);
        String oldSlug = slug(old);
        entries.archive(steward, old, "It has closed");
        EntryId claimed = made(EntryKind.HUB, "Claimed");
        RelationId proposed = proposed(claimed);

        for (String ending : List.of(".json", ".jsonld", ".geojson", ".csv", ".vcf")) {
            assertThat(text(get("/api/v1/entries/" + slug(claimed) + ending))).doesNotContain("Claiming");
            assertThat(text(get(entries(ending))))
                    .contains(slug(club))
                    .doesNotContain("Suggested", "Archived", "Hidden Person", "hidden@example.org");
            assertThat(text(get("/api/v1/entries/" + slug(club) + ending))).doesNotContain("idden", "Archived");
        }
        for (String ending : List.of("", ".csv")) {
            assertThat(text(get("/api/v1/relations" + ending + "?limit=all")))
                    .doesNotContain(old.toString())
                    .as("the other end has not agreed")
                    .doesNotContain(proposed.toString());
        }
        assertThat(get("/api/v1/entries/" + secretSlug).getStatus()).isEqualTo(404);
        assertThat(get("/api/v1/entries/" + oldSlug).getStatus()).isEqualTo(410);
        assertThat(get("/api/v1/entries/nobody").getStatus()).isEqualTo(404);
    }

    @Test
    void anEntryTellsWhatItIsAndUnderWhichLicence() {
        JsonNode entry = read("/api/v1/entries/" + slug(club()));

        assertThat(entry.at("/names/own").asString()).isEqualTo("Клуб „Линия“, дизайнери");
        assertThat(entry.at("/names/translations/en").asString()).isEqualTo("Line, a designers' club");
        assertThat(entry.at("/description/ru").asString()).isEqualTo("Проводит линии.");
        assertThat(entry.at("/licence/id").asString()).isEqualTo("CC0-1.0");
        assertThat(entry.at("/locations/0/access").size()).isEqualTo(2);
        assertThat(entry.at("/locations/1/point").asString()).isEqualTo("place");
        assertThat(entry.at("/facts/founded").asInt()).isEqualTo(2009);
        assertThat(entry.at("/contacts").size()).isEqualTo(2);
        assertThat(entry.has("picture")).as("what is not known is left out").isFalse();
    }

    @Test
    void whoeverReadsToTheEndGetsEachOnceWhateverIsWrittenMeanwhile() {
        List<EntryId> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            all.add(made(EntryKind.HUB, "Entry " + (char) ('a' + i)));
        }
        List<String> found = new ArrayList<>();
        String address = entries("", "limit=4");
        int page = 0;
        while (address != null) {
            MockHttpServletResponse response = get(address);
            JsonNode list = read(response);
            list.get("entries").forEach(entry -> found.add(entry.get("id").asString()));
            String next = list.has("next") ? list.get("next").asString() : null;
            assertThat(response.getHeaders(HttpHeaders.LINK).stream().anyMatch(link -> link.contains("rel=\"next\"")))
                    .isEqualTo(next != null);
            address = next == null ? null : next.replaceFirst("^https?://[^/]+", "");
            if (page++ == 2) {
                save(steward, all.get(1), told(EntryKind.HUB, "Zulu"));
                save(steward, all.get(20), told(EntryKind.HUB, "Aaa"));
                save(steward, EntryId.of(found.getLast()), told(EntryKind.HUB, "Zzz"));
                entries.archive(steward, all.get(22), "It has closed");
                all.set(22, made(EntryKind.HUB, "Aab"));
            }
        }

        assertThat(found).doesNotHaveDuplicates();
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(EntryId::toString).toList());
    }

    @Test
    void aWholeSetComesInOneAnswerReadStretchByStretch() {
        EntryId pattern = made(told(EntryKind.HUB, "Pattern", "sofia"), EntryKind.HUB);
        copies(pattern, 650);

        var counted = SqlCounter.during(() -> get(entries("", "limit=all")));

        JsonNode list = read(counted.result());
        Set<String> ids = new HashSet<>();
        list.get("entries").forEach(entry -> ids.add(entry.get("id").asString()));
        assertThat(ids).hasSize(651);
        assertThat(list.has("next")).isFalse();
        assertThat(selects(counted.statements())).isEqualTo(3 + 4 * 5);
        assertThat(text(get(entries(".csv", "limit=all"))).lines()).hasSize(652);
    }

    @Test
    void aPageTakesAConstantNumberOfStatements() {
        for (String ending : List.of(".json", ".jsonld", ".geojson", ".csv", ".vcf")) {
            made(told(EntryKind.HUB, "One " + ending, "sofia", "design"), EntryKind.HUB);
            var few = SqlCounter.during(() -> get(entries(ending)));
            for (int i = 0; i < 8; i++) {
                made(told(EntryKind.VENUE, "More " + i + ending, "plovdiv", "music"), EntryKind.VENUE);
            }
            var many = SqlCounter.during(() -> get(entries(ending)));

            assertThat(selects(many.statements()))
                    .isEqualTo(selects(few.statements()))
                    .isEqualTo(8);
        }
        assertThat(selects(SqlCounter.during(() -> get("/api/v1/relations")).statements()))
                .isEqualTo(2);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        EntryId id = made(EntryKind.HUB, "Hub");
        for (String address : List.of(
                entries(""),
                entries(".csv"),
                entries(".geojson", "limit=all"),
                "/api/v1/entries/" + slug(id),
                "/api/v1/relations",
                "/api/v1/sectors",
                "/api/v1/places.geojson")) {
            String tag = tag(address);
            MockHttpServletResponse again = get(address, HttpHeaders.IF_NONE_MATCH, tag);

            assertThat(again.getStatus()).as(address).isEqualTo(304);
            assertThat(again.getContentAsByteArray()).isEmpty();
            assertThat(again.getHeader(HttpHeaders.ETAG)).isEqualTo(tag);
        }
        String tag = tag(entries(""));
        assertThat(get(entries(""), HttpHeaders.IF_NONE_MATCH, tag, HttpHeaders.ACCEPT, "text/csv")
                        .getStatus())
                .as("another format")
                .isEqualTo(200);

        save(steward, id, told(EntryKind.HUB, "Another name"));

        assertThat(get(entries(""), HttpHeaders.IF_NONE_MATCH, tag).getStatus()).isEqualTo(200);
    }

    @Test
    void relationsHaveTheirDates() {
        EntryId one = made(EntryKind.CITY, "One");
        EntryId other = made(EntryKind.CITY, "Other");
        RelationId id = RelationId.next();
        entries.relate(
                steward,
                new NewRelation(
                        id,
                        one,
                        RelationKind.TWINNED_WITH,
                        other,
                        RoughDate.of("1999-05"),
                        RoughDate.of("2004"),
                        LocalizedText.of(Language.EN, "Bridges"),
                        "=cmd"));

        JsonNode relation = StreamSupport.stream(
                        read("/api/v1/relations?kind=twinned-with&limit=500")
                                .get("relations")
                                .spliterator(),
                        false)
                .filter(row -> row.get("id").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();

        assertThat(relation.get("since").asString()).isEqualTo("1999-05");
        assertThat(relation.get("until").asString()).isEqualTo("2004");
        assertThat(relation.get("ended").asBoolean()).isTrue();
        assertThat(relation.at("/from/name").asString()).isEqualTo("One");
        assertThat(text(get("/api/v1/relations.csv?limit=all"))).contains("'=cmd");
        assertThat(text(get("/api/v1/relations?kind=hosts&limit=500"))).doesNotContain(id.toString());
    }

    @Test
    void anAddressThatWasGivenUpLeadsOn() {
        EntryId id = made(EntryKind.HUB, "Moving house");
        String before = slug(id);
        entries.readdress(steward, id, before + "-moved");

        MockHttpServletResponse response = get("/api/v1/entries/" + before + ".csv?bom=yes");

        assertThat(response.getStatus()).isEqualTo(308);
        assertThat(response.getHeader(HttpHeaders.LOCATION))
                .isEqualTo("/api/v1/entries/" + before + "-moved.csv?bom=yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=castle",
                "kind=",
                "kind=HUB",
                "sector=%27%20OR%201=1--",
                "sector=nothing",
                "place=atlantis",
                "place=XX",
                "language=%00",
                "language=..",
                "member=true",
                "box=1,2,3",
                "box=91,0,92,1",
                "box=NaN,NaN,NaN,NaN",
                "limit=0",
                "limit=-5",
                "limit=501",
                "limit=99999999999999999999",
                "limit=ALL",
                "limit=1&limit=2",
                "after=1",
                "after=%F0%9F%92%A3",
                "after=00000000-0000-0000-0000-00000000000g",
                "lang=de",
                "lang=en&lang=ru",
                "bom=1",
                "q=a&q=b",
                "page=2",
                "%3Cscript%3E=1",
                "offset=10",
            })
    void whatIsNotUnderstoodIsRefusedInWords(String parameters) {
        for (String ending : List.of("", ".csv")) {
            MockHttpServletResponse response = get("/api/v1/entries" + ending + "?" + parameters);
            JsonNode problem = read(response);

            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.getContentType()).startsWith("application/problem+json");
            assertThat(problem.get("status").asInt()).isEqualTo(400);
            assertThat(problem.get("detail").asString()).hasSizeGreaterThan(20).doesNotContain("alliance.api");
            assertThat(problem.get("parameter").asString()).isNotEmpty();
            assertThat(response.getHeader(HttpHeaders.ETAG)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00",
                "q=%25%25%25",
                "q=%5C",
                "q=%F0%9F%92%A3",
                "q=%27%3B%20DROP%20TABLE%20entry%3B--",
                "q=%E2%80%AE%E2%80%AE",
                "q=_____",
                "after=ffffffff-ffff-ffff-ffff-ffffffffffff",
                "language=zz",
                "box=-90,-180,90,180",
                "box=-30,170,0,-160"
            })
    void whatIsOddButClearIsAnswered(String parameters) {
        assertThat(get("/api/v1/entries?" + parameters).getStatus()).isEqualTo(200);
    }

    @Test
    void tooLongOrTooManyIsRefused() {
        assertThat(get("/api/v1/entries?q=" + "x".repeat(101)).getStatus()).isEqualTo(400);
        assertThat(get("/api/v1/entries?" + "kind=hub&".repeat(31)).getStatus()).isEqualTo(400);
        assertThat(get("/api/v1/relations?kind=hub").getStatus()).isEqualTo(400);
        assertThat(get("/api/v1/sectors?limit=5").getStatus()).isEqualTo(400);
    }

    @Test
    void problemsSpeakTheClientsLanguage() {
        assertThat(read(get("/api/v1/entries?limit=0", HttpHeaders.ACCEPT_LANGUAGE, "bg"))
                        .get("detail")
                        .asString())
                .contains("число");
        assertThat(read(get("/api/v1/entries/nobody", HttpHeaders.ACCEPT_LANGUAGE, "ru"))
                        .get("detail")
                        .asString())
                .isEqualTo("Такой карточки нет.");
    }

    @Test
    void whereNothingIsAProblemSaysSo() {
        assertThat(get("/api/v1/nothing").getStatus()).isEqualTo(404);
        assertThat(get("/api/v1/nothing").getContentType()).startsWith("application/problem+json");
        MockHttpServletResponse written = ask(HttpMethod.POST, "/api/v1/entries", client);
        assertThat(written.getStatus()).isEqualTo(405);
        assertThat(written.getHeader(HttpHeaders.ALLOW)).contains("GET");
        assertThat(read(written).get("detail").asString()).contains("only read");
    }

    @Test
    void pagesOfOtherSitesMayAskAndNothingIsKeptOfThem() {
        MockHttpServletResponse response = get(entries(""), HttpHeaders.ORIGIN, "https://map.example.org");
        MockHttpServletResponse asked = ask(
                HttpMethod.OPTIONS,
                entries(""),
                client,
                HttpHeaders.ORIGIN,
                "https://map.example.org",
                HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD,
                "GET",
                HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS,
                "if-none-match");

        assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo("*");
        assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS))
                .isNull();
        assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS))
                .contains("ETag", "Link", "RateLimit");
        assertThat(response.getCookies()).isEmpty();
        assertThat(response.getHeader(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(asked.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS)).contains("GET");
    }

    @Test
    void theHeadAloneIsSentWithoutReadingTheRest() {
        MockHttpServletResponse response = ask(HttpMethod.HEAD, entries("", "limit=all"), client);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader(HttpHeaders.ETAG)).isNotNull();
    }

    @Test
    void whoeverAsksTooOftenWaitsAndNobodyElseDoes() {
        for (int i = 0; i < 120; i++) {
            assertThat(get("/api/v1/nothing").getStatus()).isEqualTo(404);
        }
        for (String address : List.of(entries(""), "/v3/api-docs", "/v3/api-docs.yaml")) {
            MockHttpServletResponse refused = get(address);

            assertThat(refused.getStatus()).as(address).isEqualTo(429);
            assertThat(refused.getContentType()).startsWith("application/problem+json");
            assertThat(Integer.parseInt(refused.getHeader(HttpHeaders.RETRY_AFTER)))
                    .isBetween(1, 60);
            assertThat(refused.getHeader("RateLimit-Policy")).isEqualTo("\"client\";q=120;w=60");
            assertThat(refused.getHeader("RateLimit")).startsWith("\"client\";r=0;t=");
        }
        assertThat(ask(HttpMethod.GET, entries(""), "192.0.2.77").getStatus()).isEqualTo(200);
        assertThat(ask(HttpMethod.GET, entries(""), client.replace("::1", "::2"))
                        .getStatus())
                .as("the same subnet")
                .isEqualTo(429);
    }

    @Test
    void aWholeSetCountsAsTen() {
        for (int i = 0; i < 12; i++) {
            assertThat(get(entries("", "limit=all")).getStatus()).isEqualTo(200);
        }
        assertThat(get(entries("", "limit=all")).getStatus()).isEqualTo(429);
    }

    /** The owner of one entry says that it belongs together with another, which nobody has agreed to. */
    private RelationId proposed(EntryId other) {
        EntryId mine = made(EntryKind.HUB, "Claiming");
        MemberId member = town.association("Claimants " + own);
        entries.link(steward, mine, member);
        town.mandate(maria, member, RepresentationKind.PRIMARY);
        RelationId id = RelationId.next();
        entries.relate(maria, new NewRelation(id, mine, RelationKind.AGREEMENT, other, null, null, null, null));
        return id;
    }

    private String tag(String address) {
        return Objects.requireNonNull(get(address).getHeader(HttpHeaders.ETAG));
    }

    private List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.get("entries").forEach(entry -> names.add(entry.at("/names/own").asString()));
        return names;
    }

    /** What asks for rows; transactions begin and end beside it. */
    private static long selects(List<String> statements) {
        return statements.stream()
                .filter(statement -> statement.contains("SELECT"))
                .count();
    }

    private void copies(EntryId pattern, int number) {
        jdbc.sql("""
                INSERT INTO entry (id, slug, kind, state, content, member_current, made_at, published_at, changed_at, revision, version,
                                   status, name_en, name_ru, name_bg, found, sectors, places, languages)
                SELECT gen_random_uuid(), e.slug || '-copy-' || n, e.kind, e.state, e.content, false, e.made_at, e.published_at,
                       e.changed_at, e.revision, 0, e.status, e.name_en || ' ' || n, e.name_ru || ' ' || n, e.name_bg || ' ' || n,
                       e.found, e.sectors, e.places, e.languages
                  FROM entry e, generate_series(1, :number) n
                 WHERE e.id = :pattern""").param("pattern", pattern.value()).param("number", number).update();
    }
}
