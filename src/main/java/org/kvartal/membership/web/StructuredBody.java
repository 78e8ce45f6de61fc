package org.kvartal.membership.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.membership.Bodies.BodyPage;
import org.kvartal.membership.Bodies.TermLine;
import org.kvartal.membership.MembershipPages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body as search engines read it.
 *
 * @see <a href="https://schema.org/Organization">schema.org, Organization</a>
 * @see <a href="https://schema.org/OrganizationRole">schema.org, OrganizationRole</a>
 */
@Component
class StructuredBody {

    private final House house;
    private final Messages messages;
    private final JsonMapper json;

    StructuredBody(House house, Messages messages, JsonMapper json) {
        this.house = house;
        this.messages = messages;
        this.json = json;
    }

    String json(BodyPage body, Language language) {
        String address = house.address(
                "/" + language.code() + MembershipPages.publicBody(body.card().slug()));
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("@context", "https://schema.org");
        organization.put("@type", "Organization");
        organization.put("@id", address);
        organization.put("url", address);
        organization.put("name", body.card().name().in(language));
        LocalizedText purpose = body.card().purpose();
        if (purpose != null) {
            organization.put("description", purpose.in(language));
        }
        organization.put(
                "parentOrganization", Map.of("@type", "Organization", "name", house.name(), "url", house.address("/")));
        Words words = new Words(messages, language);
        List<Map<String, Object>> members = new ArrayList<>();
        for (TermLine term : body.people()) {
            Map<String, Object> role = new LinkedHashMap<>();
            role.put("@type", "OrganizationRole");
            role.put("roleName", words.of("body-role", term.role()));
            role.put("startDate", term.from().toString());
            if (term.to() != null) {
                role.put("endDate", term.to().toString());
            }
            role.put("member", Map.of("@type", "Person", "name", term.person().name()));
            members.add(role);
        }
        if (!members.isEmpty()) {
            organization.put("member", members);
        }
        return json.writeValueAsString(organization);
    }
}
