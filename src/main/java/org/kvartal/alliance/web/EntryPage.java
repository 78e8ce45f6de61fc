package org.kvartal.alliance.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.DirectoryFilter.Box;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.wording.OpeningHours;
import org.kvartal.alliance.wording.ProfileFacts;
import org.kvartal.alliance.wording.StructuredEntry;
import org.kvartal.alliance.wording.Versions;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.alliance.wording.Words;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PlainText;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of an entry, like a page of a printed catalogue. */
@Controller
class EntryPage {

    static final String ENTRY = LANGUAGE + AlliancePages.PUBLIC_DIRECTORY + "/{slug:[a-z0-9-]{1,80}}";

    /** Of a description in search results and link previews, in characters. */
    private static final int SUMMARY = 160;

    /** How far around an entry its map looks, in degrees. */
    private static final double AROUND = 2;

    private final Directory directory;
    private final Vocabulary vocabulary;
    private final StructuredEntry structured;
    private final Files files;
    private final Versions versions;
    private final PublicPages pages;

    EntryPage(
            Directory directory,
            Vocabulary vocabulary,
            StructuredEntry structured,
            Files files,
            Versions versions,
            PublicPages pages) {
        this.versions = versions;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.structured = structured;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping(ENTRY)
    @Nullable ResponseEntity<byte[]> show(
            @PathVariable Language language,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        OptionalLong revision = directory.revision(slug);
        if (revision.isPresent()) {
            // A page that is kept already is answered without reading the entry.
            return pages.answer(
                    request,
                    response,
                    "alliance/entry",
                    versions.of("entry", revision.getAsLong()),
                    () -> model(language, standing(slug)));
        }
        return switch (directory.look(Asker.guest(), slug)) {
            case Look.Found(EntryDetail entry) ->
                pages.answer(
                        request,
                        response,
                        "alliance/entry",
                        versions.of("entry", entry.revision()),
                        () -> model(language, entry));
            case Look.Moved(String now) ->
                ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create("/" + language.code() + AlliancePages.inPublic(now)))
                        .build();
            case Look.Gone() -> {
                response.sendError(HttpServletResponse.SC_GONE);
                yield null;
            }
        };
    }

    private EntryDetail standing(String slug) {
        if (directory.look(Asker.guest(), slug) instanceof Look.Found(EntryDetail entry)) {
            return entry;
        }
        throw new NotFound();
    }

    private Map<String, Object> model(Language language, EntryDetail entry) {
        Words words = vocabulary.in(language, Vocabulary.placesOf(entry));
        LocalizedText description = entry.content().description();
        String name = words.name(entry.card().names());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                PublicPage.of(
                                language,
                                AlliancePages.inPublic(entry.card().slug()),
                                name,
                                description == null ? null : shortened(PlainText.line(description.in(language))))
                        .withJsonLd(structured.json(entry, words)));
        model.put("entry", entry);
        model.put("details", entry.content());
        model.put("words", words);
        model.put("facts", ProfileFacts.of(entry.content().profile(), words));
        model.put("locations", locations(entry, words));
        model.put("also", also(entry, words));
        model.put("around", around(entry.card().coordinates()));
        model.put("related", related(entry.relations()));
        if (entry.relations().size() >= RelationGraph.FEWEST) {
            model.put("graph", RelationGraph.of(entry, words));
        }
        picture(entry, model);
        return model;
    }

    private void picture(EntryDetail entry, Map<String, Object> model) {
        var picture = entry.content().picture();
        if (picture == null) {
            return;
        }
        StoredFile.PictureSize size =
                files.find(picture.file()).map(StoredFile::picture).orElse(null);
        if (size != null) {
            model.put("pictureFile", FilePages.file(picture.file()));
            model.put("pictureSize", size);
        }
    }

    private static List<Place> locations(EntryDetail entry, Words words) {
        List<Place> places = new ArrayList<>();
        for (Location location : entry.content().locations()) {
            places.add(new Place(
                    location,
                    OpeningHours.of(location.hours(), words.language()),
                    Arrays.stream(Access.values())
                            .filter(location.access()::contains)
                            .toList()));
        }
        return places;
    }

    /** All names but the two on top: those in the house's other languages, others, and the official one in Latin letters. */
    private static List<Name> also(EntryDetail entry, Words words) {
        Names names = entry.content().names();
        Set<String> seen = new HashSet<>(List.of(names.own(), words.name(names)));
        List<Name> also = new ArrayList<>();
        for (Language language : Language.values()) {
            String name = names.translations().get(language);
            if (name != null && seen.add(name)) {
                also.add(new Name(name, language.code()));
            }
        }
        names.others().stream().filter(seen::add).forEach(name -> also.add(new Name(name, "")));
        if (entry.latin() != null && seen.add(entry.latin())) {
            Locale latin = new Locale.Builder()
                    .setLanguageTag(names.ownLanguage())
                    .setScript("Latn")
                    .build();
            also.add(new Name(entry.latin(), latin.toLanguageTag()));
        }
        return also;
    }

    /** The part of the map around a point, as addresses write it. */
    private static String around(@Nullable Coordinates at) {
        if (at == null) {
            return "";
        }
        return new Box(
                        Math.max(-85, rounded(at.latitude() - AROUND / 2)),
                        Math.max(-180, rounded(at.longitude() - AROUND)),
                        Math.min(85, rounded(at.latitude() + AROUND / 2)),
                        Math.min(180, rounded(at.longitude() + AROUND)))
                .write();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 100) / 100.0;
    }

    private static Map<String, List<RelationLine>> related(List<RelationLine> lines) {
        // Both directions of each kind, in the order of the kinds.
        Map<RelationKind, Map<Boolean, List<RelationLine>>> sorted = new EnumMap<>(RelationKind.class);
        for (RelationLine line : lines) {
            sorted.computeIfAbsent(line.kind(), _ -> new HashMap<>())
                    .computeIfAbsent(line.kind().mutual() || line.outward(), _ -> new ArrayList<>())
                    .add(line);
        }
        Map<String, List<RelationLine>> related = new LinkedHashMap<>();
        sorted.forEach((kind, directions) -> {
            for (boolean outward : new boolean[] {true, false}) {
                if (directions.containsKey(outward)) {
                    related.put(Code.of(kind) + (outward ? "" : "-back"), directions.getOrDefault(outward, List.of()));
                }
            }
        });
        return related;
    }

    private static String shortened(String text) {
        if (text.length() <= SUMMARY) {
            return text;
        }
        int end = text.lastIndexOf(' ', SUMMARY);
        return text.substring(0, end > SUMMARY / 2 ? end : SUMMARY).strip() + "…";
    }

    /** @param language of the name, empty where nobody said it */
    record Name(String text, String language) {}

    /** @param access what makes it accessible, in one order everywhere */
    record Place(Location location, List<OpeningHours> hours, List<Access> access) {}
}
