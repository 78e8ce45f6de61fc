package org.kvartal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.transaction.support.TransactionOperations;

/** Fills the directory with entries in three scripts, all over the map, each related to some before it. */
final class DirectoryFilling {

    private static final List<String> TRADES = List.of(
            "Weavers",
            "Printers",
            "Gallerists",
            "Luthiers",
            "Potters",
            "Binders",
            "Dyers",
            "Joiners",
            "Glaziers",
            "Typographers");
    private static final List<String> RUSSIAN = List.of(
            "Ткачи",
            "Печатники",
            "Галеристы",
            "Лютьеры",
            "Гончары",
            "Переплётчики",
            "Красильщики",
            "Столяры",
            "Стекольщики",
            "Типографы");
    private static final List<String> BULGARIAN = List.of(
            "Тъкачи",
            "Печатари",
            "Галеристи",
            "Лютиери",
            "Грънчари",
            "Подвързвачи",
            "Бояджии",
            "Дърводелци",
            "Стъклари",
            "Типографи");
    private static final EntryKind[] KINDS = {
        EntryKind.ASSOCIATION, EntryKind.HUB, EntryKind.VENUE, EntryKind.SCHOOL, EntryKind.COMPANY, EntryKind.MEDIA
    };

    /** How many are made in one transaction: what is measured is reading. */
    private static final int AT_ONCE = 50;

    /** How far from a city's middle an entry may lie, in degrees. */
    private static final double AROUND = 0.4;

    private final Entries entries;
    private final Directory directory;
    private final Sectors sectors;
    private final Places places;
    private final TransactionOperations together;
    private final Random random = new Random(10_000);
    private final List<EntryId> made = new ArrayList<>();

    DirectoryFilling(
            Entries entries, Directory directory, Sectors sectors, Places places, TransactionOperations together) {
        this.entries = entries;
        this.directory = directory;
        this.sectors = sectors;
        this.places = places;
        this.together = together;
    }

    record Order(int entries) {}

    /** @param slugs of the entries made so far */
    record Listed(long entries, List<String> slugs) {}

    /** Makes entries until there are as many as wanted. */
    Listed fill(Order order) {
        List<Place> cities = places.all(Language.EN);
        List<Sector> trades = sectors.all();
        while (made.size() < order.entries) {
            int until = Math.min(order.entries, made.size() + AT_ONCE);
            together.executeWithoutResult(_ -> {
                while (made.size() < until) {
                    make(made.size(), cities, trades);
                }
            });
        }
        return new Listed(
                directory.numbers().entries(),
                directory.cards(made.subList(0, Math.min(made.size(), 500))).values().stream()
                        .map(card -> card.slug())
                        .toList());
    }

    private void make(int number, List<Place> cities, List<Sector> trades) {
        Place city = cities.get(random.nextInt(cities.size()));
        int trade = random.nextInt(TRADES.size());
        EntryKind kind = KINDS[number % KINDS.length];
        String english = TRADES.get(trade) + " of " + city.name().in(Language.EN) + " " + number;
        String russian = RUSSIAN.get(trade) + ", " + city.name().in(Language.RU) + " " + number;
        String bulgarian = BULGARIAN.get(trade) + ", " + city.name().in(Language.BG) + " " + number;
        EntryContent content = EntryContent.of(
                        kind,
                        new Names(
                                number % 2 == 0 ? bulgarian : russian,
                                number % 2 == 0 ? "bg" : "ru",
                                Map.of(Language.EN, english, Language.RU, russian, Language.BG, bulgarian),
                                List.of()))
                .withDescription(LocalizedText.of(Language.EN, shortened(Corpus.text(random, number))))
                .withSectors(List.of(trades.get(random.nextInt(trades.size())).code()))
                .withLanguages(List.of("bg", "en"))
                .withLocations(List.of(near(city)));
        EntryId id = EntryId.next();
        entries.make(Filling.IMPORT, NewEntry.of(id, kind, content));
        made.add(id);
        if (number % 5 == 4) {
            entries.relate(
                    Filling.IMPORT,
                    new NewRelation(
                            RelationId.next(),
                            id,
                            RelationKind.MEMBER_OF,
                            made.get(random.nextInt(number)),
                            RoughDate.ofYear(2000 + number % 20),
                            null,
                            null,
                            null));
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), EntryContent.DESCRIPTION_LENGTH / 2));
    }

    private Location near(Place city) {
        Coordinates point = new Coordinates(
                city.latitude() + random.nextDouble(-AROUND, AROUND),
                city.longitude() + random.nextDouble(-AROUND, AROUND));
        return new Location(LocationKind.PHYSICAL, null, city.code(), null, point, null, Set.of(), List.of(), null);
    }
}
