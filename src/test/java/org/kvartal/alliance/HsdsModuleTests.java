package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries as organisations of the Human Services Data Specification, checked by the specification's own schemas. */
class HsdsModuleTests extends OpenHouse {

    private static final String PLACE = "https://hsds.example/";

    /** Draft 7 checks formats too. */
    private static final Schema ORGANIZATION = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_7,
                    registry -> registry.schemaIdResolvers(
                            places -> places.mapPrefix(PLACE, "classpath:schemas/hsds-3.1/")))
            .getSchema(SchemaLocation.of(PLACE + "organization.json"));

    @Test
    void whatIsKnownIsFoundWhereTheSpecificationHasIt() {
        EntryId club = club();
        EntryId network = made(EntryKind.NETWORK, "Network");
        EntryId donor = made(EntryKind.DONOR, "Donor");
        entries.relate(
                steward,
                new NewRelation(RelationId.next(), club, RelationKind.PART_OF, network, null, null, null, null));
        entries.relate(
                steward,
                new NewRelation(RelationId.next(), club, RelationKind.FUNDED_BY, donor, null, null, null, null));

        JsonNode told = organization(club, "en");

        assertThat(told.get("id").asString()).isEqualTo(club.toString());
        assertThat(told.get("name").asString()).isEqualTo("Клуб „Линия“, дизайнери");
        assertThat(told.get("alternate_name").asString()).isEqualTo("Line, a designers' club");
        assertThat(told.get("description").asString()).startsWith("Draws");
        assertThat(told.get("email").asString()).isEqualTo("office@example.org");
        assertThat(told.get("website").asString()).isEqualTo("https://example.org/");
        assertThat(told.at("/additional_websites/0/url").asString()).isEqualTo("https://example.com/line");
        assertThat(told.get("year_incorporated").asInt()).isEqualTo(2009);
        assertThat(told.get("legal_status").asString()).isEqualTo("Association");
        assertThat(told.get("uri").asString()).endsWith("/directory/" + slug(club));
        assertThat(told.get("parent_organization_id").asString()).isEqualTo(network.toString());
        assertThat(told.at("/funding/0/source").asString()).isEqualTo("Donor");
        assertThat(told.at("/phones/0/number").asString()).isEqualTo("+359 2 555 01 00");
        assertThat(told.get("licence").asString()).isEqualTo("https://creativecommons.org/publicdomain/zero/1.0/");
        JsonNode studio = told.at("/locations/0");
        assertThat(studio.get("location_type").asString()).isEqualTo("physical");
        assertThat(studio.get("latitude").asDouble()).isEqualTo(42.6951);
        assertThat(studio.at("/addresses/0/address_1").asString()).isEqualTo("ул. Оборище 5");
        assertThat(studio.at("/addresses/0/city").asString()).isEqualTo("Sofia");
        assertThat(studio.at("/addresses/0/country").asString()).isEqualTo("BG");
        assertThat(studio.get("accessibility")).hasSize(2);
        assertThat(studio.at("/languages/0/code").asString()).isEqualTo("bg");
        assertThat(studio.at("/schedules/0/byday").asString()).isEqualTo("MO");
        assertThat(studio.at("/schedules/0/opens_at").asString()).isEqualTo("10:00");
        assertThat(studio.at("/schedules/0/description").asString()).contains("Mon", "(Europe/Sofia)");
        assertThat(studio.at("/schedules/0/notes").asString()).isEqualTo("By appointment in August");
        assertThat(told.at("/locations/2/url").asString()).isEqualTo("https://example.org/live");
        JsonNode term = told.at("/attributes/0/taxonomy_term");
        assertThat(term.get("code").asString()).isEqualTo("design");
        assertThat(term.get("term_uri").asString()).startsWith("http");
        assertThat(term.at("/taxonomy_detail/uri").asString()).endsWith("/api/v1/sectors");
        assertThat(organization(club, "ru").at("/locations/0/addresses/0/city").asString())
                .isEqualTo("София");
    }

    @Test
    void anOrganisationOfEveryKindPassesTheSchemaOfTheSpecification() {
        List<EntryId> all = new ArrayList<>(List.of(club(), odd()));
        Arrays.stream(EntryKind.values()).forEach(kind -> all.add(made(kind, "Bare " + kind)));
        all.add(made(
                told(EntryKind.MEDIA, "Magazine").withProfile(new EntryProfile.Publication(1998, "0317-8471")),
                EntryKind.MEDIA));

        for (EntryId id : all) {
            JsonNode told = organization(id, "bg");
            assertThat(violations(told)).as(told.toString()).isEmpty();
            assertThat(ids(told)).as("each id once").doesNotHaveDuplicates();
        }
        ObjectNode broken = (ObjectNode) organization(all.getFirst(), "en");
        broken.put("website", "not an address");
        ((ObjectNode) broken.at("/locations/0")).put("location_type", "imaginary");
        assertThat(violations(broken)).as("the check finds what is wrong").hasSize(2);
    }

    @Test
    void oddThingsKeepTheirMeaning() {
        JsonNode told = organization(odd(), "en");

        assertThat(told.get("website").asString()).isEqualTo("https://xn--e1afmkfd.xn--p1ai/%D0%BE-%D0%BD%D0%B0%D1%81");
        assertThat(told.get("description").asString()).isEqualTo("Venue");
        assertThat(told.at("/organization_identifiers/0/identifier_type").asString())
                .isEqualTo("Wikidata");
        assertThat(told.at("/organization_identifiers/0/identifier").asString()).isEqualTo("Q42");
        assertThat(told.at("/locations/0/schedules")).hasSize(2);
        assertThat(told.at("/locations/0/schedules/0/byday").asString()).isEqualTo("FR,SA");
        assertThat(told.at("/locations/0/schedules/0/closes_at").asString()).isEqualTo("24:00");
        assertThat(told.at("/contacts/0/department").asString()).isEqualTo("Tickets");
        assertThat(told.at("/contacts/0/email").asString()).isEqualTo("tickets@example.org");
    }

    @Test
    void peopleStandThereOnlyWhereTheyAgreed() {
        String text = text(get("/api/v1/entries/" + slug(club()) + ".hsds.json"));

        assertThat(text).contains("Open Person", "open@example.org").doesNotContain("idden");
    }

    @Test
    void aListGoesOnByKeys() {
        for (int number = 0; number < 5; number++) {
            made(EntryKind.HUB, "Hub " + number);
        }
        MockHttpServletResponse response = get(entries(".hsds.json", "limit=3"));
        JsonNode first = read(response);
        JsonNode second = read(first.get("next").asString().replaceFirst("^https?://[^/]+", ""));

        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getHeaders(HttpHeaders.LINK)).anyMatch(link -> link.contains("rel=\"profile\""));
        assertThat(first.get("contents")).hasSize(3);
        assertThat(second.get("contents")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(violations(second.at("/contents/0"))).isEmpty();
        assertThat(read(get(entries(""), HttpHeaders.ACCEPT, "application/json"))
                        .has("entries"))
                .as("JSON without an ending is the house's own")
                .isTrue();
    }

    /** An entry with what seldom occurs. */
    private EntryId odd() {
        EntryContent content = EntryContent.of(EntryKind.VENUE, new Names("Дом", "ru", Map.of(), List.of(own)))
                .withWebsite("https://пример.рф/о-нас")
                .withLanguages(List.of("sr-Latn", "ru"))
                .withSectors(List.of("furniture-design"))
                .withContacts(List.of(
                        new Contact(null, LocalizedText.of(Language.EN, "Tickets"), "tickets@example.org", null, null)))
                .withLocations(List.of(
                        new Location(
                                LocationKind.PHYSICAL,
                                null,
                                "moscow",
                                null,
                                null,
                                null,
                                Set.of(),
                                List.of(
                                        new OpeningSpan(DayOfWeek.FRIDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT),
                                        new OpeningSpan(DayOfWeek.SATURDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT),
                                        new OpeningSpan(DayOfWeek.SUNDAY, LocalTime.of(12, 0), LocalTime.of(18, 0))),
                                null),
                        new Location(
                                LocationKind.POSTAL,
                                null,
                                null,
                                LocalizedText.of(Language.RU, "а/я 7"),
                                null,
                                null,
                                Set.of(),
                                List.of(),
                                null)));
        return made(withElsewhere(content, List.of("https://www.wikidata.org/wiki/Q42")), EntryKind.VENUE);
    }

    private static EntryContent withElsewhere(EntryContent content, List<String> sameAs) {
        return new EntryContent(
                content.names(),
                content.description(),
                content.status(),
                content.sectors(),
                content.languages(),
                content.areas(),
                content.locations(),
                content.contacts(),
                content.website(),
                sameAs,
                content.profile(),
                content.picture(),
                content.licence());
    }

    private JsonNode organization(EntryId id, String language) {
        return read("/api/v1/entries/" + slug(id) + ".hsds.json?lang=" + language);
    }

    private static List<Error> violations(JsonNode organization) {
        return ORGANIZATION.validate(organization);
    }

    /** Those of its parts; a taxonomy stands in each of its terms. */
    private static List<String> ids(JsonNode told) {
        List<String> ids = new ArrayList<>();
        Set<String> shared = new HashSet<>();
        told.findParents("taxonomy_detail").forEach(term -> {
            shared.add(term.get("id").asString());
            shared.add(term.at("/taxonomy_detail/id").asString());
        });
        told.findValuesAsString("id").stream()
                .filter(id -> !shared.contains(id))
                .forEach(ids::add);
        return ids;
    }
}
