package org.kvartal.alliance.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Places.Place;
import org.springframework.stereotype.Component;

/** Tells an entry in the words of the open data. */
@Component
class EntryTelling {

    private final House house;

    EntryTelling(House house) {
        this.house = house;
    }

    OpenEntry json(EntryDetail entry, Codes codes) {
        EntryContent content = entry.content();
        return new OpenEntry(
                entry.card().id().value(),
                entry.card().slug(),
                Code.of(entry.card().kind()),
                page(entry),
                self(entry),
                new OpenEntry.Names(
                        content.names().own(),
                        content.names().ownLanguage(),
                        entry.latin(),
                        Texts.byLanguage(content.names().translations()),
                        content.names().others()),
                Texts.byLanguage(content.description()),
                Code.of(content.status()),
                content.sectors(),
                content.languages(),
                content.areas(),
                content.locations().stream()
                        .map(location -> location(location, codes))
                        .toList(),
                content.contacts().stream()
                        .filter(Contact::open)
                        .map(EntryTelling::contact)
                        .toList(),
                content.website(),
                content.sameAs(),
                facts(content.profile()),
                picture(content),
                entry.card().member(),
                new OpenEntry.Licence(spdx(content.licence()), content.licence().url()),
                entry.card().checkedOn(),
                entry.publishedAt(),
                entry.card().changedAt(),
                entry.relations().stream().map(EntryTelling::tie).toList());
    }

    /**
     * An entry as a feature of a map: one point for each location that can be visited, none where there is no such location.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7946#section-3.2">RFC 7946, Feature</a>
     */
    Map<String, Object> feature(EntryDetail entry, Codes codes, Language language) {
        EntryContent content = entry.content();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("slug", entry.card().slug());
        properties.put("kind", Code.of(entry.card().kind()));
        properties.put("name", content.names().in(language));
        properties.put("nameLanguage", content.names().shownIn(language));
        properties.put("status", Code.of(content.status()));
        properties.put("member", entry.card().member());
        properties.put("sectors", content.sectors());
        properties.put("places", places(content));
        properties.put("page", page(entry));
        properties.put("self", self(entry));
        if (content.website() != null) {
            properties.put("website", content.website());
        }
        properties.put("licence", content.licence().url());
        return GeoShapes.feature(entry.card().id().toString(), GeoShapes.geometry(points(content, codes)), properties);
    }

    String page(EntryDetail entry) {
        return house.address(AlliancePages.inPublic(entry.card().slug()));
    }

    private String self(EntryDetail entry) {
        return house.address(AlliancePages.API + "/entries/" + entry.card().slug());
    }

    /** Where it can be visited. */
    static List<Coordinates> points(EntryContent content, Codes codes) {
        List<Coordinates> points = new ArrayList<>();
        for (Location location : content.locations()) {
            Coordinates point = location.kind() == LocationKind.PHYSICAL ? point(location, codes) : null;
            if (point != null) {
                points.add(point);
            }
        }
        return points;
    }

    /** The codes of the places where it stands. */
    static List<String> places(EntryContent content) {
        return content.locations().stream()
                .flatMap(location -> Stream.ofNullable(location.place()))
                .distinct()
                .toList();
    }

    /** The licence as catalogues of software and data name it. */
    static String spdx(Licence licence) {
        return switch (licence) {
            case CC0 -> "CC0-1.0";
            case CC_BY -> "CC-BY-4.0";
        };
    }

    static OpenEntry.Facts facts(EntryProfile profile) {
        Integer founded = profile.founded();
        return switch (profile) {
            case EntryProfile.Collective it ->
                new OpenEntry.Facts(founded, it.members(), null, null, null, null, null, null, null);
            case EntryProfile.Premises it ->
                new OpenEntry.Facts(founded, null, it.capacity(), it.floorArea(), null, null, null, null, null);
            case EntryProfile.Territory it ->
                new OpenEntry.Facts(founded, null, null, null, it.population(), null, null, null, null);
            case EntryProfile.Studies it ->
                new OpenEntry.Facts(founded, null, null, null, null, it.students(), null, null, null);
            case EntryProfile.Business it ->
                new OpenEntry.Facts(founded, null, null, null, null, null, it.staff(), null, null);
            case EntryProfile.Funder it ->
                new OpenEntry.Facts(founded, null, null, null, null, null, null, it.calls(), null);
            case EntryProfile.Office _ -> new OpenEntry.Facts(founded, null, null, null, null, null, null, null, null);
            case EntryProfile.Publication it ->
                new OpenEntry.Facts(founded, null, null, null, null, null, null, null, it.issn());
        };
    }

    private static OpenEntry.Location location(Location location, Codes codes) {
        Place place = location.place() == null ? null : codes.places().get(location.place());
        Coordinates point = location.kind() == LocationKind.PHYSICAL ? point(location, codes) : location.coordinates();
        return new OpenEntry.Location(
                Code.of(location.kind()),
                Texts.byLanguage(location.name()),
                location.place(),
                place == null ? null : place.country(),
                Texts.byLanguage(location.address()),
                point == null ? null : point.latitude(),
                point == null ? null : point.longitude(),
                point == null ? null : location.coordinates() == null ? "place" : "own",
                location.url(),
                location.access().stream().sorted().map(Code::of).toList(),
                location.hours().stream()
                        .map(span -> new OpenEntry.Hours(
                                Code.of(span.day()),
                                span.from().toString(),
                                span.until().toString()))
                        .toList(),
                Texts.byLanguage(location.hoursNote()));
    }

    private static @Nullable Coordinates point(Location location, Codes codes) {
        Place place = location.place() == null ? null : codes.places().get(location.place());
        if (location.coordinates() != null) {
            return location.coordinates();
        }
        return place == null ? null : new Coordinates(place.latitude(), place.longitude());
    }

    private static OpenEntry.Contact contact(Contact contact) {
        return new OpenEntry.Contact(
                contact.person(), Texts.byLanguage(contact.purpose()), contact.email(), contact.phone());
    }

    private OpenEntry.@Nullable Picture picture(EntryContent content) {
        EntryContent.Picture picture = content.picture();
        return picture == null
                ? null
                : new OpenEntry.Picture(
                        house.address(FilePages.file(picture.file())),
                        Texts.byLanguage(picture.text()),
                        picture.credit());
    }

    private static OpenEntry.Tie tie(RelationLine line) {
        return new OpenEntry.Tie(
                line.id().value(),
                Code.of(line.kind()),
                line.kind().mutual() ? "mutual" : line.outward() ? "out" : "in",
                OpenRelation.other(line.other()),
                OpenRelation.date(line.since()),
                OpenRelation.date(line.until()),
                Texts.byLanguage(line.about()),
                line.source(),
                line.ended());
    }
}
