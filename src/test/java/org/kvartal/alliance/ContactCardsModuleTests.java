package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Language;
import ezvcard.property.Organization;
import ezvcard.property.TextProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.LocalizedText;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

/** A visitor puts an organisation among their contacts. */
class ContactCardsModuleTests extends OpenHouse {

    @Test
    void thePageOffersACardInTheReadersLanguage() {
        String slug = slug(club());

        assertThat(text(get("/ru/directory/" + slug)))
                .contains("href=\"/api/v1/entries/" + slug + ".vcf?lang=ru\"")
                .contains("Добавить в контакты");
        MockHttpServletResponse response = get("/api/v1/entries/" + slug + ".vcf?lang=ru");
        assertThat(response.getContentType()).isEqualTo("text/vcard;charset=UTF-8");
        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"" + slug + ".vcf\"");
    }

    @Test
    void aCardSaysWhatThePageShows() throws IOException {
        EntryId id = club();
        VCard card = card(id, "en");

        assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
        assertThat(card.validate(VCardVersion.V4_0).iterator()).isExhausted();
        assertThat(card.getKind().isOrg()).isTrue();
        assertThat(card.getUid().getValue()).isEqualTo("urn:uuid:" + id);
        assertThat(card.getRevision().getValue()).isNotNull();
        assertThat(card.getFormattedNames())
                .extracting(FormattedName::getLanguage, FormattedName::getValue)
                .containsExactly(tuple("en", "Line, a designers' club"), tuple("bg", "Клуб „Линия“, дизайнери"));
        assertThat(card.getFormattedNames()).extracting(FormattedName::getAltId).containsOnly("1");
        assertThat(card.getOrganizations())
                .extracting(Organization::getValues)
                .containsExactly(List.of("Line, a designers' club"), List.of("Клуб „Линия“, дизайнери"));
        assertThat(card.getNickname().getValues()).contains(own, "Klub „Linia“, dizayneri");
        Address studio = card.getAddresses().getFirst();
        assertThat(studio.getStreetAddress()).isEqualTo("ул. Оборище 5");
        assertThat(studio.getLocality()).isEqualTo("Sofia");
        assertThat(studio.getCountry()).isEqualTo("Bulgaria");
        assertThat(studio.getGeo().getCoordA()).isEqualTo(42.6951);
        assertThat(card.getGeo().getLongitude()).isEqualTo(23.3412);
        assertThat(card.getTelephoneNumbers().getFirst().getText()).isEqualTo("+359 2 555 01 00");
        assertThat(card.getUrls())
                .extracting(TextProperty::getValue)
                .startsWith("https://example.org/", "https://example.com/line", "https://example.org/live")
                .last()
                .asString()
                .endsWith("/directory/" + slug(id));
        assertThat(card.getCategories().getValues()).containsExactly("Design");
        assertThat(card.getLanguages()).extracting(Language::getValue).containsExactly("bg", "en");
        assertThat(card.getNotes())
                .extracting(TextProperty::getValue)
                .containsExactly("Draws \"lines\", <b>bold</b> ones.", "Проводит линии.");
    }

    @Test
    void peopleStandThereOnlyWhereTheyAgreed() throws IOException {
        VCard card = card(club(), "bg");

        assertThat(card.getEmails())
                .extracting(Email::getValue)
                .containsExactly("office@example.org", "open@example.org");
        assertThat(card.getExtendedProperties())
                .extracting(TextProperty::getValue)
                .contains("Open Person")
                .doesNotContain("Hidden Person");
    }

    @Test
    void aCityIsAPlace() throws IOException {
        VCard card = card(made(told(EntryKind.CITY, "Sofia", "sofia"), EntryKind.CITY), "en");

        assertThat(card.getKind().isLocation()).isTrue();
        assertThat(card.getOrganizations()).isEmpty();
        assertThat(card.getGeo().getLatitude()).isEqualTo(42.6977);
    }

    @Test
    void nothingThatSomebodyTypesBecomesAPropertyAndLinesAreShort() throws IOException {
        String evil = "Loom; Ltd, \\n \\; \"x\":\r\nEND:VCARD\r\nBEGIN:VCARD\nEMAIL:evil@example.org " + own;
        EntryContent content = EntryContent.of(
                        EntryKind.HUB,
                        new Names(
                                evil,
                                "en",
                                Map.of(org.kvartal.kernel.Language.BG, "Стан ".repeat(30)),
                                List.of("北京艺术区".repeat(20), "🎭".repeat(60))))
                .withDescription(LocalizedText.of(
                        org.kvartal.kernel.Language.RU, "Первая строка;\nвторая, с запятой\\\n\nTEL:+1"))
                .withContacts(
                        List.of(new Contact("A:B;C,D\n\"E\"", null, "a@example.org", null, LocalDate.of(2026, 1, 2))));
        EntryId id = made(content, EntryKind.HUB);
        String text = text(get("/api/v1/entries/" + slug(id) + ".vcf?lang=bg"));

        List<VCard> cards = cards(text);

        assertThat(cards).hasSize(1);
        VCard card = cards.getFirst();
        assertThat(card.getEmails()).extracting(Email::getValue).containsExactly("a@example.org");
        assertThat(card.getTelephoneNumbers()).isEmpty();
        assertThat(card.getFormattedNames())
                .extracting(TextProperty::getValue)
                .contains(kept(id).names().own());
        assertThat(card.getNickname().getValues()).contains("北京艺术区".repeat(20), "🎭".repeat(60));
        assertThat(card.getNotes().getFirst().getValue())
                .isEqualTo(requireNonNull(kept(id).description()).in(org.kvartal.kernel.Language.RU));
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD", "\n");
        }
    }

    @Test
    void aListIsManyCards() throws IOException {
        for (int number = 0; number < 5; number++) {
            made(EntryKind.HUB, "Hub " + number);
        }
        MockHttpServletResponse response = get(entries(".vcf", "limit=3"));

        assertThat(cards(text(response))).hasSize(3);
        assertThat(response.getHeaders(HttpHeaders.LINK)).anyMatch(link -> link.contains("rel=\"next\""));
        assertThat(cards(text(get(entries(".vcf", "limit=all"))))).hasSize(5);
    }

    private VCard card(EntryId id, String language) throws IOException {
        return cards(text(get("/api/v1/entries/" + slug(id) + ".vcf?lang=" + language)))
                .getFirst();
    }

    private static List<VCard> cards(String text) throws IOException {
        try (VCardReader reader = new VCardReader(text)) {
            List<VCard> cards = reader.readAll();
            assertThat(reader.getWarnings()).isEmpty();
            return cards;
        }
    }
}
