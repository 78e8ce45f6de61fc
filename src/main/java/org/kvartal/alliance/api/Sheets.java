package org.kvartal.alliance.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.OpenDirectory.Relation;
import org.kvartal.alliance.api.Sheet.Column;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;

/** The columns of the tables. New ones are added at the end, so that whoever counts them is not led astray. */
final class Sheets {

    private Sheets() {}

    static Sheet<EntryDetail> entries(Codes codes, EntryTelling telling, boolean mark) {
        List<Column<EntryDetail>> columns = new ArrayList<>();
        columns.add(Column.fact("id", entry -> entry.card().id()));
        columns.add(Column.fact("slug", entry -> entry.card().slug()));
        columns.add(Column.fact("kind", entry -> Code.of(entry.card().kind())));
        columns.add(Column.text("name", entry -> entry.content().names().own()));
        columns.add(
                Column.fact("name_language", entry -> entry.content().names().ownLanguage()));
        columns.add(Column.text("name_latin", EntryDetail::latin));
        for (Language language : Language.values()) {
            columns.add(Column.text(
                    "name_" + language.code(),
                    entry -> entry.content().names().translations().get(language)));
        }
        columns.add(Column.texts("other_names", entry -> entry.content().names().others()));
        for (Language language : Language.values()) {
            columns.add(Column.text(
                    "description_" + language.code(),
                    entry -> Texts.in(entry.content().description(), language)));
        }
        columns.add(Column.fact("status", entry -> Code.of(entry.content().status())));
        columns.add(Column.fact("member", entry -> yes(entry.card().member())));
        columns.add(Column.texts("sectors", entry -> entry.content().sectors()));
        columns.add(Column.texts("languages", entry -> entry.content().languages()));
        columns.add(Column.texts("areas", entry -> entry.content().areas()));
        columns.add(Column.texts("places", entry -> EntryTelling.places(entry.content())));
        columns.add(Column.texts("countries", entry -> countries(entry.content(), codes)));
        columns.add(Column.texts("addresses", entry -> addresses(entry.content())));
        columns.add(Column.fact("latitude", entry -> latitude(entry, codes)));
        columns.add(Column.fact("longitude", entry -> longitude(entry, codes)));
        columns.add(Column.text("website", entry -> entry.content().website()));
        columns.add(Column.texts("same_as", entry -> entry.content().sameAs()));
        columns.add(Column.texts(
                "emails",
                entry -> contacts(entry.content())
                        .map(Contact::email)
                        .filter(Objects::nonNull)
                        .toList()));
        columns.add(Column.texts(
                "phones",
                entry -> contacts(entry.content())
                        .map(Contact::phone)
                        .filter(Objects::nonNull)
                        .toList()));
        columns.add(Column.fact("founded", entry -> entry.content().profile().founded()));
        columns.add(Column.fact(
                "licence", entry -> EntryTelling.spdx(entry.content().licence())));
        columns.add(Column.fact("checked_on", entry -> entry.card().checkedOn()));
        columns.add(Column.fact("changed_at", entry -> entry.card().changedAt()));
        columns.add(Column.fact("page", telling::page));
        return new Sheet<>(columns, mark);
    }

    static Sheet<Relation> relations(boolean mark) {
        List<Column<Relation>> columns = new ArrayList<>();
        columns.add(Column.fact("id", Relation::id));
        columns.add(Column.fact("kind", relation -> Code.of(relation.kind())));
        columns.add(Column.fact("from_id", relation -> relation.from().id()));
        columns.add(Column.fact("from_slug", relation -> relation.from().slug()));
        columns.add(Column.text("from_name", relation -> relation.from().names().own()));
        columns.add(Column.fact("to_id", relation -> relation.to().id()));
        columns.add(Column.fact("to_slug", relation -> relation.to().slug()));
        columns.add(Column.text("to_name", relation -> relation.to().names().own()));
        columns.add(Column.fact("since", Relation::since));
        columns.add(Column.fact("until", Relation::until));
        for (Language language : Language.values()) {
            columns.add(Column.text("about_" + language.code(), relation -> Texts.in(relation.about(), language)));
        }
        columns.add(Column.text("source", Relation::source));
        columns.add(Column.fact("ended", relation -> yes(relation.ended())));
        return new Sheet<>(columns, mark);
    }

    static Sheet<Sector> sectors(boolean mark) {
        List<Column<Sector>> columns = new ArrayList<>();
        columns.add(Column.fact("code", Sector::code));
        for (Language language : Language.values()) {
            columns.add(Column.text("name_" + language.code(), sector -> Texts.in(sector.name(), language)));
        }
        columns.add(Column.fact("parent", Sector::parent));
        columns.add(Column.fact("domain", Sector::domain));
        columns.add(Column.fact("framework", Sector::uri));
        return new Sheet<>(columns, mark);
    }

    static Sheet<Place> places(boolean mark) {
        List<Column<Place>> columns = new ArrayList<>();
        columns.add(Column.fact("code", Place::code));
        for (Language language : Language.values()) {
            columns.add(Column.text("name_" + language.code(), place -> Texts.in(place.name(), language)));
        }
        columns.add(Column.fact("country", Place::country));
        columns.add(Column.fact("latitude", Place::latitude));
        columns.add(Column.fact("longitude", Place::longitude));
        columns.add(Column.fact("zone", Place::zone));
        return new Sheet<>(columns, mark);
    }

    private static List<String> countries(EntryContent content, Codes codes) {
        return EntryTelling.places(content).stream()
                .map(codes.places()::get)
                .filter(Objects::nonNull)
                .map(Place::country)
                .distinct()
                .toList();
    }

    private static List<String> addresses(EntryContent content) {
        return content.locations().stream()
                .map(Location::address)
                .filter(Objects::nonNull)
                .map(address -> address.in(address.source()))
                .toList();
    }

    private static @Nullable Double latitude(EntryDetail entry, Codes codes) {
        return first(entry, codes).map(Coordinates::latitude).findFirst().orElse(null);
    }

    private static @Nullable Double longitude(EntryDetail entry, Codes codes) {
        return first(entry, codes).map(Coordinates::longitude).findFirst().orElse(null);
    }

    private static Stream<Coordinates> first(EntryDetail entry, Codes codes) {
        return EntryTelling.points(entry.content(), codes).stream().limit(1);
    }

    private static Stream<Contact> contacts(EntryContent content) {
        return content.contacts().stream().filter(Contact::open);
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
