package org.kvartal.alliance.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.Directory.MapMark;
import org.kvartal.alliance.Directory.MapView;
import org.kvartal.alliance.Directory.Partnership;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.atlas.Outlines;
import org.kvartal.alliance.wording.Versions;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.Places.Place;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the maps show: GeoJSON for those that are drawn in the browser, and pictures for browsers without scripts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946, The GeoJSON Format</a>
 */
@RestController
class MapData {

    private static final MediaType GEO_JSON = new MediaType("application", "geo+json", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final int EUROPE = 4;

    /** How much of the world a picture beside an entry shows: some hundred kilometres. */
    private static final double SURROUNDINGS = 0.08;

    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Outlines outlines;
    private final JsonMapper json;
    private final Versions versions;

    MapData(Directory directory, Vocabulary vocabulary, Outlines outlines, JsonMapper json, Versions versions) {
        this.versions = versions;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.outlines = outlines;
        this.json = json;
    }

    @GetMapping(LANGUAGE + AlliancePages.PUBLIC_DIRECTORY + "/points.geojson")
    ResponseEntity<byte[]> points(
            @PathVariable Language language,
            @RequestParam(defaultValue = "" + EUROPE) String zoom,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(request, response, versions.of(directory.version(), vocabulary.stamp()), GEO_JSON, () -> {
            DirectoryFilter filter = DirectoryFilter.read(request.getParameterMap());
            return json.writeValueAsString(points(
                    language,
                    directory.map(filter, number(zoom)),
                    directory.facets(filter).places()));
        });
    }

    /** Beside the marks the cities, those with the most entries first: the map names them where there is room. */
    private Map<String, Object> points(Language language, MapView view, SequencedMap<String, Long> counts) {
        Words words = vocabulary.in(language, counts.keySet());
        List<Object> features = new ArrayList<>();
        for (MapMark mark : view.marks()) {
            features.add(feature(
                    point(mark.at()),
                    switch (mark) {
                        case MapMark.Single single ->
                            Map.of(
                                    "name", words.name(single.names()),
                                    "lang", single.names().shownIn(language),
                                    "kind", words.kind(single.kind()),
                                    "slug", single.slug());
                        case MapMark.Cluster cluster -> Map.of("number", cluster.number());
                    }));
        }
        List<Object> places = new ArrayList<>();
        for (String code : counts.keySet()) {
            Place place = words.places().get(code);
            if (place != null) {
                places.add(Map.of(
                        "name", words.place(code), "latitude", place.latitude(), "longitude", place.longitude()));
            }
        }
        return Map.of(
                "type", "FeatureCollection", "features", features, "places", places, "clustered", view.clustered());
    }

    @GetMapping(LANGUAGE + AlliancePages.PUBLIC_DIRECTORY + "/map.svg")
    ResponseEntity<byte[]> picture(HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, versions.of(directory.version()), SVG, () -> {
            DirectoryFilter filter = DirectoryFilter.read(request.getParameterMap());
            return DrawnMap.of(outlines, directory.map(filter, EUROPE).marks(), 640, 640);
        });
    }

    @GetMapping(EntryPage.ENTRY + "/map.svg")
    ResponseEntity<byte[]> pictureOfEntry(
            @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        if (!(directory.look(Asker.guest(), slug) instanceof Look.Found(EntryDetail entry))) {
            throw new NotFound();
        }
        Coordinates at = entry.card().coordinates();
        if (at == null) {
            throw new NotFound();
        }
        return answer(
                request,
                response,
                versions.of(entry.revision()),
                SVG,
                () -> DrawnMap.around(outlines, List.of(at), SURROUNDINGS, 480, 320));
    }

    @GetMapping(LANGUAGE + AlliancePages.PARTNERSHIPS + ".geojson")
    ResponseEntity<byte[]> partnerships(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, versions.of(directory.version()), GEO_JSON, () -> {
            Words words = vocabulary.in(language, List.of());
            Map<String, EntryCard> ends = new LinkedHashMap<>();
            List<Object> features = new ArrayList<>();
            for (Partnership one : directory.partnerships(PartnershipsPage.MOST)) {
                Coordinates from = one.one().coordinates();
                Coordinates to = one.other().coordinates();
                if (from != null && to != null) {
                    ends.putIfAbsent(one.one().slug(), one.one());
                    ends.putIfAbsent(one.other().slug(), one.other());
                    features.add(feature(
                            Map.of("type", "LineString", "coordinates", List.of(position(from), position(to))),
                            Map.of("id", one.id().toString(), "ended", one.ended())));
                }
            }
            ends.values()
                    .forEach(end -> features.add(feature(
                            point(Objects.requireNonNull(end.coordinates())),
                            Map.of(
                                    "name", words.name(end.names()),
                                    "lang", end.names().shownIn(language),
                                    "kind", words.kind(end.kind()),
                                    "slug", end.slug()))));
            return json.writeValueAsString(collection(features));
        });
    }

    @GetMapping(LANGUAGE + AlliancePages.PARTNERSHIPS + "/map.svg")
    ResponseEntity<byte[]> pictureOfPartnerships(HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, versions.of(directory.version()), SVG, () -> {
            List<MapMark> ends = new ArrayList<>();
            for (Partnership one : directory.partnerships(PartnershipsPage.MOST)) {
                for (EntryCard end : List.of(one.one(), one.other())) {
                    Coordinates at = end.coordinates();
                    if (at != null) {
                        ends.add(new MapMark.Single(at, end.id(), end.slug(), end.kind(), end.names()));
                    }
                }
            }
            return DrawnMap.of(outlines, ends, 640, 640);
        });
    }

    private static Map<String, Object> collection(List<Object> features) {
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static Map<String, Object> feature(Map<String, Object> geometry, Map<String, ?> properties) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }

    private static Map<String, Object> point(Coordinates at) {
        return Map.of("type", "Point", "coordinates", position(at));
    }

    private static List<Double> position(Coordinates at) {
        return List.of(at.longitude(), at.latitude());
    }

    private static int number(String zoom) {
        return zoom.matches("\\d{1,2}") ? Integer.parseInt(zoom) : EUROPE;
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            String version,
            MediaType type,
            Supplier<String> content) {
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(version.getBytes(StandardCharsets.UTF_8)) + "\"";
        CacheControl kept = CacheControl.noCache().cachePublic();
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(kept)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(tag)
                .cacheControl(kept)
                .body(content.get().getBytes(StandardCharsets.UTF_8));
    }
}
