package org.kvartal.demo.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.core.io.ClassPathResource;

/** The directory as the demonstration knows it: {@code directory.yaml}, and what {@code facts/} record of cities, venues and agreements. */
record DirectoryBook(List<Listed> entries, List<Tie> ties) {

    /** @param picture the name of one of the demonstration's pictures */
    record Listed(
            String key,
            EntryKind kind,
            EntryContent content,
            @Nullable String picture,
            @Nullable LocalizedText pictureText) {}

    record Tie(
            String from,
            RelationKind kind,
            String to,
            @Nullable RoughDate since,
            @Nullable RoughDate until,
            @Nullable LocalizedText about) {}

    static DirectoryBook read() {
        Map<String, Object> book = StoryBook.map(StoryBook.yaml(new ClassPathResource("demo/directory.yaml")));
        List<Listed> entries = new ArrayList<>();
        StoryBook.table("facts/cities.csv").forEach(row -> entries.add(city(row)));
        StoryBook.table("facts/venues.csv").forEach(row -> entries.add(venue(row)));
        StoryBook.items(book.get("entries")).forEach(item -> entries.add(entry(item)));
        List<Tie> ties = StoryBook.items(book.get("ties")).stream()
                .map(DirectoryBook::tie)
                .toList();
        return new DirectoryBook(List.copyOf(entries), ties);
    }

    private static Listed city(Map<String, String> row) {
        String code = StoryBook.text(row, "code");
        return new Listed(
                code,
                EntryKind.CITY,
                EntryContent.of(EntryKind.CITY, names(row)).withLocations(List.of(Location.in(code))),
                null,
                null);
    }

    private static Listed venue(Map<String, String> row) {
        return new Listed(
                StoryBook.text(row, "code"),
                EntryKind.VENUE,
                EntryContent.of(EntryKind.VENUE, names(row))
                        .withLocations(List.of(Location.in(StoryBook.text(row, "city")))),
                null,
                null);
    }

    private static Names names(Map<String, String> row) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, StoryBook.text(row, language.code()));
        }
        return new Names(StoryBook.text(row, "en"), "en", texts, List.of());
    }

    private static Listed entry(Map<String, Object> item) {
        EntryKind kind = EntryKind.valueOf(StoryBook.text(item, "kind").toUpperCase(Locale.ROOT));
        Map<Language, String> names = item.containsKey("names") ? wordings(item.get("names")) : Map.of();
        EntryContent content = new EntryContent(
                new Names(
                        StoryBook.text(item, "own"), StoryBook.text(item, "language"), names, strings(item, "others")),
                localized(item, "about"),
                Status.valueOf(item.getOrDefault("status", "active").toString().toUpperCase(Locale.ROOT)),
                strings(item, "sectors"),
                strings(item, "languages"),
                strings(item, "areas"),
                List.of(location(item)),
                item.containsKey("email") ? List.of(Contact.office(StoryBook.text(item, "email"), null)) : List.of(),
                item.containsKey("website") ? StoryBook.text(item, "website") : null,
                List.of(),
                profile(kind, item),
                null,
                Licence.CC_BY);
        return new Listed(
                StoryBook.text(item, "key"),
                kind,
                content,
                item.containsKey("picture") ? StoryBook.text(item, "picture") : null,
                localized(item, "pictureText"));
    }

    private static Location location(Map<String, Object> item) {
        List<String> point = strings(item, "point");
        Set<Access> access = strings(item, "access").stream()
                .map(name -> Access.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Location(
                LocationKind.PHYSICAL,
                null,
                StoryBook.text(item, "city"),
                localized(item, "address"),
                point.isEmpty()
                        ? null
                        : new Coordinates(Double.parseDouble(point.getFirst()), Double.parseDouble(point.getLast())),
                null,
                access,
                hours(item),
                localized(item, "hoursNote"));
    }

    /** Each line: the days, then from and until. */
    private static List<OpeningSpan> hours(Map<String, Object> item) {
        List<OpeningSpan> spans = new ArrayList<>();
        for (String line : strings(item, "hours")) {
            String[] parts = line.split("[ -]");
            int first = DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)).getValue();
            int last = DayOfWeek.valueOf(parts[1].toUpperCase(Locale.ROOT)).getValue();
            for (int day = first; day <= last; day++) {
                spans.add(new OpeningSpan(DayOfWeek.of(day), LocalTime.parse(parts[2]), LocalTime.parse(parts[3])));
            }
        }
        return spans;
    }

    private static EntryProfile profile(EntryKind kind, Map<String, Object> item) {
        Integer founded = number(item, "founded");
        return switch (kind) {
            case ASSOCIATION, NETWORK -> new EntryProfile.Collective(founded, number(item, "members"));
            case HUB, VENUE -> new EntryProfile.Premises(founded, number(item, "capacity"), number(item, "floorArea"));
            case SCHOOL -> new EntryProfile.Studies(founded, number(item, "students"));
            case COMPANY -> new EntryProfile.Business(founded, number(item, "staff"));
            case FOUNDATION, DONOR -> new EntryProfile.Funder(founded, null);
            case AUTHORITY, AGENCY -> new EntryProfile.Office(founded);
            case MEDIA -> new EntryProfile.Publication(founded, null);
            case CITY, REGION -> kind.blank();
        };
    }

    private static @Nullable Integer number(Map<String, Object> item, String name) {
        return item.get(name) instanceof Integer number ? number : null;
    }

    private static Tie tie(Map<String, Object> item) {
        return new Tie(
                StoryBook.text(item, "from"),
                RelationKind.valueOf(StoryBook.text(item, "kind").toUpperCase(Locale.ROOT)),
                StoryBook.text(item, "to"),
                item.containsKey("since") ? RoughDate.of(StoryBook.text(item, "since")) : null,
                item.containsKey("until") ? RoughDate.of(StoryBook.text(item, "until")) : null,
                localized(item, "about"));
    }

    private static @Nullable LocalizedText localized(Map<String, Object> item, String name) {
        if (!item.containsKey(name)) {
            return null;
        }
        Map<Language, String> texts = wordings(item.get(name));
        return new LocalizedText(texts.keySet().iterator().next(), texts);
    }

    private static Map<Language, String> wordings(@Nullable Object texts) {
        Map<Language, String> wordings = new EnumMap<>(Language.class);
        StoryBook.map(texts)
                .forEach((code, wording) -> wordings.put(Language.of(code).orElseThrow(), String.valueOf(wording)));
        return wordings;
    }

    private static List<String> strings(Map<String, Object> item, String name) {
        return item.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
