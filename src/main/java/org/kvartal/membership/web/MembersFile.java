package org.kvartal.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The members' list as a table for a spreadsheet, with what its reader may see on the page, and no more. Read and written page by page. */
@Controller
class MembersFile {

    private final Members members;
    private final Sectors sectors;
    private final Places places;
    private final CurrentReader currentReader;
    private final Messages messages;
    private final Wording wording;

    MembersFile(
            Members members,
            Sectors sectors,
            Places places,
            CurrentReader currentReader,
            Messages messages,
            Wording wording) {
        this.members = members;
        this.sectors = sectors;
        this.places = places;
        this.currentReader = currentReader;
        this.messages = messages;
        this.wording = wording;
    }

    @GetMapping(MembershipPages.MEMBERS_FILE)
    void table(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String sector,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String kind,
            HttpServletResponse response)
            throws IOException {
        Reader reader = currentReader.get();
        Iterator<List<MemberCard>> found = members.export(
                reader.asker(), new MemberSearch(name, empty(sector), empty(city), kinds(kind)), reader.language());
        response.setContentType(CsvText.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"members.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (CsvText table = CsvText.forSpreadsheets(response.getOutputStream(), reader.language())) {
            new Writing(table, reader).write(found);
        }
    }

    /** By its code, as the address of the list has it; none for all. */
    private static Set<MemberKind> kinds(@Nullable String code) {
        return Stream.of(MemberKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String empty(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private final class Writing {

        private final CsvText table;
        private final Reader reader;
        private final Map<String, Sector> sectorByCode;
        private final Map<String, Place> placeByCode;

        Writing(CsvText table, Reader reader) {
            this.table = table;
            this.reader = reader;
            this.sectorByCode = sectors.all().stream().collect(Collectors.toMap(Sector::code, Function.identity()));
            this.placeByCode =
                    places.all(reader.language()).stream().collect(Collectors.toMap(Place::code, Function.identity()));
        }

        void write(Iterator<List<MemberCard>> found) {
            table.row(heading());
            found.forEachRemaining(stretch -> stretch.forEach(this::write));
        }

        private List<String> heading() {
            List<String> heading = new ArrayList<>();
            heading.add(text("membership.file.number"));
            for (Language language : Language.values()) {
                heading.add(text("membership.import.associations.column.name-" + language.code()));
            }
            for (String column : List.of("kind", "city", "sectors")) {
                heading.add(text("membership.import.associations.column." + column));
            }
            heading.add(text("membership.file.since"));
            return heading;
        }

        private void write(MemberCard card) {
            table.number(card.number());
            for (Language language : Language.values()) {
                table.text(card.name().texts().get(language));
            }
            table.text(text(Words.key("kind", card.kind())));
            Place place = card.city() == null ? null : placeByCode.get(card.city());
            table.text(place == null ? "" : place.name().in(reader.language()));
            table.text(card.sectors().stream()
                    .map(sectorByCode::get)
                    .map(sector -> sector == null ? "" : sector.name().in(reader.language()))
                    .collect(Collectors.joining(", ")));
            table.text(wording.day(card.since(), reader.language(), reader.zone()));
            table.end();
        }

        private String text(String key) {
            return messages.text(reader.language(), key);
        }
    }
}
