package org.kvartal.search;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.search.Inflections.Inflection;
import org.kvartal.search.Misspellings.Misspelling;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Hit;
import org.kvartal.search.Search.Order;
import org.kvartal.search.Search.Piece;
import org.kvartal.search.Search.Question;
import org.kvartal.search.Search.Suggestion;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SettledSearch;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said is found by whoever may see it, in any form of its words, and by nobody else. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import({Library.class, SqlCounter.class, FrontSeat.class})
class FindingModuleTests {

    static final Asker GUEST = Asker.guest();

    @Autowired
    Search search;

    @Autowired
    Library library;

    @Autowired
    HouseBook house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    static List<Inflection> inflections() {
        return Inflections.ALL;
    }

    @Test
    void everyWordOfTheListIsFound() {
        List<UUID> books = new ArrayList<>();
        Inflections.ALL.forEach(one -> books.add(library.book(one.language(), "№ " + books.size(), one.text())));
        settle();
        List<String> missed = new ArrayList<>();
        for (int place = 0; place < books.size(); place++) {
            Inflection one = Inflections.ALL.get(place);
            Found found = find(GUEST, one.sought());
            if (found.resembling() || !ids(found).contains(books.get(place))) {
                missed.add(one.sought());
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void wordsInQuotesStandTogetherAndAMinusLeavesOut() {
        UUID together = library.book(Language.EN, "One", "xylophone makers of Sofia and others");
        UUID apart = library.book(Language.EN, "Two", "makers who never saw a xylophone");
        settle();

        assertThat(ids(find(GUEST, "xylophone makers"))).containsExactlyInAnyOrder(together, apart);
        assertThat(ids(find(GUEST, "\"xylophone makers\""))).containsExactly(together);
        assertThat(ids(find(GUEST, "xylophone -sofia"))).containsExactly(apart);
        assertThat(ids(find(GUEST, "xylophone \"never saw\" OR others"))).containsExactlyInAnyOrder(together, apart);
        assertThat(ids(find(GUEST, "the xylophone of others"))).containsExactly(together);
        assertThat(find(GUEST, "-xylophone").hits()).as("nothing is wanted").isEmpty();
    }

    @Test
    void whatStandsInATitleComesFirst() {
        UUID text = library.book(Language.RU, "Разное", "О гончарне в соседнем доме");
        UUID title = library.book(Language.RU, "Гончарня", "Разное");
        settle();

        assertThat(ids(find(GUEST, "гончарни"))).containsExactly(title, text);
        assertThat(ids(search.find(
                        GUEST, new Question("гончарни", Set.of(), null, Order.NEWEST), Language.EN, null, 10)))
                .containsExactly(title, text);
        assertThat(ids(search.find(
                        GUEST,
                        new Question("гончарни", Set.of(), Library.OPENED.plus(Duration.ofDays(9)), Order.BEST),
                        Language.EN,
                        null,
                        10)))
                .isEmpty();
    }

    @Test
    void whoReadsOneLanguageFindsWhatIsSaidInIt() {
        UUID english = library.book(Language.EN, "Bandura", "A bandura from Sofia");
        UUID bulgarian = library.book(Language.BG, "Bandura", "Бандура от София");
        UUID both = Ids.next();
        library.put(SearchDocument.of(
                        both,
                        LocalizedText.of(Language.EN, "Bandura for two"),
                        "/app/x",
                        Library.OPENED,
                        Set.of(SearchAudiences.PUBLIC))
                .saying(List.of(new LocalizedText(
                        Language.EN, Map.of(Language.EN, "A bandura and a flute", Language.BG, "Бандура и флейта")))));
        UUID title = Ids.next();
        library.put(SearchDocument.of(
                title,
                LocalizedText.of(Language.RU, "Bandura и больше ничего"),
                "/app/x",
                Library.OPENED,
                Set.of(SearchAudiences.PUBLIC)));
        settle();

        assertThat(ids(in(null, "bandura"))).containsExactlyInAnyOrder(english, bulgarian, both, title);
        assertThat(ids(in(Language.EN, "bandura"))).containsExactlyInAnyOrder(english, both);
        assertThat(ids(in(Language.BG, "bandura"))).containsExactlyInAnyOrder(bulgarian, both);
        assertThat(ids(in(Language.RU, "bandura"))).containsExactly(title);
        assertThat(in(Language.BG, "bandura").hits())
                .as("in the language that was asked for")
                .allSatisfy(hit -> assertThat(hit.text().language()).isEqualTo(Language.BG));
        assertThat(ids(in(Language.BG, "bandurra"))).as("with a slip too").containsExactlyInAnyOrder(bulgarian, both);
        List.of(english, bulgarian, both, title).forEach(library::burn);
        settle();
    }

    private Found in(@Nullable Language language, String words) {
        return search.find(GUEST, new Question(words, Set.of(), null, language, Order.BEST), Language.EN, null, 10);
    }

    @Test
    void whatBelongsToAPartThatIsNotInUseIsNotFound() {
        UUID book = library.book(Language.EN, "Astrolabe", "An astrolabe for everybody");
        settle();
        assertThat(ids(find(GUEST, "astrolabe"))).containsExactly(book);

        rests("search,maps");
        try {
            assertThat(find(GUEST, "astrolabe").hits()).isEmpty();
            assertThat(search.suggest(GUEST, "astrol", Language.EN, 5)).isEmpty();
            assertThat(search.kinds()).isEmpty();
        } finally {
            rests("");
        }
        assertThat(ids(find(GUEST, "astrolabe")))
                .as("on again, and all is there")
                .containsExactly(book);
    }

    private void rests(String modules) {
        long seen = house.read(HouseBook.MODULES).version();
        transaction.executeWithoutResult(_ -> house.write(HouseBook.MODULES, seen, Map.of("resting", modules)));
    }

    @Test
    void aSlipOfTheFingerIsForgivenWhereNothingElseIsFound() {
        UUID book = library.book(Language.BG, "Калейдоскопи", "За кандидатстване");
        settle();

        Found found = find(GUEST, "калийдоскопите");
        assertThat(found.resembling()).isTrue();
        assertThat(ids(found)).containsExactly(book);
        assertThat(found.hits().getFirst().title().pieces()).containsExactly(new Piece("Калейдоскопи", true));
        assertThat(find(GUEST, "калейдоскопите").resembling()).isFalse();
    }

    @Test
    void aSlipIsForgivenWhereverItIsInTheWord() {
        for (Language language : Language.values()) {
            assertThat(Misspellings.ALL)
                    .filteredOn(one -> one.language() == language)
                    .hasSizeGreaterThanOrEqualTo(language == Language.BG ? 10 : 15);
        }
        List<UUID> books = new ArrayList<>();
        Misspellings.ALL.forEach(
                one -> books.add(library.book(one.language(), "№ " + books.size(), "— " + one.said())));
        // Whoever comes with a slip is not flooded with what only begins alike.
        Set<UUID> others = new HashSet<>();
        for (String word : List.of("gloss", "export", "public", "fest", "art", "origin", "plan")) {
            others.add(library.book(Language.EN, "Other", word));
        }
        for (String word : List.of("издалека", "музей", "художество", "министр", "рекорд", "мастика", "суп")) {
            others.add(library.book(Language.RU, "Другое", word));
        }
        for (String word : List.of("занаят", "излаз", "галоши", "препирня", "данни", "сума")) {
            others.add(library.book(Language.BG, "Друго", word));
        }
        settle();
        List<String> missed = new ArrayList<>();
        for (int place = 0; place < books.size(); place++) {
            Misspelling one = Misspellings.ALL.get(place);
            Found found = find(GUEST, one.typed());
            if (!ids(found).contains(books.get(place)) || !found.resembling()) {
                missed.add(one.typed());
            }
            assertThat(ids(found)).as(one.typed()).doesNotContainAnyElementsOf(others);
        }
        assertThat(missed).isEmpty();
        books.forEach(library::burn);
        others.forEach(library::burn);
        settle();
    }

    @Test
    void anotherWordThatBeginsAlikeIsNoSlip() {
        List<UUID> books = List.of(
                library.book(Language.EN, "Words", "part planet port contest"),
                library.book(Language.RU, "Слова", "вор план форма"),
                library.book(Language.BG, "Думи", "сила празник"));
        settle();
        for (String typed : List.of(
                "partnership",
                "planetarium",
                "portfolio",
                "воротник",
                "планетарий",
                "формалин",
                "насилие",
                "безпразничен")) {
            assertThat(find(GUEST, typed).hits()).as(typed).isEmpty();
        }
        books.forEach(library::burn);
        settle();
    }

    @Test
    void whatIsMarkedIsWhatWasLookedFor() {
        library.book(
                Language.EN,
                "Lathes",
                "word ".repeat(200) + "the <b>turners</b> & their lathes " + "word ".repeat(200));
        settle();

        Hit hit = find(GUEST, "turner").hits().getFirst();
        assertThat(hit.text().words())
                .startsWith("… ")
                .contains("the <b>turners</b> & their")
                .endsWith(" …");
        assertThat(hit.text().words().length()).isLessThan(300);
        assertThat(hit.text().pieces()).filteredOn(Piece::marked).containsExactly(new Piece("turners", true));
    }

    @Test
    void titlesAndNamesAreSuggestedWhileTheyAreTyped() {
        UUID person = Ids.next();
        library.put(SearchDocument.of(
                        person,
                        LocalizedText.of(Language.BG, "Щерю Вазов"),
                        "/app/x",
                        Library.OPENED,
                        Set.of(SearchAudiences.PUBLIC))
                .named(List.of("shteryu vazov")));
        settle();

        for (String typed : List.of("щер", "Щерю В", "shter", "vaz shte", "ваз", "Щерю Базов")) {
            assertThat(search.suggest(GUEST, typed, Language.EN, 5))
                    .as(typed)
                    .extracting(Suggestion::id)
                    .contains(person);
        }
        assertThat(search.suggest(GUEST, "щ", Language.EN, 5)).isEmpty();
        assertThat(search.suggest(GUEST, "", Language.EN, 5)).isEmpty();
    }

    @Test
    void whatResemblesATitleIsToldWhileItIsTyped() {
        UUID near = library.book(Language.EN, "Rent of kilns in Gabrovo", "x");
        library.book(Language.EN, "Weather", "a kiln in Gabrovo, in passing");
        UUID closed = library.book(Language.EN, "Kiln rent, for members", "x", Set.of("card:kiln"));
        settle();

        assertThat(search.similar(GUEST, "Who rents a kiln - \"Gabrovo\"?", Language.EN, 5))
                .extracting(Suggestion::id)
                .contains(near)
                .doesNotContain(closed);
        library.map(sheet(Ids.next(), true, "Kilns that are for rent"));
        settle();
        assertThat(search.similar(GUEST, "Who rents a kiln?", Language.EN, 5))
                .as("no maps")
                .extracting(Suggestion::kind)
                .containsOnly("book");
        assertThat(search.similar(GUEST, "", Language.EN, 5)).isEmpty();
    }

    @Test
    void severalOfOneWholeAreOneHit() {
        UUID whole = Ids.next();
        SearchDocument first = sheet(whole, true, "Atlas of quarries");
        SearchDocument second = sheet(whole, false, "A granite quarry");
        SearchDocument third = sheet(whole, false, "A quarry of marble, and another marble quarry");
        List.of(first, second, third).forEach(library::map);
        settle();

        assertThat(ids(find(GUEST, "marble"))).containsExactly(third.id());
        assertThat(ids(find(GUEST, "quarries"))).as("the title weighs most").containsExactly(first.id());
        assertThat(ids(find(GUEST, "granite"))).containsExactly(second.id());
    }

    private static SearchDocument sheet(UUID whole, boolean leads, String text) {
        LocalizedText title = LocalizedText.of(Language.EN, leads ? text : "Atlas of quarries");
        return SearchDocument.of(Ids.next(), title, "/app/x", Library.OPENED, Set.of(SearchAudiences.PUBLIC))
                .within(whole, leads)
                .saying(List.of(LocalizedText.of(Language.EN, text)));
    }

    @Test
    void whatIsTakenAwayOrClosedIsNotShownEvenBeforeTheIndexKnows() {
        UUID burnt = library.book(Language.EN, "Zeppelins", "x");
        UUID closed = library.book(Language.EN, "Zeppelins too", "x");
        settle();
        assertThat(ids(find(GUEST, "zeppelin"))).containsExactlyInAnyOrder(burnt, closed);

        library.books.remove(burnt);
        library.books.computeIfPresent(
                closed, (id, book) -> SearchDocument.of(id, book.title(), book.path(), book.at(), Set.of("card:none")));

        assertThat(find(GUEST, "zeppelin").hits()).isEmpty();
        assertThat(search.suggest(GUEST, "zeppel", Language.EN, 5)).isEmpty();
        assertThat(search.similar(GUEST, "zeppelins", Language.EN, 5)).isEmpty();
    }

    /** Random documents, readers and questions: what is found is what a simple model finds. */
    @Test
    void whateverTheRightsNobodyFindsMoreThanTheyMayAndNobodyLess() {
        Random random = new Random(20_261_126);
        List<String> words = List.of("umbrella", "trombone", "saffron", "obsidian", "juniper");
        List<String> keys = List.of("public", "card:a", "card:b", "card:c");
        Set<UUID> mine = new HashSet<>();
        List<Asker> askers = new ArrayList<>(List.of(GUEST));
        for (int reader = 0; reader < 6; reader++) {
            Asker asker = Asker.of(PersonId.next());
            askers.add(asker);
            library.cards.put(asker, some(random, keys.subList(1, 4)));
        }
        for (int book = 0; book < 150; book++) {
            Set<String> audience = some(random, keys);
            Asker owner = askers.get(random.nextInt(askers.size()));
            owner.person()
                    .filter(_ -> random.nextInt(5) == 0)
                    .ifPresent(person -> audience.add(SearchAudiences.person(person)));
            mine.add(library.book(
                    Language.EN, "Volume " + book, String.join(" ", some(random, words)) + " text", audience));
        }
        settle();
        for (int change = 0; change < 60; change++) {
            UUID book = List.copyOf(mine).get(random.nextInt(mine.size()));
            if (random.nextInt(4) == 0) {
                library.burn(book);
                mine.remove(book);
            } else {
                SearchDocument now = book(book);
                library.put(SearchDocument.of(book, now.title(), now.path(), now.at(), some(random, keys))
                        .saying(now.texts()));
            }
            if (change % 20 == 0) {
                settle();
            }
        }
        settle();
        for (Asker asker : askers) {
            for (String word : words) {
                Set<UUID> expected = mine.stream()
                        .filter(book -> may(asker, book(book)))
                        .filter(book ->
                                book(book).texts().getFirst().in(Language.EN).contains(word))
                        .collect(Collectors.toSet());
                assertThat(all(asker, word)).as("%s of %s", word, asker).isEqualTo(expected);
            }
        }
        assertThat(all(Asker.house("test"), "umbrella or trombone or saffron or obsidian or juniper or text"))
                .isEqualTo(mine);
    }

    private SearchDocument book(UUID id) {
        return requireNonNull(library.books.get(id));
    }

    private boolean may(Asker asker, SearchDocument book) {
        Set<String> own = new HashSet<>(library.cards.getOrDefault(asker, Set.of()));
        own.add("public");
        asker.person().ifPresent(person -> own.add("person:" + person));
        return book.audience().stream().anyMatch(own::contains);
    }

    private static Set<String> some(Random random, List<String> all) {
        Set<String> some = new HashSet<>();
        all.forEach(one -> {
            if (random.nextInt(3) == 0) {
                some.add(one);
            }
        });
        return some;
    }

    /** All pages, one after the other: none overlaps another. */
    private Set<UUID> all(Asker asker, String words) {
        Set<UUID> all = new HashSet<>();
        for (Order order : Order.values()) {
            List<UUID> read = new ArrayList<>();
            String key = null;
            do {
                Found page = search.find(asker, new Question(words, Set.of(), null, order), Language.EN, key, 7);
                read.addAll(ids(page));
                key = page.next();
            } while (key != null);
            assertThat(read).doesNotHaveDuplicates();
            if (!all.isEmpty()) {
                assertThat(new HashSet<>(read)).isEqualTo(all);
            }
            all.addAll(read);
        }
        return all;
    }

    @Test
    void aRebuildFindsEverythingWhileOthersWrite() throws Exception {
        List<UUID> before = IntStream.range(0, 250)
                .mapToObj(number -> library.book(Language.EN, "Dirigible " + number, "x"))
                .toList();
        settle();
        jdbc.sql("DELETE FROM search_document WHERE kind = 'book' AND id = ANY (?)")
                .param(before.subList(0, 200).toArray(UUID[]::new))
                .update();
        UUID stray = Ids.next();
        jdbc.sql("""
                INSERT INTO search_document (kind, id, within, leads, at, audience, words, head, title)
                VALUES ('book', :id, :id, true, now(), '{public}', '''dirig'':1A', '', '')""").param("id", stray).update();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (var writers = Executors.newFixedThreadPool(3)) {
            jdbc.sql("UPDATE search_rebuild SET position = NULL, settled_at = NULL")
                    .update();
            List<Future<List<UUID>>> written = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                written.add(writers.submit(() -> {
                    List<UUID> mine = new ArrayList<>();
                    // So many as a house takes in at once: the rebuild may last longer than they write.
                    for (int number = 0; writing.get() && number < 600; number++) {
                        mine.add(library.book(Language.EN, "Dirigible, new " + number, "x"));
                        if (number % 3 == 0) {
                            library.burn(mine.removeFirst());
                        }
                    }
                    return mine;
                }));
            }
            rebuild();
            writing.set(false);
            Set<UUID> expected = new HashSet<>(before);
            for (Future<List<UUID>> mine : written) {
                expected.addAll(mine.get(30, SECONDS));
            }
            settle();
            assertThat(indexed("dirig")).isEqualTo(expected);
            before.forEach(library::burn);
            expected.forEach(library::burn);
        }
    }

    private void rebuild() {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            schedule();
            assertThat(jdbc.sql("SELECT count(*) FROM search_rebuild WHERE settled_at IS NOT NULL")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        });
    }

    /** The job comes every minute: here it comes now. */
    private void schedule() {
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'search.rebuild' AND NOT picked")
                .update();
    }

    private Set<UUID> indexed(String stem) {
        return new HashSet<>(jdbc.sql("SELECT id FROM search_document WHERE words @@ ?::tsquery")
                .param("'" + stem + "'")
                .query(UUID.class)
                .list());
    }

    static List<Throwable> troubles() {
        return List.of(
                new IllegalStateException("illegible"),
                new LinkageError("illegible"),
                new StackOverflowError("too deep"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatCannotBeReadKeepsNothingElseFromBeingFound(Throwable trouble) {
        UUID bad = illegible("Palimpsest", trouble);
        UUID good = library.book(Language.EN, "Palimpsest, copied", "x");
        await().untilAsserted(() -> assertThat(ids(find(GUEST, "palimpsest"))).containsExactly(good));

        library.illegible.remove(bad);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ids(find(GUEST, "palimpsest"))).containsExactlyInAnyOrder(good, bad));
        library.burn(bad);
        library.burn(good);
        settle();
    }

    private UUID illegible(String title, Throwable trouble) {
        UUID bad = Ids.next();
        library.illegible.put(bad, trouble);
        library.put(SearchDocument.of(
                        bad,
                        LocalizedText.of(Language.EN, title),
                        "/app/books/" + bad,
                        Library.OPENED,
                        Set.of(SearchAudiences.PUBLIC))
                .saying(List.of(LocalizedText.of(Language.EN, "x"))));
        return bad;
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aRebuildGoesOnBehindWhatCannotBeRead(Throwable trouble) {
        UUID before = library.book(Language.EN, "Ocarina", "x");
        UUID bad = library.book(Language.EN, "Ocarina, torn", "x");
        UUID behind = library.book(Language.EN, "Ocarina, whole", "x");
        settle();
        jdbc.sql("DELETE FROM search_document WHERE id = ANY (?)")
                .param(new UUID[] {before, bad, behind})
                .update();
        UUID stray = Ids.next();
        jdbc.sql("""
                INSERT INTO search_document (kind, id, within, leads, at, audience, words, head, title)
                VALUES ('book', :id, :id, true, now(), '{public}', '''ocarina'':1A', '', '')""").param("id", stray).update();
        library.illegible.put(bad, trouble);

        jdbc.sql("UPDATE search_rebuild SET position = NULL, settled_at = NULL").update();
        rebuild();

        assertThat(indexed("ocarina")).containsExactlyInAnyOrder(before, behind);
        assertThat(jdbc.sql("SELECT attempts FROM search_changed WHERE id = ?")
                        .param(bad)
                        .query(Integer.class)
                        .list())
                .as("it is tried again later")
                .hasSize(1);
        library.illegible.remove(bad);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(indexed("ocarina")).containsExactlyInAnyOrder(before, bad, behind));
        List.of(before, bad, behind).forEach(library::burn);
        settle();
    }

    /** What nobody sees takes no place from what is seen. */
    @Test
    void whatRestsTakesNoPlaceAmongSuggestions() {
        UUID book = library.book(Language.EN, "Sextant of a captain", "x");
        for (int number = 0; number < 5; number++) {
            library.map(sheet(Ids.next(), true, "Sextant"));
        }
        settle();
        assertThat(search.suggest(GUEST, "sextan", Language.EN, 5)).hasSize(5);

        rests("maps");
        try {
            for (String typed : List.of("sextan", "sexttant")) {
                assertThat(search.suggest(GUEST, typed, Language.EN, 5))
                        .as(typed)
                        .extracting(Suggestion::id)
                        .containsExactly(book);
            }
        } finally {
            rests("");
        }
        library.burn(book);
        List.copyOf(library.maps.keySet()).forEach(map -> {
            library.maps.remove(map);
            library.mark("map", map);
        });
        settle();
    }

    static List<String> hostile() {
        return List.of(
                "",
                " ",
                "\0",
                "a\0b",
                "'",
                "''",
                "\\",
                "\\'",
                "\"",
                "\"\"",
                "\"unclosed",
                "'; DROP TABLE search_document; --",
                ":*",
                "a:*",
                "&|!()<->",
                "!!!",
                "a & | b",
                "((((",
                "%",
                "_%_",
                "-",
                "- -",
                "-\"\"",
                "or",
                "or or or",
                "a or",
                "<script>alert(1)</script>",
                "\uD800",
                "\uDC00x",
                "👩‍👩‍👧‍👦",
                "\u202Eabc",
                "x".repeat(10_000),
                "x ".repeat(10_000),
                "'\" ".repeat(3_333),
                "ж".repeat(499) + "👍",
                "{}[]$1 ${x} #{y}",
                "1e400 0x00 NaN",
                "and the of и на");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anythingMayBeTyped(String typed) {
        Found found = find(GUEST, typed);
        assertThat(found.hits()).allSatisfy(hit -> assertThat(hit.path()).isNotBlank());
        assertThat(search.suggest(GUEST, typed, Language.RU, 5)).hasSizeLessThanOrEqualTo(5);
        assertThat(search.similar(GUEST, typed, Language.BG, 5)).hasSizeLessThanOrEqualTo(5);
        assertThat(search.find(GUEST, Question.of("book"), Language.EN, typed, 10)
                        .hits())
                .as("not a place")
                .isEmpty();
        assertThat(search.find(
                        GUEST, new Question("x", Set.of("book", typed), null, Order.BEST), Language.EN, null, 10))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anythingMayBeSaid(String said) {
        String text = said.replace("\0", "") + " quicksand";
        UUID book = library.book(Language.EN, "Quicksand " + said.replace("\0", ""), text);
        settle();

        assertThat(indexed("quicksand")).contains(book);
        library.burn(book);
    }

    @Test
    void theNumberOfQueriesDoesNotDependOnWhatIsFound() {
        library.book(Language.EN, "Marzipan", "x");
        settle();
        Set<Integer> counts = new HashSet<>();
        counts.add(statements("marzipan"));
        for (int more = 0; more < 30; more++) {
            library.book(Language.EN, "Marzipan " + more, "x");
        }
        settle();
        counts.add(statements("marzipan"));
        assertThat(counts).hasSize(1);
        library.asked.set(0);
        find(GUEST, "marzipan");
        assertThat(library.asked.get()).as("each kind at most once").isEqualTo(1);
    }

    private int statements(String words) {
        return SqlCounter.during(() -> find(GUEST, words)).statements().size();
    }

    @Test
    void wordsThatNobodySaysAnyMoreAreForgotten() {
        UUID book = library.book(Language.EN, "Wolpertinger", "x");
        settle();
        assertThat(known("wolperting")).isTrue();
        library.burn(book);
        settle();
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'search.forget-words'")
                .update();
        await().atMost(Duration.ofSeconds(30)).until(() -> !known("wolperting"));
    }

    private boolean known(String stem) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM search_word WHERE word = ?)")
                .param(stem)
                .query(Boolean.class)
                .single();
    }

    private Found find(Asker asker, String words) {
        return search.find(asker, Question.of(words), Language.EN, null, 50);
    }

    private static List<UUID> ids(@Nullable Found found) {
        return found == null ? List.of() : found.hits().stream().map(Hit::id).toList();
    }

    private void settle() {
        SettledSearch.await(jdbc, transaction);
    }
}
