package org.kvartal.alliance.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.OpenDirectory.Relation;
import org.kvartal.alliance.api.OpenCodes.OpenPlace;
import org.kvartal.alliance.api.OpenCodes.OpenSector;
import org.kvartal.kernel.House;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How relations, sectors and places are written in each format. */
@Component
class ListRenderings {

    private final House house;
    private final JsonMapper json;

    ListRenderings(House house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    Rendering<Relation> relations(Format format, boolean mark) {
        return format == Format.CSV
                ? Sheets.relations(mark)
                : new JsonList<>(json, Lists.headWithLicence(house), "relations", OpenRelation::of);
    }

    Rendering<Sector> sectors(Format format, boolean mark) {
        return format == Format.CSV
                ? Sheets.sectors(mark)
                : new JsonList<>(json, Lists.headWithLicence(house), "sectors", OpenSector::of);
    }

    Rendering<Place> places(Format format, boolean mark) {
        return switch (format) {
            case CSV -> Sheets.places(mark);
            case GEO_JSON -> new JsonList<>(json, collection(), "features", ListRenderings::feature);
            case JSON, JSON_LD, VCARD, HSDS ->
                new JsonList<>(json, Lists.headWithLicence(house), "places", OpenPlace::of);
        };
    }

    private SequencedMap<String, Object> collection() {
        SequencedMap<String, Object> head = new LinkedHashMap<>();
        head.put("type", "FeatureCollection");
        head.putAll(Lists.headWithLicence(house));
        return head;
    }

    private static Map<String, Object> feature(Place place) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", Texts.byLanguage(place.name().texts()));
        properties.put("country", place.country());
        properties.put("zone", place.zone().getId());
        return GeoShapes.feature(
                place.code(),
                GeoShapes.geometry(List.of(new Coordinates(place.latitude(), place.longitude()))),
                properties);
    }
}
