package org.kvartal.alliance.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.alliance.RelationKind;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as search engines read it.
 *
 * @see <a href="https://schema.org/Organization">schema.org, Organization</a>
 */
@Component
public class StructuredEntry {

    private final House house;
    private final JsonMapper json;

    StructuredEntry(House house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    /** The entry as JSON-LD, in the language of the words. */
    public String json(EntryDetail entry, Words words) {
        return json.writeValueAsString(of(entry, words));
    }

    /** The same before it is written. */
    public Map<String, Object> of(EntryDetail entry, Words words) {
        Language language = words.language();
        EntryContent content = entry.content();
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@type", type(entry.card().kind()));
        thing.put("@id", address(entry.card().slug(), language));
        thing.put("identifier", "urn:uuid:" + entry.card().id());
        thing.put("name", words.name(content.names()));
        others(content, words, entry.latin(), thing);
        put(thing, "description", text(content.description(), language));
        thing.put("url", content.website() == null ? address(entry.card().slug(), language) : content.website());
        put(thing, "sameAs", content.sameAs());
        if (content.picture() != null) {
            thing.put("image", house.address(FilePages.file(content.picture().file())));
        }
        if (entry.card().kind().territory()) {
            content.locations().stream()
                    .map(location ->
                            geo(location.coordinates() == null ? entry.card().coordinates() : location.coordinates()))
                    .filter(geo -> !geo.isEmpty())
                    .findFirst()
                    .ifPresent(geo -> thing.put("geo", geo));
        } else {
            organisation(entry, words, thing);
        }
        thing.put(
                "subjectOf",
                Map.of(
                        "@type", "WebPage",
                        "url", address(entry.card().slug(), language),
                        "inLanguage", language.code(),
                        "license", content.licence().url(),
                        "dateModified", entry.card().changedAt().toString()));
        return thing;
    }

    private static String type(EntryKind kind) {
        return switch (kind) {
            case CITY -> "City";
            case REGION -> "AdministrativeArea";
            case SCHOOL -> "EducationalOrganization";
            case AUTHORITY -> "GovernmentOrganization";
            case ASSOCIATION, NETWORK, HUB, VENUE, COMPANY, FOUNDATION, AGENCY, DONOR, MEDIA -> "Organization";
        };
    }

    private void organisation(EntryDetail entry, Words words, Map<String, Object> thing) {
        EntryContent content = entry.content();
        profile(content.profile(), thing);
        put(thing, "knowsLanguage", content.languages());
        put(thing, "knowsAbout", content.sectors().stream().map(words::sector).toList());
        put(
                thing,
                "areaServed",
                content.areas().stream()
                        .map(area -> Map.of("@type", "City", "name", words.place(area)))
                        .toList());
        put(
                thing,
                "contactPoint",
                content.contacts().stream()
                        .filter(Contact::open)
                        .map(contact -> contact(contact, words.language()))
                        .toList());
        put(
                thing,
                "location",
                content.locations().stream()
                        .map(location -> place(location, words))
                        .toList());
        related(entry, "memberOf", RelationKind.MEMBER_OF, true, words, thing);
        related(entry, "member", RelationKind.MEMBER_OF, false, words, thing);
        related(entry, "parentOrganization", RelationKind.PART_OF, true, words, thing);
        related(entry, "subOrganization", RelationKind.PART_OF, false, words, thing);
        related(entry, "funder", RelationKind.FUNDED_BY, true, words, thing);
    }

    private static void others(EntryContent content, Words words, @Nullable String latin, Map<String, Object> thing) {
        Set<String> names = new LinkedHashSet<>();
        names.add(content.names().own());
        for (Language language : Language.values()) {
            String name = content.names().translations().get(language);
            if (name != null) {
                names.add(name);
            }
        }
        if (latin != null) {
            names.add(latin);
        }
        names.addAll(content.names().others());
        names.remove(words.name(content.names()));
        put(thing, "alternateName", List.copyOf(names));
    }

    private static void profile(EntryProfile profile, Map<String, Object> thing) {
        Integer founded = profile.founded();
        if (founded != null) {
            thing.put("foundingDate", String.format(Locale.ROOT, "%04d", founded));
        }
        if (profile instanceof EntryProfile.Business business && business.staff() != null) {
            thing.put("numberOfEmployees", Map.of("@type", "QuantitativeValue", "value", business.staff()));
        }
        if (profile instanceof EntryProfile.Publication publication && publication.issn() != null) {
            // Only works and sites have an issn of their own.
            thing.put(
                    "identifier",
                    List.of(
                            Objects.requireNonNull(thing.get("identifier")),
                            Map.of("@type", "PropertyValue", "propertyID", "ISSN", "value", publication.issn())));
        }
    }

    private static Map<String, Object> contact(Contact contact, Language language) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("@type", "ContactPoint");
        put(point, "name", contact.person());
        put(point, "contactType", text(contact.purpose(), language));
        put(point, "email", contact.email());
        put(point, "telephone", contact.phone());
        return point;
    }

    /** @see <a href="https://schema.org/openingHoursSpecification">schema.org, openingHoursSpecification</a> */
    private static Map<String, Object> place(Location location, Words words) {
        Map<String, Object> place = new LinkedHashMap<>();
        if (location.kind() == LocationKind.VIRTUAL) {
            place.put("@type", "VirtualLocation");
            put(place, "name", text(location.name(), words.language()));
            put(place, "url", location.url());
            return place;
        }
        place.put("@type", "Place");
        put(place, "name", text(location.name(), words.language()));
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("@type", "PostalAddress");
        put(address, "streetAddress", text(location.address(), words.language()));
        String code = location.place();
        if (code != null) {
            address.put("addressLocality", words.place(code));
            put(address, "addressCountry", words.countryOf(code));
        }
        place.put("address", address);
        put(place, "geo", geo(location.coordinates()));
        put(place, "openingHoursSpecification", hours(location.hours()));
        put(
                place,
                "amenityFeature",
                location.access().stream()
                        .sorted()
                        .map(access -> feature(access, words))
                        .toList());
        return place;
    }

    private static List<Map<String, Object>> hours(List<OpeningSpan> spans) {
        List<Map<String, Object>> hours = new ArrayList<>();
        for (OpeningSpan span : spans) {
            String day = span.day().name();
            hours.add(Map.of(
                    "@type",
                    "OpeningHoursSpecification",
                    "dayOfWeek",
                    "https://schema.org/" + day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT),
                    "opens",
                    span.from().toString(),
                    "closes",
                    span.until().toString()));
        }
        return hours;
    }

    private static Map<String, Object> feature(Access access, Words words) {
        return Map.of("@type", "LocationFeatureSpecification", "name", words.access(access), "value", true);
    }

    private static Map<String, Object> geo(@Nullable Coordinates coordinates) {
        return coordinates == null
                ? Map.of()
                : Map.of(
                        "@type", "GeoCoordinates",
                        "latitude", coordinates.latitude(),
                        "longitude", coordinates.longitude());
    }

    private void related(
            EntryDetail entry,
            String property,
            RelationKind kind,
            boolean outward,
            Words words,
            Map<String, Object> thing) {
        List<Map<String, String>> others = entry.relations().stream()
                .filter(line -> line.kind() == kind && line.outward() == outward && !line.ended())
                .map(RelationLine::other)
                .map(other -> Map.of(
                        "@type", type(other.kind()),
                        "@id", address(other.slug(), words.language()),
                        "name", words.name(other.names())))
                .toList();
        put(thing, property, others);
    }

    private String address(String slug, Language language) {
        return house.address("/" + language.code() + AlliancePages.inPublic(slug));
    }

    private static @Nullable String text(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.in(language);
    }

    private static void put(Map<String, Object> thing, String property, @Nullable Object value) {
        boolean empty = switch (value) {
            case null -> true;
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
        if (!empty && value != null) {
            thing.put(property, value);
        }
    }
}
