package org.kvartal.demo.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.demo.domain.Belonging.Association;
import org.kvartal.demo.domain.DirectoryStory.Image;
import org.kvartal.demo.domain.DirectoryStory.Item;
import org.kvartal.demo.domain.DirectoryStory.Tie;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** Reads the directory: cities, venues and agreements from {@code demo/facts/}, the rest from {@code demo/directory.yaml}. */
final class DirectoryBook {

    /** Where the agreements of the recorded study visit were signed, and on its last day. */
    private static final String HOST = "moscow";

    private static final RoughDate SIGNED = RoughDate.of("2023-07-08");

    private DirectoryBook() {}

    /** @throws IllegalArgumentException if something is missing or can't be understood */
    static DirectoryStory read() {
        Map<String, Object> file = StoryFiles.file("directory.yaml");
        List<Item> items = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        StoryFiles.table("facts/cities.csv").forEach(row -> items.add(city(row)));
        StoryFiles.table("facts/venues.csv").forEach(row -> items.add(venue(row)));
        StoryFiles.table("facts/agreements.csv").forEach(row -> {
            Item party = party(row);
            items.add(party);
            ties.add(new Tie(party.key(), RelationKind.AGREEMENT, HOST, SIGNED, null, null, null));
        });
        BelongingBook.read().associations().forEach(one -> items.add(association(one)));
        StoryFiles.items(file.get("entries")).forEach(of -> items.add(item(of)));
        StoryFiles.items(file.get("relations")).forEach(of -> ties.add(tie(of)));
        Map<String, Image> images = new HashMap<>();
        StoryFiles.map(file.get("pictures")).forEach((key, of) -> images.put(key, image(StoryFiles.map(of))));
        return new DirectoryStory(items, ties, images);
    }

    private static Item city(Map<String, String> row) {
        Language own = switch (StoryFiles.text(row, "country")) {
            case "BG" -> Language.BG;
            case "RU" -> Language.RU;
            default -> Language.EN;
        };
        EntryContent content = EntryContent.of(EntryKind.CITY, Names.of(names(row, own)))
                .withLocations(List.of(Location.in(StoryFiles.text(row, "code"))));
        return new Item(StoryFiles.text(row, "code"), EntryKind.CITY, content, null);
    }

    /** All of them stand in Moscow. */
    private static Item venue(Map<String, String> row) {
        EntryContent content = EntryContent.of(EntryKind.VENUE, Names.of(names(row, Language.RU)))
                .withLocations(List.of(Location.in(StoryFiles.text(row, "city"))));
        return new Item(StoryFiles.text(row, "code"), EntryKind.VENUE, content, null);
    }

    private static LocalizedText names(Map<String, String> row, Language own) {
        return new LocalizedText(
                own,
                Stream.of(Language.values())
                        .collect(Collectors.toMap(
                                language -> language, language -> StoryFiles.text(row, language.code()))));
    }

    private static Item party(Map<String, String> row) {
        String name = StoryFiles.text(row, "party");
        EntryKind kind = switch (StoryFiles.text(row, "party_kind")) {
            case "company" -> EntryKind.COMPANY;
            case "foundation" -> EntryKind.FOUNDATION;
            default -> EntryKind.HUB;
        };
        EntryContent content = EntryContent.of(kind, Names.of(name, Language.EN.code()))
                .withLocations(List.of(Location.in(StoryFiles.text(row, "city"))));
        return new Item(name.toLowerCase(Locale.ROOT).replace(' ', '-'), kind, content, null);
    }

    private static Item association(Association one) {
        Names names = one.ownName().isEmpty()
                ? Names.of(one.name())
                : new Names(one.ownName(), one.ownLanguage(), one.name().texts(), List.of());
        EntryContent content = EntryContent.of(EntryKind.ASSOCIATION, names)
                .withDescription(one.about())
                .withSectors(one.sectors())
                .withLocations(List.of(Location.in(one.city())))
                .withWebsite(one.website().isEmpty() ? null : one.website())
                .withProfile(new EntryProfile.Collective(one.founded(), one.size()));
        return new Item(one.key(), EntryKind.ASSOCIATION, content, one.key());
    }

    private static Item item(Map<String, Object> of) {
        EntryKind kind = EntryKind.valueOf(StoryFiles.text(of, "kind").toUpperCase(Locale.ROOT));
        EntryContent content = EntryContent.of(kind, Names.of(StoryFiles.name(of)))
                .withDescription(StoryFiles.localized(of.get("about")))
                .withSectors(StoryFiles.words(of.get("sectors")))
                .withLanguages(StoryFiles.words(of.get("languages")))
                .withLocations(List.of(location(of)))
                .withContacts(
                        of.containsKey("email")
                                ? List.of(Contact.office(StoryFiles.text(of, "email"), null))
                                : List.of())
                .withWebsite((String) of.get("website"))
                .withProfile(profile(kind, of));
        return new Item(StoryFiles.text(of, "key"), kind, content, null);
    }

    private static Location location(Map<String, Object> of) {
        return new Location(
                LocationKind.PHYSICAL,
                null,
                StoryFiles.text(of, "city"),
                of.containsKey("address") ? StoryFiles.localized(of.get("address")) : null,
                point(of.get("point")),
                null,
                access(of),
                hours(of),
                null);
    }

    private static @Nullable Coordinates point(@Nullable Object point) {
        return point instanceof List<?> pair
                        && pair.get(0) instanceof Number latitude
                        && pair.get(1) instanceof Number longitude
                ? new Coordinates(latitude.doubleValue(), longitude.doubleValue())
                : null;
    }

    private static Set<Access> access(Map<String, Object> of) {
        Set<Access> access = new HashSet<>();
        StoryFiles.words(of.get("access")).forEach(word -> access.add(Access.valueOf(word.toUpperCase(Locale.ROOT))));
        return access;
    }

    private static List<OpeningSpan> hours(Map<String, Object> of) {
        if (!of.containsKey("hours")) {
            return List.of();
        }
        return StoryFiles.map(of.get("hours")).entrySet().stream()
                .map(day -> {
                    String[] ends = String.valueOf(day.getValue()).split("-", 2);
                    return new OpeningSpan(
                            DayOfWeek.valueOf(day.getKey().toUpperCase(Locale.ROOT)),
                            LocalTime.parse(ends[0]),
                            LocalTime.parse(ends[1]));
                })
                .toList();
    }

    private static EntryProfile profile(EntryKind kind, Map<String, Object> of) {
        Integer founded = StoryFiles.number(of, "founded");
        return switch (kind) {
            case ASSOCIATION, NETWORK -> new EntryProfile.Collective(founded, StoryFiles.number(of, "size"));
            case HUB, VENUE ->
                new EntryProfile.Premises(founded, StoryFiles.number(of, "capacity"), StoryFiles.number(of, "area"));
            case SCHOOL -> new EntryProfile.Studies(founded, StoryFiles.number(of, "students"));
            case COMPANY -> new EntryProfile.Business(founded, StoryFiles.number(of, "staff"));
            case FOUNDATION, DONOR -> new EntryProfile.Funder(founded, null);
            case AUTHORITY, AGENCY -> new EntryProfile.Office(founded);
            case MEDIA -> new EntryProfile.Publication(founded, null);
            case CITY, REGION -> kind.blank();
        };
    }

    private static Tie tie(Map<String, Object> of) {
        return new Tie(
                StoryFiles.text(of, "from"),
                RelationKind.valueOf(StoryFiles.text(of, "kind").toUpperCase(Locale.ROOT)),
                StoryFiles.text(of, "to"),
                date(of, "since"),
                date(of, "until"),
                of.containsKey("about") ? StoryFiles.localized(of.get("about")) : null,
                null);
    }

    private static @Nullable RoughDate date(Map<String, Object> of, String name) {
        return of.containsKey(name) ? RoughDate.of(StoryFiles.text(of, name)) : null;
    }

    private static Image image(Map<String, Object> of) {
        return new Image(StoryFiles.text(of, "file"), StoryFiles.text(of, "by"), StoryFiles.localized(of.get("text")));
    }
}
