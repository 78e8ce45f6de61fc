package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nu.validator.client.EmbeddedValidator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the house writes, read by programs that others made. */
class OpenFormatsModuleTests extends OpenHouse {

    /** In the standard since 2023: of several with one name, one is open. */
    private static final String NEWER_THAN_THE_VALIDATOR = "Attribute “name” not allowed on element “details”";

    private static final String SCHEMA_ORG = "http://schema.org/";

    /**
     * Which types a property may stand at, of those that are written here.
     *
     * @see <a href="https://schema.org/docs/developers.html">schema.org, vocabulary definition files: domainIncludes</a>
     */
    private static final Map<String, Set<String>> DOMAINS = Map.ofEntries(
            Map.entry("name", Set.of("Thing")),
            Map.entry("alternateName", Set.of("Thing")),
            Map.entry("description", Set.of("Thing")),
            Map.entry("url", Set.of("Thing")),
            Map.entry("identifier", Set.of("Thing")),
            Map.entry("sameAs", Set.of("Thing")),
            Map.entry("image", Set.of("Thing")),
            Map.entry("subjectOf", Set.of("Thing")),
            Map.entry("license", Set.of("CreativeWork")),
            Map.entry("inLanguage", Set.of("CreativeWork")),
            Map.entry("publisher", Set.of("CreativeWork")),
            Map.entry("dateModified", Set.of("CreativeWork")),
            Map.entry("dataFeedElement", Set.of("DataFeed")),
            Map.entry("foundingDate", Set.of("Organization")),
            Map.entry("knowsLanguage", Set.of("Organization")),
            Map.entry("knowsAbout", Set.of("Organization")),
            Map.entry("areaServed", Set.of("Organization", "ContactPoint")),
            Map.entry("contactPoint", Set.of("Organization")),
            Map.entry("location", Set.of("Organization")),
            Map.entry("memberOf", Set.of("Organization")),
            Map.entry("member", Set.of("Organization")),
            Map.entry("parentOrganization", Set.of("Organization")),
            Map.entry("subOrganization", Set.of("Organization")),
            Map.entry("funder", Set.of("Organization", "CreativeWork")),
            Map.entry("numberOfEmployees", Set.of("Organization")),
            Map.entry("value", Set.of("QuantitativeValue", "PropertyValue")),
            Map.entry("propertyID", Set.of("PropertyValue")),
            Map.entry("contactType", Set.of("ContactPoint")),
            Map.entry("email", Set.of("Organization", "ContactPoint")),
            Map.entry("telephone", Set.of("Organization", "ContactPoint", "Place")),
            Map.entry("address", Set.of("Organization", "Place")),
            Map.entry("streetAddress", Set.of("PostalAddress")),
            Map.entry("addressLocality", Set.of("PostalAddress")),
            Map.entry("addressCountry", Set.of("PostalAddress")),
            Map.entry("geo", Set.of("Place")),
            Map.entry("latitude", Set.of("GeoCoordinates", "Place")),
            Map.entry("longitude", Set.of("GeoCoordinates", "Place")),
            Map.entry("openingHoursSpecification", Set.of("Place")),
            Map.entry("amenityFeature", Set.of("Place")),
            Map.entry("dayOfWeek", Set.of("OpeningHoursSpecification")),
            Map.entry("opens", Set.of("OpeningHoursSpecification")),
            Map.entry("closes", Set.of("OpeningHoursSpecification")));

    /** What stands above the types that are written here, themselves among it. */
    private static final Map<String, Set<String>> ABOVE = Map.ofEntries(
            Map.entry("Organization", Set.of("Organization")),
            Map.entry("EducationalOrganization", Set.of("Organization")),
            Map.entry("GovernmentOrganization", Set.of("Organization")),
            Map.entry("City", Set.of("Place")),
            Map.entry("AdministrativeArea", Set.of("Place")),
            Map.entry("Place", Set.of("Place")),
            Map.entry("VirtualLocation", Set.of("Intangible")),
            Map.entry("WebPage", Set.of("CreativeWork")),
            Map.entry("DataFeed", Set.of("CreativeWork", "DataFeed")),
            Map.entry("ContactPoint", Set.of("ContactPoint")),
            Map.entry("PostalAddress", Set.of("ContactPoint", "PostalAddress")),
            Map.entry("GeoCoordinates", Set.of("GeoCoordinates")),
            Map.entry("OpeningHoursSpecification", Set.of("OpeningHoursSpecification")),
            Map.entry("LocationFeatureSpecification", Set.of("PropertyValue")),
            Map.entry("PropertyValue", Set.of("PropertyValue")),
            Map.entry("QuantitativeValue", Set.of("QuantitativeValue")));

    @Test
    void linkedDataExpandsToWhatTheVocabularyKnows() throws JsonLdError {
        EntryId club = club();
        EntryId network = made(EntryKind.NETWORK, "Network");
        EntryId city = made(told(EntryKind.CITY, "Sofia", "sofia"), EntryKind.CITY);
        EntryId magazine = made(
                told(EntryKind.MEDIA, "Magazine").withProfile(new EntryProfile.Publication(1998, "0317-8471")),
                EntryKind.MEDIA);
        entries.relate(
                steward,
                new NewRelation(RelationId.next(), club, RelationKind.MEMBER_OF, network, null, null, null, null));

        JsonArray feed = expanded(text(get(entries(".jsonld", "limit=2", "lang=ru"))));

        assertThat(feed).hasSize(1);
        JsonObject whole = feed.getJsonObject(0);
        assertThat(whole.getJsonArray(SCHEMA_ORG + "dataFeedElement")).hasSize(2);
        assertThat(whole.getJsonArray("http://www.w3.org/ns/hydra/core#next")
                        .getJsonObject(0)
                        .getString("@id"))
                .contains("/api/v1/entries.jsonld?q=" + own + "&lang=ru&limit=2&after=");
        check(whole);
        for (EntryId id : List.of(club, network, city, magazine)) {
            JsonArray alone = expanded(text(get("/api/v1/entries/" + slug(id) + ".jsonld")));
            assertThat(alone).hasSize(1);
            check(alone.getJsonObject(0));
        }
    }

    @Test
    void theEntrysPageSaysTheSame() throws JsonLdError {
        String slug = slug(club());
        String page = text(get("/en/directory/" + slug));
        String script = page.substring(page.indexOf("application/ld+json\">") + 21);

        assertThat(expanded(script.substring(0, script.indexOf("</script>"))))
                .isEqualTo(expanded(text(get("/api/v1/entries/" + slug + ".jsonld?lang=en"))));
    }

    @Test
    void featuresLieWhereTheThingsAre() throws ParseException {
        club();
        made(told(EntryKind.HUB, "Hub", "sofia"), EntryKind.HUB);
        made(EntryKind.HUB, "Nowhere");
        String text = text(get(entries(".geojson")));
        JsonNode features = json.readTree(text).get("features");

        Geometry all = new GeoJsonReader().read(located(text));

        assertThat(features).hasSize(3);
        assertThat(features.get(2).get("geometry").isNull()).isTrue();
        assertThat(all.getCoordinates()).contains(new Coordinate(23.3412, 42.6951), new Coordinate(23.3219, 42.6977));
        assertThat(features.get(0).at("/geometry/type").asString()).isEqualTo("MultiPoint");
        assertThat(features.get(1).at("/geometry/type").asString()).isEqualTo("Point");
        assertThat(new GeoJsonReader().read(text(get("/api/v1/places.geojson"))).getCoordinates())
                .contains(new Coordinate(23.3219, 42.6977));
    }

    @Test
    void aTableIsReadAsItWasMeant() throws IOException {
        club();
        made(
                EntryContent.of(
                        EntryKind.HUB,
                        new Names(
                                "=HYPERLINK(\"http://evil.example\",\"a\")",
                                "en",
                                Map.of(Language.EN, "+1 Hub", Language.RU, "@ Хаб", Language.BG, "-1"),
                                List.of(own))),
                EntryKind.HUB);
        String text = text(get(entries(".csv")));

        List<CSVRecord> rows = table(text);

        assertThat(rows).hasSize(2);
        CSVRecord club = rows.getFirst();
        assertThat(club.get("name")).isEqualTo("Клуб „Линия“, дизайнери");
        assertThat(club.get("description_en")).isEqualTo("Draws \"lines\", <b>bold</b> ones.");
        assertThat(club.get("emails")).isEqualTo("office@example.org | open@example.org");
        assertThat(club.get("phones")).isEqualTo("'+359 2 555 01 00");
        assertThat(club.get("latitude")).isEqualTo("42.6951");
        assertThat(club.get("licence")).isEqualTo("CC0-1.0");
        CSVRecord hub = rows.getLast();
        assertThat(hub.get("name")).isEqualTo("'=HYPERLINK(\"http://evil.example\",\"a\")");
        assertThat(hub.get("name_en")).isEqualTo("'+1 Hub");
        assertThat(hub.get("name_ru")).isEqualTo("'@ Хаб");
        assertThat(hub.get("name_bg")).isEqualTo("'-1");
        assertThat(text).doesNotStartWith("\uFEFF").contains("\r\n");
        assertThat(text(get(entries(".csv", "bom=yes")))).startsWith("\uFEFFid,slug,");
        assertThat(table(text(get("/api/v1/sectors.csv"))))
                .anyMatch(row -> row.get("code").equals("design"));
        assertThat(table(text(get("/api/v1/places.csv"))))
                .anyMatch(row -> row.get("country").equals("BG"));
    }

    @Test
    void paragraphsStandInTablesAndInJson() throws IOException {
        EntryId id = made(
                told(EntryKind.HUB, "Press").withDescription(LocalizedText.of(Language.EN, "Prints.\n\nBinds, too.")),
                EntryKind.HUB);

        assertThat(table(text(get(entries(".csv")))).getFirst().get("description_en"))
                .isEqualTo("Prints.\n\nBinds, too.");
        assertThat(read("/api/v1/entries/" + slug(id)).at("/description/en").stringValue())
                .isEqualTo("Prints.\n\nBinds, too.");
    }

    @Test
    void theDescriptionIsWholeAndNamesNothingElse() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text(get("/v3/api-docs")), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        OpenAPI api = parsed.getOpenAPI();
        assertThat(api.getPaths().keySet())
                .containsExactlyInAnyOrder(
                        "/api/v1/entries",
                        "/api/v1/entries.{format}",
                        "/api/v1/entries/{slug}",
                        "/api/v1/entries/{slug}.{format}",
                        "/api/v1/relations",
                        "/api/v1/relations.{format}",
                        "/api/v1/sectors",
                        "/api/v1/sectors.{format}",
                        "/api/v1/places",
                        "/api/v1/places.{format}",
                        "/api/v1/dump.zip",
                        "/api/v1/dump.zip.sha256");
        Set<String> ids = new TreeSet<>();
        api.getPaths().forEach((path, item) -> {
            assertThat(item.readOperations()).as(path).hasSize(1);
            Operation operation = item.getGet();
            assertThat(ids.add(operation.getOperationId())).as(path).isTrue();
            assertThat(operation.getSummary()).as(path).isNotBlank();
            assertThat(operation.getResponses().get("200"))
                    .as(path)
                    .satisfies(answer -> assertThat(answer.getContent()).isNotEmpty());
            assertThat(operation.getResponses()).containsKeys("304", "400", "429");
        });
        assertThat(api.getServers()).hasSize(1);
        assertThat(get("/v3/api-docs").getHeader("RateLimit")).isNotNull();
        assertThat(get("/v3/api-docs.yaml").getStatus()).isEqualTo(200);
        assertThat(get("/swagger-ui/index.html").getStatus()).isEqualTo(404);
    }

    @Test
    void answersAreAsDescribed() {
        EntryId club = club();
        EntryId network = made(EntryKind.NETWORK, "Network");
        entries.relate(
                steward,
                new NewRelation(
                        RelationId.next(),
                        club,
                        RelationKind.AGREEMENT,
                        network,
                        RoughDate.of("2023-07"),
                        null,
                        LocalizedText.of(Language.EN, "Exchange"),
                        "https://example.org"));
        JsonNode description = read("/v3/api-docs");

        conforms(description, "Entries", entries("", "limit=1"));
        conforms(description, "Entry", "/api/v1/entries/" + slug(club));
        conforms(description, "Relations", "/api/v1/relations?limit=500");
        conforms(description, "Sectors", "/api/v1/sectors");
        conforms(description, "Places", "/api/v1/places");
        conforms(description, "FeatureCollection", entries(".geojson"));
        conforms(description, "FeatureCollection", "/api/v1/places.geojson");
        conforms(description, "Feature", "/api/v1/entries/" + slug(network) + ".geojson");
        conforms(description, "Problem", "/api/v1/entries?limit=0");
        assertThat(violations(description, "Entry", "/api/v1/entries?limit=0"))
                .as("the check finds what is wrong")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "bg"})
    void pagesAreValidHtml(String language) throws IOException, SAXException {
        String slug = slug(club());
        for (String path : List.of(
                "/open-data",
                "/directory",
                "/directory?q=" + own,
                "/directory?q=nothing" + own,
                "/directory/embed?q=" + own,
                "/directory/" + slug,
                "/partnerships")) {
            EmbeddedValidator validator = new EmbeddedValidator();
            validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
            validator.setNoLangDetect(true);
            String said = validator.validate(
                    new ByteArrayInputStream(get("/" + language + path).getContentAsByteArray()));

            assertThat(said.lines().filter(line -> line.contains("error") && !line.contains(NEWER_THAN_THE_VALIDATOR)))
                    .as(path)
                    .isEmpty();
        }
    }

    private void conforms(JsonNode description, String schema, String address) {
        assertThat(violations(description, schema, address)).as(address).isEmpty();
    }

    private List<com.networknt.schema.Error> violations(JsonNode description, String schema, String address) {
        ObjectNode root = json.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", description.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(read(address));
    }

    private static List<CSVRecord> table(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    /** That library takes no feature that stands nowhere, which the format allows. */
    private String located(String text) {
        ObjectNode collection = (ObjectNode) json.readTree(text);
        collection
                .withArray("features")
                .removeIf(feature -> feature.get("geometry").isNull());
        return json.writeValueAsString(collection);
    }

    private static JsonArray expanded(String text) throws JsonLdError {
        JsonDocument context = JsonDocument.of(new StringReader("""
                {"@context": {"@vocab": "http://schema.org/", "schema": "http://schema.org/",
                  "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}, "image": {"@type": "@id"}, "license": {"@type": "@id"},
                  "dayOfWeek": {"@type": "@id"}}}"""));
        return JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .loader((address, _) -> {
                    assertThat(address.toString()).isEqualTo("https://schema.org");
                    return context;
                })
                .get();
    }

    /** Every type and property is one of the vocabulary's, and stands where it may. */
    private static void check(JsonObject thing) {
        String type = thing.getJsonArray("@type").getString(0).substring(SCHEMA_ORG.length());
        Set<String> above = ABOVE.getOrDefault(type, Set.of());
        assertThat(above).as(type).isNotEmpty();
        thing.forEach((property, values) -> {
            if (property.startsWith(SCHEMA_ORG)) {
                String name = property.substring(SCHEMA_ORG.length());
                Set<String> domains = DOMAINS.getOrDefault(name, Set.of());
                assertThat(domains.contains("Thing") || above.stream().anyMatch(domains::contains))
                        .as("%s at %s", name, type)
                        .isTrue();
                for (JsonValue value : values.asJsonArray()) {
                    if (value.asJsonObject().containsKey("@type")
                            && !value.asJsonObject().containsKey("@value")) {
                        check(value.asJsonObject());
                    }
                }
            }
        });
    }
}
