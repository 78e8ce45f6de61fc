package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.Directory.EntryList;
import org.kvartal.alliance.Directory.Facets;
import org.kvartal.alliance.Directory.MapMark;
import org.kvartal.alliance.Directory.MapView;
import org.kvartal.alliance.DirectoryFilter.Box;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;
import org.kvartal.testing.RowsRead;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries are found by name in any script, narrowed by facets, and seen on a map. */
class SearchModuleTests extends DirectoryHouse {

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({
        "Съюз на дизайнерите, bg, sayuz dizaynerite",
        "Съюз на дизайнерите, bg, СЪЮЗ",
        "Чайковский, ru, Tchaikovsky",
        "Winzavod, en, винзавод",
        "Łódź Design, pl, lodz",
        "Αθήνα, el, athina",
        "Дом культуры, ru, кулътуры"
    })
    void aNameIsFoundInAnotherScriptAndWithASlip(String name, String language, String wanted) {
        EntryId id =
                made(EntryContent.of(EntryKind.HUB, new Names(name, language, Map.of(), List.of(own))), EntryKind.HUB);

        assertThat(found(ours().withText(own + " " + wanted))).contains(id);
        assertThat(found(ours().withText(own + " zzzyx"))).isEmpty();
    }

    @Test
    void translationsAndOtherNamesAreFoundToo() {
        EntryId id = made(
                EntryContent.of(
                        EntryKind.VENUE,
                        new Names(
                                "ГЭС-2",
                                "ru",
                                Map.of(Language.BG, "Дом на културата"),
                                List.of("Power Station " + own))),
                EntryKind.VENUE);

        assertThat(found(DirectoryFilter.ALL.withText("power " + own))).containsExactly(id);
        assertThat(found(DirectoryFilter.ALL.withText("kultura " + own))).containsExactly(id);
        assertThat(found(DirectoryFilter.ALL.withText("ges 2 " + own))).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "☃", "' OR 1=1 --", "\\", "((("})
    void signsAreNeverAnError(String signs) {
        assertThat(directory
                        .search(DirectoryFilter.ALL.withText(signs), Language.EN, null, 10)
                        .entries())
                .isNotNull();
        assertThat(directory.facets(DirectoryFilter.ALL.withText(signs)).total())
                .isNotNegative();
    }

    @Test
    void whatFitsBetterComesFirst() {
        EntryId loose = made(EntryKind.HUB, "Weavers");
        EntryId exact = made(EntryKind.HUB, "Weaver");

        EntryId within = made(EntryKind.HUB, "Interweavers");

        assertThat(found(ours().withText(own + " weaver"))).containsExactly(exact, loose, within);
    }

    @Test
    void whatOnlyResemblesIsShownWhereNothingHoldsTheWords() {
        EntryId right = made(EntryKind.HUB, "Печатница");
        EntryId misspelt = made(EntryKind.HUB, "Печетница");

        assertThat(found(ours().withText(own + " печатница"))).containsExactly(right);
        assertThat(found(ours().withText(own + " пичатница"))).contains(right);
        assertThat(directory.facets(ours().withText(own + " пичатница")).total())
                .isEqualTo(found(ours().withText(own + " пичатница")).size());
        assertThat(found(ours().withText(own + " печетница").toggled(EntryKind.VENUE)))
                .as("a word is not misspelt for being found elsewhere only")
                .isEmpty();
        assertThat(found(ours().withText(own + " печетница"))).containsExactly(misspelt);
    }

    @Test
    void aListGoesByTheAlphabetOfItsReaderAndShowsEachOnce() {
        List<String> names = List.of("Яблоко", "Ёж", "Елка", "«Атлас»", "Жук", "Abacus", "Zebra", "Éclair");
        names.forEach(name ->
                made(EntryContent.of(EntryKind.MEDIA, new Names(name, "ru", Map.of(), List.of(own))), EntryKind.MEDIA));

        assertThat(paged(Language.RU, 3))
                .containsExactly("«Атлас»", "Ёж", "Елка", "Жук", "Яблоко", "Abacus", "Éclair", "Zebra");
        assertThat(paged(Language.EN, 1))
                .containsExactly("Abacus", "Éclair", "Zebra", "«Атлас»", "Ёж", "Елка", "Жук", "Яблоко");
    }

    @Test
    void aMangledPlaceInAListIsItsBeginning() {
        made(EntryKind.MEDIA, "A");

        assertThat(directory.search(ours(), Language.EN, "no-such-entry", 10).entries())
                .hasSize(1);
        assertThat(directory.search(ours(), Language.EN, "'", 10).entries()).hasSize(1);
    }

    @Test
    void facetsCountWhatTheirValuesWouldLeave() {
        List<EntryId> all = scattered(60);
        DirectoryFilter[] filters = {
            ours(),
            ours().toggled(EntryKind.VENUE),
            ours().toggled(EntryKind.VENUE).toggled(EntryKind.HUB),
            ours().withSectorToggled("design"),
            ours().withPlaceToggled("BG"),
            ours().withPlaceToggled("moscow").withSectorToggled("music"),
            ours().withLanguageToggled("bg").toggled(EntryKind.HUB),
            ours().withMembersToggled(),
            ours().withMembersToggled().withPlaceToggled("sofia").toggled(EntryKind.ASSOCIATION),
            ours().within(new Box(40, 20, 45, 30)),
            ours().withPlaceToggled("sofia").within(new Box(40, 20, 45, 30)),
        };
        assertThat(found(ours())).containsExactlyInAnyOrderElementsOf(all);

        for (DirectoryFilter filter : filters) {
            Facets facets = directory.facets(filter);
            assertThat(facets.total())
                    .as("%s", filter.write())
                    .isEqualTo(found(filter).size());
            for (EntryKind kind : EntryKind.values()) {
                DirectoryFilter only = new DirectoryFilter(
                        filter.text(),
                        new TreeSet<>(Set.of(kind)),
                        filter.sectors(),
                        filter.places(),
                        filter.languages(),
                        filter.members(),
                        filter.box());
                assertThat(facets.kinds().getOrDefault(kind, 0L))
                        .isEqualTo(found(only).size());
            }
            facets.sectors()
                    .forEach((code, number) -> assertThat(number)
                            .as("%s in %s", code, filter.write())
                            .isEqualTo(found(only(filter, "sector", code)).size()));
            facets.places()
                    .forEach((code, number) -> assertThat(number)
                            .as("%s in %s", code, filter.write())
                            .isEqualTo(found(only(filter, "place", code)).size()));
            facets.languages()
                    .forEach((code, number) -> assertThat(number)
                            .as("%s in %s", code, filter.write())
                            .isEqualTo(found(only(filter, "language", code)).size()));
            DirectoryFilter members = filter.members() ? filter : filter.withMembersToggled();
            assertThat(facets.members()).isEqualTo(found(members).size());
        }
    }

    @Test
    void aSectorStandsForThoseBelowItAndACountryForItsCities() {
        EntryId id = made(told(EntryKind.HUB, "Chairs", "plovdiv", "furniture-design"), EntryKind.HUB);

        assertThat(found(ours().withSectorToggled("design"))).containsExactly(id);
        assertThat(found(ours().withPlaceToggled("BG"))).containsExactly(id);
        assertThat(found(ours().withPlaceToggled("sofia"))).isEmpty();
        assertThat(directory.facets(ours()).sectors()).containsOnlyKeys("design", "furniture-design");
        assertThat(directory.facets(ours().withSectorToggled("fashion")).sectors())
                .as("what is chosen stays choosable")
                .containsEntry("fashion", 0L);
    }

    @Test
    void theMapShowsWhereThingsAreAndCountsWhatIsNowhere() {
        made(told(EntryKind.HUB, "By its city", "sofia"), EntryKind.HUB);
        made(
                told(EntryKind.HUB, "By its own point").withLocations(List.of(at(42.5, 23.1), at(59.9, 30.3))),
                EntryKind.HUB);
        made(EntryKind.HUB, "Nowhere");

        MapView view = directory.map(ours(), 4);

        assertThat(view.shown()).isEqualTo(3);
        assertThat(view.offMap()).isEqualTo(1);
        assertThat(view.marks())
                .extracting(MapMark::at)
                .containsExactlyInAnyOrder(
                        new Coordinates(42.6977, 23.3219), new Coordinates(42.5, 23.1), new Coordinates(59.9, 30.3));
        assertThat(directory.map(ours().within(new Box(42, 23, 43, 24)), 4).marks())
                .hasSize(2);
        assertThat(names(ours().within(new Box(59, 30, 61, 31)))).containsExactly("By its own point");
    }

    @Test
    void aPartOfTheMapMayPassTheDateLine() {
        made(told(EntryKind.HUB, "East").withLocations(List.of(at(-17, 178))), EntryKind.HUB);
        made(told(EntryKind.HUB, "West").withLocations(List.of(at(-14, -171))), EntryKind.HUB);
        made(told(EntryKind.HUB, "Sofia", "sofia"), EntryKind.HUB);

        assertThat(names(ours().within(new Box(-30, 170, 0, -160)))).containsExactly("East", "West");
    }

    @Test
    void manyPointsComeAsCellsWithTheirNumbers() {
        EntryId pattern = made(told(EntryKind.HUB, "Pattern", "sofia"), EntryKind.HUB);
        copies(pattern, 2_500);

        MapView far = directory.map(ours(), 3);
        MapView near = directory.map(ours(), 9);

        assertThat(far.shown()).isEqualTo(2_501);
        assertThat(numbers(far)).isEqualTo(2_501);
        assertThat(numbers(near)).isEqualTo(2_501);
        assertThat(far.marks()).hasSizeLessThan(200);
        assertThat(near.marks()).hasSizeGreaterThan(far.marks().size());
        assertThat(far.marks()).hasAtLeastOneElementOfType(MapMark.Cluster.class);
    }

    @Test
    void listsFacetsAndMapsTakeAConstantNumberOfStatements() {
        scattered(3);
        String last = directory.search(ours(), Language.EN, null, 1).next();
        int list = statements(() -> directory.search(ours(), Language.EN, null, 50));
        int further = statements(() -> directory.search(ours(), Language.EN, last, 50));
        directory.facets(ours());
        int facets = statements(() -> directory.facets(ours()));
        int map = statements(() -> directory.map(ours(), 4));
        List<EntryId> ids = scattered(40);

        assertThat(statements(() -> directory.search(ours(), Language.EN, null, 50)))
                .isEqualTo(list)
                .isEqualTo(3);
        assertThat(statements(() -> directory.search(ours(), Language.EN, last, 50)))
                .isEqualTo(further)
                .isEqualTo(4);
        assertThat(statements(() -> directory.facets(ours())))
                .as("the directory has changed: once for all of them")
                .isEqualTo(5);
        assertThat(statements(() -> directory.facets(ours()))).isEqualTo(facets).isEqualTo(4);
        assertThat(statements(() -> directory.facets(DirectoryFilter.ALL))).isEqualTo(1);
        assertThat(statements(() -> directory.search(DirectoryFilter.ALL, Language.EN, null, 50)))
                .isEqualTo(2);
        assertThat(statements(() -> directory.map(ours(), 4))).isEqualTo(map).isEqualTo(4);
        assertThat(statements(() -> directory.details(ids))).isEqualTo(2);
        String slug = form(ids.getFirst()).card().slug();
        assertThat(statements(() -> directory.look(Asker.guest(), slug))).isEqualTo(3);
        assertThat(statements(() -> directory.partnerships(100))).isEqualTo(1);
        assertThat(statements(() -> directory.numbers())).isEqualTo(1);
        assertThat(statements(() -> directory.newest(20))).isEqualTo(1);
        assertThat(statements(() -> directory.version())).isEqualTo(1);
    }

    @Test
    void theEndOfTenThousandIsAsNearAsTheBeginning() {
        EntryId pattern = made(told(EntryKind.HUB, "Pattern", "sofia"), EntryKind.HUB);
        copies(pattern, 10_000);
        jdbc.sql("ANALYZE entry").update();
        String almostLast = jdbc.sql(
                        "SELECT slug FROM entry WHERE state = 'CONFIRMED' ORDER BY name_en DESC, id DESC OFFSET 30 LIMIT 1")
                .query((row, _) -> row.getString("slug"))
                .single();

        directory.facets(DirectoryFilter.ALL); // the index is read once per revision
        assertThat(entriesRead(() -> directory.search(DirectoryFilter.ALL, Language.EN, null, 30)))
                .isBetween(30L, 2 * 30L);
        assertThat(entriesRead(() -> directory.search(DirectoryFilter.ALL, Language.EN, almostLast, 30)))
                .isBetween(30L, 2 * 30L);
    }

    private List<EntryId> scattered(int number) {
        Random random = new Random(11);
        EntryKind[] kinds = {EntryKind.HUB, EntryKind.VENUE, EntryKind.ASSOCIATION, EntryKind.SCHOOL};
        List<String> sectors = List.of("design", "furniture-design", "fashion", "music", "craft");
        List<String> places = List.of("sofia", "plovdiv", "moscow", "kazan", "athens");
        List<String> languages = List.of("bg", "en", "ru", "sr");
        List<EntryId> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            EntryKind kind = kinds[random.nextInt(kinds.length)];
            EntryContent content = told(
                            kind,
                            "Entry " + i,
                            places.get(random.nextInt(places.size())),
                            sectors.get(random.nextInt(5)))
                    .withLanguages(List.of(languages.get(random.nextInt(4))));
            EntryId id = made(content, kind);
            if (kind == EntryKind.ASSOCIATION && random.nextBoolean()) {
                MemberId member = town.association("Association " + i);
                entries.link(steward, id, member);
            }
            ids.add(id);
        }
        return ids;
    }

    /** Entries that differ from a pattern in what lists and maps ask for, without the work of writing each. */
    private void copies(EntryId pattern, int number) {
        jdbc.sql("""
                INSERT INTO entry (id, slug, kind, state, content, member_current, made_at, published_at, changed_at, revision, version,
                                   status, name_en, name_ru, name_bg, found, sectors, places, languages)
                SELECT gen_random_uuid(), e.slug || '-copy-' || n, e.kind, e.state, e.content, false, e.made_at, e.published_at,
                       e.changed_at, e.revision, 0, e.status, e.name_en || ' ' || n, e.name_ru || ' ' || n, e.name_bg || ' ' || n,
                       e.found, e.sectors, e.places, e.languages
                  FROM entry e, generate_series(1, :number) n
                 WHERE e.id = :pattern""").param("pattern", pattern.value()).param("number", number).update();
        jdbc.sql("""
                INSERT INTO entry_point (entry, number, latitude, longitude)
                SELECT id, 0, 36 + (hashtext(slug) & 1023) / 1023.0 * 24, 10 + ((hashtext(slug) >> 10) & 1023) / 1023.0 * 50
                  FROM entry
                 WHERE slug LIKE (SELECT slug FROM entry WHERE id = :pattern) || '-copy-%'""").param("pattern", pattern.value()).update();
        jdbc.sql("UPDATE directory SET revision = revision + 1").update();
    }

    private List<EntryId> found(DirectoryFilter filter) {
        return directory.search(filter, Language.EN, null, 500).entries().stream()
                .map(EntryCard::id)
                .toList();
    }

    private List<String> paged(Language language, int page) {
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            EntryList list = directory.search(ours(), language, after, page);
            list.entries().forEach(card -> names.add(card.names().own()));
            after = list.next();
        } while (after != null);
        return names;
    }

    /** The same filter with one value alone in one facet. */
    private static DirectoryFilter only(DirectoryFilter filter, String facet, String value) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String pair : filter.write().split("&")) {
            if (!pair.isEmpty() && !pair.startsWith(facet + "=")) {
                String[] parts = pair.split("=", 2);
                parameters.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
            }
        }
        parameters.put(facet, List.of(value));
        Map<String, String[]> read = new HashMap<>();
        parameters.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
        return DirectoryFilter.read(read);
    }

    private static Location at(double latitude, double longitude) {
        return new Location(
                LocationKind.PHYSICAL,
                null,
                null,
                null,
                new Coordinates(latitude, longitude),
                null,
                Set.of(),
                List.of(),
                null);
    }

    private static long numbers(MapView view) {
        return view.marks().stream()
                .mapToLong(mark -> mark instanceof MapMark.Cluster cluster ? cluster.number() : 1)
                .sum();
    }

    private static int statements(Runnable act) {
        return SqlCounter.during(act).size();
    }

    private long entriesRead(Runnable act) {
        return RowsRead.during(jdbc, transaction, "entry", act);
    }
}
