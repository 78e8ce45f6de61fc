package org.kvartal.alliance.api;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.SitemapPart;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells people what there is for programs, how to ask for it and what may be done with it. */
@Controller
class OpenDataPage implements SitemapPart {

    private static final long MEGABYTE = 1_000_000;

    private final House house;
    private final Messages messages;
    private final OpenDataSettings settings;
    private final KeptDumps dumps;
    private final PublicPages pages;

    OpenDataPage(House house, Messages messages, OpenDataSettings settings, KeptDumps dumps, PublicPages pages) {
        this.house = house;
        this.messages = messages;
        this.settings = settings;
        this.dumps = dumps;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + AlliancePages.OPEN_DATA)
    ResponseEntity<byte[]> show(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        Optional<Dump> dump = dumps.newest();
        String version = "open data " + dump.map(Dump::sha256).orElse("");
        return pages.answer(request, response, "alliance/open-data", version, () -> model(language, dump));
    }

    private Map<String, Object> model(Language language, Optional<Dump> dump) {
        String entries = house.address(AlliancePages.API + "/entries");
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                PublicPage.of(
                        language,
                        AlliancePages.OPEN_DATA,
                        messages.text(language, "alliance.open.title"),
                        messages.text(language, "alliance.open.lead")));
        model.put(
                "sets",
                List.of(
                        new DataSet("entries", "?limit=all", Format.values()),
                        new DataSet("relations", "?limit=all", Format.JSON, Format.CSV),
                        new DataSet("sectors", "", Format.JSON, Format.CSV),
                        new DataSet("places", "", Format.JSON, Format.GEO_JSON, Format.CSV)));
        dump.ifPresent(newest -> {
            Words words = new Words(language, house.zone(), messages, Map.of(), Map.of());
            String day = words.day(newest.madeAt());
            model.put("dump", newest);
            model.put(
                    "dumpLink",
                    newest.size() < MEGABYTE
                            ? words.text("alliance.open.dump-link-small", newest.size() / 1e3, day)
                            : words.text("alliance.open.dump-link", newest.size() / 1e6, day));
            model.put("dumpPath", DumpData.DUMP);
        });
        model.put("api", AlliancePages.API);
        model.put("description", OpenAnswers.DESCRIPTION);
        model.put(
                "examples",
                List.of(
                        new Example("csv", "curl -OJ '" + entries + ".csv?kind=venue&kind=hub&place=BG&limit=all'"),
                        new Example("geojson", "curl '" + entries + ".geojson?limit=all&lang=" + language.code() + "'"),
                        new Example("json", "curl '" + house.address(AlliancePages.API) + "/relations?kind=agreement'"),
                        new Example("etag", "curl -i -H 'If-None-Match: W/\"…\"' '" + entries + "'")));
        model.put("filtered", AlliancePages.API + "/entries?");
        model.put("pageSize", Wish.USUAL);
        model.put("perMinute", settings.requestsPerMinute());
        model.put("ccBy", Licence.CC_BY);
        model.put("cc0", Licence.CC0);
        return model;
    }

    @Override
    public String name() {
        return "opendata";
    }

    @Override
    public long count() {
        return 1;
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        return offset == 0 ? List.of(new Page(AlliancePages.OPEN_DATA, null)) : List.of();
    }

    /** @param whole the query that asks for all of it */
    record DataSet(String name, String whole, List<Link> formats) {

        DataSet(String name, String whole, Format... formats) {
            this(
                    name,
                    whole,
                    Stream.of(formats)
                            .map(format -> new Link(
                                    AlliancePages.API + "/" + name + "." + format.ending() + whole, label(format)))
                            .toList());
        }

        private static String label(Format format) {
            return switch (format) {
                case JSON -> "JSON";
                case JSON_LD -> "JSON-LD";
                case GEO_JSON -> "GeoJSON";
                case CSV -> "CSV";
                case VCARD -> "vCard";
                case HSDS -> "HSDS 3.1";
            };
        }
    }

    record Link(String path, String label) {}

    record Example(String name, String command) {}
}
