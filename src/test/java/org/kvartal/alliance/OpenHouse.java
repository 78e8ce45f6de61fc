package org.kvartal.alliance;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryProfile.Collective;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A directory that programs read: each test asks from an address of its own. */
@AutoConfigureMockMvc
abstract class OpenHouse extends DirectoryHouse {

    @Autowired
    MockMvc web;

    @Autowired
    JsonMapper json;

    /** This test's client. */
    final String client =
            "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + ":"
                    + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + "::1";

    /** @param headers names and values in turn */
    MockHttpServletResponse get(String address, String... headers) {
        return ask(HttpMethod.GET, address, client, headers);
    }

    MockHttpServletResponse ask(HttpMethod method, String address, String from, String... headers) {
        var request = request(method, URI.create(address)).with(sent -> {
            sent.setRemoteAddr(from);
            return sent;
        });
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var answer = web.perform(request).andReturn();
            if (answer.getRequest().getSession(false) != null) {
                throw new AssertionError("a session was made");
            }
            return answer.getResponse();
        } catch (Exception broken) {
            throw new AssertionError(address, broken);
        }
    }

    JsonNode read(String address) {
        return read(get(address));
    }

    JsonNode read(MockHttpServletResponse response) {
        return json.readTree(text(response));
    }

    static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The address of this test's entries. */
    String entries(String ending, String... parameters) {
        StringBuilder address = new StringBuilder("/api/v1/entries" + ending + "?q=" + own);
        for (String parameter : parameters) {
            address.append('&').append(parameter);
        }
        return address.toString();
    }

    String slug(EntryId id) {
        return form(id).card().slug();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An entry of which everything is known. */
    EntryId club() {
        EntryContent content = new EntryContent(
                new Names(
                        "Клуб „Линия“, дизайнери", "bg", Map.of(Language.EN, "Line, a designers' club"), List.of(own)),
                new LocalizedText(
                        Language.EN,
                        Map.of(Language.EN, "Draws \"lines\", <b>bold</b> ones.", Language.RU, "Проводит линии.")),
                EntryContent.Status.ACTIVE,
                List.of("design"),
                List.of("bg", "en"),
                List.of("plovdiv"),
                List.of(
                        new Location(
                                LocationKind.PHYSICAL,
                                LocalizedText.of(Language.EN, "Studio"),
                                "sofia",
                                LocalizedText.of(Language.BG, "ул. Оборище 5"),
                                new Coordinates(42.6951, 23.3412),
                                null,
                                Set.of(Access.STEP_FREE, Access.LIFT),
                                List.of(new OpeningSpan(DayOfWeek.MONDAY, LocalTime.of(10, 0), LocalTime.of(18, 0))),
                                LocalizedText.of(Language.EN, "By appointment in August")),
                        Location.in("plovdiv"),
                        new Location(
                                LocationKind.VIRTUAL,
                                null,
                                null,
                                null,
                                null,
                                "https://example.org/live",
                                Set.of(),
                                List.of(),
                                null)),
                List.of(
                        Contact.office("office@example.org", "+359 2 555 01 00"),
                        new Contact("Hidden Person", null, "hidden@example.org", null, null),
                        new Contact("Open Person", null, "open@example.org", null, LocalDate.of(2026, 1, 2))),
                "https://example.org/",
                List.of("https://example.com/line"),
                new Collective(2009, 40),
                null,
                EntryContent.Licence.CC0);
        return made(content, EntryKind.ASSOCIATION);
    }
}
