package org.kvartal.alliance.api;

import static org.kvartal.alliance.api.Format.CSV;
import static org.kvartal.alliance.api.Format.GEO_JSON;
import static org.kvartal.alliance.api.Format.JSON;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.OpenDirectory;
import org.kvartal.alliance.OpenDirectory.EntryStretch;
import org.kvartal.alliance.OpenDirectory.Relation;
import org.kvartal.alliance.OpenDirectory.RelationStretch;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.api.Stretches.Stretch;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole public directory into one ZIP, as the addresses of the open data give it: stretch by stretch, each read in its own
 * transaction, so that a directory of any size takes the memory of one stretch.
 *
 * @see <a href="https://datapackage.org/standard/data-package/">Data Package 2.0</a>
 */
@Component
class DumpWriting {

    /** How often it is begun anew where the directory changes meanwhile; the last stands as it is. */
    private static final int ATTEMPTS = 3;

    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
    private static final List<Licence> OF_ENTRIES = List.of(Licence.CC_BY, Licence.CC0);
    private static final List<Licence> OF_LISTS = List.of(Licence.CC_BY);

    private final OpenDirectory open;
    private final Directory directory;
    private final Codes.Reader codes;
    private final EntryRenderings entries;
    private final ListRenderings lists;
    private final Messages messages;
    private final JsonMapper json;
    private final House house;

    DumpWriting(
            OpenDirectory open,
            Directory directory,
            Codes.Reader codes,
            EntryRenderings entries,
            ListRenderings lists,
            Messages messages,
            JsonMapper json,
            House house) {
        this.open = open;
        this.directory = directory;
        this.codes = codes;
        this.entries = entries;
        this.lists = lists;
        this.messages = messages;
        this.json = json;
        this.house = house;
    }

    /** @return the SHA-256 of the file, in hexadecimal digits */
    String write(Path file, UUID id, Instant at) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long version = directory.version();
            String hash = writeOnce(file, id, at);
            if (attempt == ATTEMPTS || directory.version() == version) {
                return hash;
            }
        }
    }

    private String writeOnce(Path file, UUID id, Instant at) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Measured whole = new Measured(out);
            ZipOutputStream zip = new ZipOutputStream(whole, StandardCharsets.UTF_8);
            List<Map<String, Object>> resources = new ArrayList<>();
            for (DumpPart<?> part : parts(codes.read())) {
                begin(zip, part.path(), at);
                Measured written = new Measured(zip);
                part.write(written);
                resources.add(part.described(
                        say("alliance.open." + part.set()), say("alliance.open." + part.set() + "-text"), written));
                zip.closeEntry();
            }
            begin(zip, "LICENCE.txt", at);
            zip.write(licences(at).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            begin(zip, "datapackage.json", at);
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(described(id, at, resources)));
            zip.closeEntry();
            zip.finish();
            return whole.hash();
        }
    }

    private List<DumpPart<?>> parts(Codes known) {
        List<DumpPart<?>> parts = new ArrayList<>();
        for (Format format : List.of(JSON, CSV, GEO_JSON)) {
            parts.add(new DumpPart<>(
                    "entries",
                    format,
                    "id",
                    entries.many(format, known, Language.EN, false),
                    () -> new Stretches<>(entries(null), this::entries),
                    OF_ENTRIES));
        }
        for (Format format : List.of(JSON, CSV)) {
            parts.add(new DumpPart<>(
                    "relations",
                    format,
                    "id",
                    lists.relations(format, false),
                    () -> new Stretches<>(relations(null), this::relations),
                    OF_LISTS));
        }
        for (Format format : List.of(JSON, CSV)) {
            parts.add(new DumpPart<>(
                    "sectors",
                    format,
                    "code",
                    lists.sectors(format, false),
                    () -> List.of(List.copyOf(known.sectors().values())).iterator(),
                    OF_LISTS));
        }
        for (Format format : List.of(JSON, CSV, GEO_JSON)) {
            parts.add(new DumpPart<>(
                    "places",
                    format,
                    "code",
                    lists.places(format, false),
                    () -> List.of(List.copyOf(known.places().values())).iterator(),
                    OF_LISTS));
        }
        return parts;
    }

    private Stretch<EntryDetail, EntryId> entries(@Nullable EntryId after) {
        EntryStretch read = open.entries(DirectoryFilter.ALL, after, Stretches.SIZE);
        return new Stretch<>(read.entries(), read.next());
    }

    private Stretch<Relation, RelationId> relations(@Nullable RelationId after) {
        RelationStretch read = open.relations(Set.of(), after, Stretches.SIZE);
        return new Stretch<>(read.relations(), read.next());
    }

    private Map<String, Object> described(UUID id, Instant at, List<Map<String, Object>> resources) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("$schema", PROFILE);
        told.put("name", name());
        told.put("id", "urn:uuid:" + id);
        told.put("title", say("alliance.directory.title") + " – " + house.name());
        told.put("description", say("alliance.directory.lead"));
        told.put("homepage", house.address(AlliancePages.OPEN_DATA));
        told.put("version", house.day(at).toString().replace('-', '.'));
        told.put("created", at.truncatedTo(ChronoUnit.SECONDS).toString());
        told.put("licenses", OF_ENTRIES.stream().map(DumpPart::licence).toList());
        told.put(
                "contributors",
                List.of(Map.of("title", house.name(), "path", house.address("/"), "roles", List.of("publisher"))));
        told.put("resources", resources);
        return told;
    }

    /** For programs: the house's name in lower-case letters that need no quoting. */
    private String name() {
        String plain = house.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "directory" : plain + "-directory";
    }

    /** What may be done with it, in each language, as the page about the open data says it. */
    private String licences(Instant at) {
        StringJoiner text = new StringJoiner("\n");
        text.add(house.name() + ", " + at.truncatedTo(ChronoUnit.SECONDS));
        text.add(house.address(AlliancePages.OPEN_DATA)).add("");
        for (Licence licence : OF_ENTRIES) {
            text.add(EntryTelling.spdx(licence) + " " + licence.url());
        }
        for (Language language : Language.values()) {
            String ccBy = messages.text(language, "alliance.licence.cc-by");
            String cc0 = messages.text(language, "alliance.licence.cc0");
            text.add("").add(messages.text(language, "alliance.open.terms")).add("");
            text.add("- " + messages.text(language, "alliance.open.terms-licence", ccBy, cc0));
            text.add("- " + messages.text(language, "alliance.open.terms-source", ccBy, house.name()));
            text.add("- " + messages.text(language, "alliance.open.terms-pictures"));
            text.add("- " + messages.text(language, "alliance.open.terms-people"));
        }
        return text.add("").toString();
    }

    private String say(String key) {
        return messages.text(Language.EN, key);
    }

    private static void begin(ZipOutputStream zip, String path, Instant at) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
    }
}
