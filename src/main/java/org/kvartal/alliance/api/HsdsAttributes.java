package org.kvartal.alliance.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.membership.Sectors.Sector;

/** What an organisation is and does: its sectors as terms of a taxonomy, and what the specification has no field for. */
record HsdsAttributes(EntryDetail entry, Words words, House house) {

    private static final String FRAMEWORK = "2009 UNESCO Framework for Cultural Statistics";

    List<Map<String, Object>> told() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (String code : entry.content().sectors()) {
            Sector sector = words.sectors().get(code);
            if (sector != null) {
                told.add(attribute("sector", code)
                        .with("taxonomy_term_id", term(code).toString())
                        .with("taxonomy_term", term(sector))
                        .told());
            }
        }
        told.add(valued("kind", Code.of(entry.card().kind())));
        told.add(valued("status", Code.of(entry.content().status())));
        entry.content().areas().forEach(area -> told.add(valued("area", area)));
        boolean spokenSomewhere =
                entry.content().locations().stream().anyMatch(location -> location.kind() != LocationKind.POSTAL);
        if (!spokenSomewhere) {
            entry.content().languages().forEach(tag -> told.add(valued("language", tag)));
        }
        return told;
    }

    private Map<String, Object> valued(String type, String value) {
        return attribute(type, value).with("value", value).told();
    }

    private HsdsObject attribute(String type, String value) {
        return new HsdsObject(HsdsObject.id(entry.card().id(), type + " " + value))
                .with("link_id", entry.card().id().toString())
                .with("link_type", type)
                .with("link_entity", "organization");
    }

    private Map<String, Object> term(Sector sector) {
        String parent = sector.parent();
        String name = sector.name().in(words.language());
        return new HsdsObject(term(sector.code()))
                .with("code", sector.code())
                .with("name", name)
                .with("description", name + " (" + FRAMEWORK + ", " + sector.domain() + ")")
                .with("parent_id", parent == null ? null : term(parent).toString())
                .with("taxonomy", taxonomyAddress())
                .with("taxonomy_detail", taxonomy())
                .with("language", words.language().code())
                .with("taxonomy_id", HsdsObject.id(taxonomyAddress(), "").toString())
                .with("term_uri", sector.uri())
                .told();
    }

    private Map<String, Object> taxonomy() {
        return new HsdsObject(HsdsObject.id(taxonomyAddress(), ""))
                .with("name", words.text("alliance.open.sectors"))
                .with("description", words.text("alliance.open.sectors-text"))
                .with("uri", taxonomyAddress())
                .told();
    }

    private String taxonomyAddress() {
        return house.address(AlliancePages.API + "/sectors");
    }

    private UUID term(String code) {
        return HsdsObject.id(taxonomyAddress(), code);
    }
}
