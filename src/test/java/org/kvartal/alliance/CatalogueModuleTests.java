package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.ibm.icu.text.Collator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.Catalogues.EditionState;
import org.kvartal.alliance.Catalogues.Wish;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.beans.factory.annotation.Autowired;

/** A catalogue is made of real entries and read back as a reader would. */
class CatalogueModuleTests extends DirectoryHouse {

    @Autowired
    Catalogues catalogues;

    @Autowired
    Files files;

    @Autowired
    House house;

    @Autowired
    Messages messages;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Sectors sectors;

    @Autowired
    Places places;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyEntryStandsInTheContentsTheBookAndTheIndexesWithItsPage(Language language) throws IOException {
        List<String> names = List.of("Ярмарка", "Ёлка", "Дом", "Йорданов двор", "Аптека", "Щука", "Zebra", "Ångström");
        for (String name : names) {
            EntryContent content = EntryContent.of(
                            EntryKind.HUB, new Names(name + " " + own, "ru", Map.of(), List.of("Former " + name)))
                    .withLocations(List.of(Location.in("sofia"), Location.in("plovdiv")))
                    .withSectors(List.of("design"))
                    .withDescription(LocalizedText.of(Language.EN, "What " + name + " does. ".repeat(40)));
            made(content, EntryKind.HUB);
        }

        try (PrintedBook book = printed(language)) {
            List<Integer> contents = book.pagesWith("Ярмарка " + own);
            int first = contents.getFirst();
            assertThat(first).as("the contents follow cover and imprint").isEqualTo(3);
            Map<String, Integer> pages = pagesByContents(book.lines(3, 3));
            assertThat(pages.keySet()).hasSize(names.size());
            List<String> sorted = new ArrayList<>(names);
            sorted.sort(Collator.getInstance(language.locale()));
            assertThat(List.copyOf(pages.keySet())).isEqualTo(sorted);
            String cities = title(language, "by-place");
            String sectors = title(language, "by-sector");
            String all = title(language, "by-name");
            for (String name : names) {
                int page = requireNonNull(pages.get(name));
                assertThat(book.page(page)).contains(name + " " + own).contains("What " + name);
                String entry = name + " " + own + ", " + page;
                assertThat(occurrences(section(book, cities, List.of(cities, sectors, all)), entry))
                        .as("in both cities")
                        .isEqualTo(2);
                assertThat(occurrences(section(book, sectors, List.of(cities, sectors, all)), entry))
                        .isEqualTo(1);
                assertThat(occurrences(section(book, all, List.of(cities, sectors, all)), entry))
                        .isEqualTo(1);
                assertThat(section(book, all, List.of(cities, sectors, all))).contains("Former " + name + ", " + page);
            }
            assertThat(book.bookmarks().values().stream().filter(below -> !below.isEmpty()))
                    .containsExactly(
                            sorted.stream().map(name -> name + " " + own).toList());
        }
    }

    @Test
    void theCodesLeadToThePagesOfTheEntries() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String name : List.of("Yard", "Depot", "Mill")) {
            EntryId id = made(EntryKind.VENUE, name);
            addresses.add(house.address("/bg/directory/" + form(id).card().slug()));
        }

        try (PrintedBook book = printed(Language.BG)) {
            assertThat(book.codes(4)).containsExactlyInAnyOrderElementsOf(addresses);
            assertThat(book.codes(2)).containsExactly(house.address("/bg/directory?" + ours().write()));
        }
    }

    @Test
    void readersAidsFindALanguageATitleAndTheOrderOfThings() throws IOException {
        EntryContent content = told(EntryKind.HUB, "Atelier");
        EntryId id = made(content, EntryKind.HUB);
        StoredFile picture = files.storePicture(
                steward, entries.attach(steward, id), "yard.png", new ByteArrayInputStream(Samples.png(1200, 800)));
        save(
                steward,
                id,
                content.withPicture(
                        new Picture(picture.id(), LocalizedText.of(Language.EN, "Two tables in a yard"), "Anna")));

        try (PrintedBook book = printed(Language.RU)) {
            PDDocumentCatalog catalog = book.document().getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("ru");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(book.document().getDocumentInformation().getTitle()).contains("Каталог");
            String structure = structure(catalog);
            assertThat(structure)
                    .contains("Two tables in a yard")
                    .contains("TOCI")
                    .contains("H2");
            assertThat(book.page(4)).contains("Изображение: Anna");
            assertThat(book.document().getPage(3).getResources().getXObjectNames())
                    .hasSize(1);
        }
    }

    @Test
    void anEntryOfWhichVeryMuchIsKnownGoesOnInFurtherColumns() throws IOException {
        EntryContent content = full();
        EntryId network = made(content, EntryKind.NETWORK);
        List<String> members = membersOf(network, 300);

        try (PrintedBook book = printed(Language.EN)) {
            assertThat(wordsOf(List.of(book.text()))).containsAll(members).containsAll(wordsOf(printedOf(content)));
            for (int number = 4; number <= book.pages(); number++) {
                assertThat(book.outside(number, new Rectangle2D.Float(55, 40, 485, 729)))
                        .as("only the foot of page %d stands below its text", number)
                        .allMatch(letter -> Math.abs(letter.y() - 802) < 1);
            }
        }
    }

    @Test
    void whatIsHostileIsPrintedAsItStandsOrLeftOut() throws IOException {
        EntryContent evil = EntryContent.of(
                        EntryKind.COMPANY,
                        new Names(
                                "<script>alert(1)</script> (Tj) ET \\u202E%00 " + own,
                                "en",
                                Map.of(),
                                List.of("北京 " + own, "🎭 שלום " + own, "a".repeat(160))))
                .withDescription(LocalizedText.of(
                        Language.EN,
                        "<img src=\"http://169.254.169.254/x\"> @import url(file:///etc/passwd) &amp; "
                                + "w".repeat(600)))
                .withLocations(List.of(Location.in("sofia")));
        made(evil, EntryKind.COMPANY);

        try (PrintedBook book = printed(Language.EN)) {
            assertThat(book.page(4))
                    .contains("<script>alert(1)</script>")
                    .contains("169.254.169.254")
                    .contains("&amp;");
            assertThat(book.text().replaceAll("\\s+", " ")).contains("běi jīng " + own);
            for (PDPage page : book.document().getPages()) {
                for (PDAnnotation link : page.getAnnotations()) {
                    assertThat(link.getSubtype()).isEqualTo("Link");
                    assertThat(String.valueOf(link.getCOSObject().getDictionaryObject(COSName.A)))
                            .doesNotContain("169.254")
                            .doesNotContainIgnoringCase("javascript");
                }
                assertThat(page.getResources().getXObjectNames())
                        .as("no picture from elsewhere")
                        .isEmpty();
            }
        }
    }

    @Test
    void theLastEditionStaysUntilTheNextIsWholeAndOneLeftInTheMiddleIsBegunAgain() throws IOException {
        made(EntryKind.HUB, "Yard");
        EditionId first = wanted(steward, Language.RU, true);
        whole(steward, first);
        assertThat(catalogues.last(Language.RU).orElseThrow().id()).isEqualTo(first);
        String version = catalogues.version();

        EditionId second = begunBySomebodyWhoFellSilent();
        assertThat(catalogues.last(Language.RU).orElseThrow().id()).isEqualTo(first);
        assertThat(catalogues.version()).isEqualTo(version);

        whatIsLeftIsTakenUp();
        whole(steward, second);
        assertThat(catalogues.last(Language.RU).orElseThrow().id()).isEqualTo(second);
        assertThat(catalogues.version()).isNotEqualTo(version);
        assertThat(files.of(new FileOwner("catalogue", second.value()))).hasSize(1);

        catalogues.discard(steward, second);
        assertThat(catalogues.last(Language.RU).orElseThrow().id()).isEqualTo(first);
        catalogues.discard(steward, first);
        assertThat(files.of(new FileOwner("catalogue", first.value()))).isEmpty();
    }

    @Test
    void whatTheOfficeWantsForEverybodyIsMadeFirst() {
        made(EntryKind.HUB, "Yard");
        EditionId busy = begun("now() + interval '1 hour'");
        EditionId hers = wanted(maria, Language.EN, false);
        EditionId everybodys = wanted(steward, Language.EN, true);

        jdbc.sql("DELETE FROM catalogue_edition WHERE id = ?")
                .param(busy.value())
                .update();
        whatIsLeftIsTakenUp();
        whole(maria, hers);
        whole(steward, everybodys);

        assertThat(found(steward, everybodys).madeAt())
                .isBefore(requireNonNull(found(maria, hers).madeAt()));
        catalogues.discard(steward, everybodys);
    }

    @Test
    void ofWhatSomebodyHadMadeTheLastFewStay() {
        made(EntryKind.HUB, "Yard");
        EditionId first = wanted(maria, Language.EN, false);
        FileId file = file(whole(maria, first));
        for (int number = 0; number < 4; number++) {
            jdbc.sql("""
                    INSERT INTO catalogue_edition (id, filter, language, of_house, state, wanted_by, wanted_at, file, made_at)
                    VALUES (?, 'q=none', 'en', false, 'WHOLE', ?, now(), ?, now())""")
                    .params(Ids.next(), maria.requirePerson().value(), Ids.next())
                    .update();
        }
        EditionId last = wanted(maria, Language.EN, false);
        whole(maria, last);

        assertThat(catalogues.editions(maria, 100))
                .hasSize(5)
                .extracting(Edition::id)
                .contains(last)
                .doesNotContain(first);
        assertThat(files.find(file)).isEmpty();
    }

    @Test
    void theSameWishTwiceIsOneEdition() {
        made(EntryKind.HUB, "Yard");
        Wish wish = new Wish(EditionId.next(), ours(), Language.EN, false);

        catalogues.make(maria, wish);
        catalogues.make(maria, wish);

        whole(maria, wish.id());
        assertThat(catalogues.editions(maria, 10)).hasSize(1);
    }

    @Test
    void whoeverIsSignedInMakesOneForThemselvesAndOnlyTheOfficeForEverybody() {
        made(EntryKind.HUB, "Yard");
        EditionId hers = wanted(maria, Language.EN, false);
        whole(maria, hers);
        assertThat(found(maria, hers).mine()).isTrue();
        assertThat(catalogues.last(Language.EN).map(Edition::id)).isNotEqualTo(Optional.of(hers));

        Asker other = town.person(Role.MEMBER);
        assertThat(catalogues.editions(other, 10))
                .noneMatch(edition -> edition.id().equals(hers));
        assertThat(catalogues.editions(Asker.guest(), 10)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> catalogues.discard(other, hers));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> wanted(maria, Language.EN, true));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> wanted(Asker.guest(), Language.EN, false));
        assertThat(files.addresses(Set.of(file(found(maria, hers))), other)).isEmpty();
        assertThat(files.addresses(Set.of(file(found(maria, hers))), Asker.guest()))
                .isEmpty();
        catalogues.discard(maria, hers);
        assertThat(catalogues.editions(maria, 10)).isEmpty();
    }

    @Test
    void nothingToPrintIsSaidBefore() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> wanted(maria, Language.EN, false))
                .matches(refused -> refused.key().equals("alliance.catalogue.refused-empty"));
    }

    @Test
    void nobodyMakesTheHouseWorkWithoutEnd() {
        made(EntryKind.HUB, "Yard");
        for (int number = 0; number < 3; number++) {
            jdbc.sql("""
                    INSERT INTO catalogue_edition (id, filter, language, of_house, state, wanted_by, wanted_at)
                    VALUES (?, 'q=none', 'en', false, 'WAITING', ?, '2100-01-01')""").params(Ids.next(), maria.requirePerson().value()).update();
        }
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> wanted(maria, Language.EN, false))
                .matches(refused -> refused.key().equals("alliance.catalogue.refused-waiting"));
        jdbc.sql("DELETE FROM catalogue_edition WHERE wanted_by = ?")
                .param(maria.requirePerson().value())
                .update();
    }

    /** The most of everything that an entry may say. */
    private EntryContent full() {
        List<Location> locations = new ArrayList<>();
        List<Contact> contacts = new ArrayList<>();
        List<String> sameAs = new ArrayList<>();
        List<OpeningSpan> week = Arrays.stream(DayOfWeek.values())
                .flatMap(day -> Stream.of(8, 12, 16)
                        .map(hour ->
                                new OpeningSpan(day, LocalTime.of(hour, day.getValue()), LocalTime.of(hour + 3, 0))))
                .toList();
        for (int number = 10; number < 10 + EntryContent.MOST_OF_A_KIND; number++) {
            locations.add(new Location(
                    LocationKind.PHYSICAL,
                    long240("Hall" + number),
                    "plovdiv",
                    long240("Street" + number),
                    null,
                    null,
                    Set.of(Access.values()),
                    week,
                    long240("Note" + number)));
            contacts.add(new Contact(
                    "Person" + number,
                    long240("Purpose" + number),
                    "mail" + number + "@example.org",
                    "+359 2 900 00 " + number,
                    LocalDate.of(2026, 1, 1)));
            sameAs.add("https://example.org/page" + number);
        }
        EntryContent told = told(EntryKind.NETWORK, "Network");
        return new EntryContent(
                told.names(),
                LocalizedText.of(
                        Language.EN, "What it does, told at length. ".repeat(40).strip()),
                told.status(),
                sectors.all().stream()
                        .map(Sector::code)
                        .limit(EntryContent.MOST_CODES)
                        .toList(),
                List.of("en", "ru", "bg", "el", "tr", "sr", "mk", "ro", "de", "fr", "es", "it", "pt", "pl", "cs"),
                places.all(Language.EN).stream()
                        .map(Place::code)
                        .limit(EntryContent.MOST_CODES)
                        .toList(),
                locations,
                contacts,
                "https://example.org/own",
                sameAs,
                new EntryProfile.Collective(1901, 12_345),
                null,
                told.licence());
    }

    private static LocalizedText long240(String word) {
        return LocalizedText.of(
                Language.EN,
                (word + " and more about it ".repeat(13)).substring(0, 230).strip());
    }

    /** What a book says of a content in its own words or by codes. */
    private List<String> printedOf(EntryContent content) {
        List<String> texts = new ArrayList<>();
        for (Location location : content.locations()) {
            for (LocalizedText text : Arrays.asList(location.name(), location.address(), location.hoursNote())) {
                texts.add(requireNonNull(text).in(Language.EN));
            }
        }
        for (Contact contact : content.contacts()) {
            texts.add(contact.person() + " " + contact.email() + " " + contact.phone());
            texts.add(requireNonNull(contact.purpose()).in(Language.EN));
        }
        content.sameAs().forEach(address -> texts.add(address.substring("https://".length())));
        sectors.all().stream()
                .filter(sector -> content.sectors().contains(sector.code()))
                .forEach(sector -> texts.add(sector.name().in(Language.EN)));
        places.all(Language.EN).stream()
                .filter(place -> content.areas().contains(place.code()))
                .forEach(place -> texts.add(place.name().in(Language.EN)));
        return texts;
    }

    private static Set<String> wordsOf(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(text))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Entries that belong to one, without the work of writing each; they are not in this test's books themselves. */
    private List<String> membersOf(EntryId network, int number) {
        EntryId pattern = made(EntryContent.of(EntryKind.HUB, Names.of("Member", "en")), EntryKind.HUB);
        jdbc.sql("""
                WITH made AS (
                    INSERT INTO entry (id, slug, kind, state, content, member_current, made_at, published_at, changed_at, revision, version,
                                       status, name_en, name_ru, name_bg, found, sectors, places, languages)
                    SELECT gen_random_uuid(), e.slug || '-of-many-' || n, e.kind, e.state,
                           jsonb_set(e.content, '{names,own}', to_jsonb('Member' || n)), false, e.made_at, e.published_at,
                           e.changed_at, e.revision, 0, e.status, 'Member' || n, 'Member' || n, 'Member' || n,
                           e.found, e.sectors, e.places, e.languages
                      FROM entry e, generate_series(1, :number) n
                     WHERE e.id = :pattern
                    RETURNING id)
                INSERT INTO entry_relation (id, from_entry, kind, to_entry, stated_at, version)
                SELECT gen_random_uuid(), id, 'MEMBER_OF', :network, now(), 0 FROM made""")
                .param("number", number)
                .param("pattern", pattern.value())
                .param("network", network.value())
                .update();
        return IntStream.rangeClosed(1, number).mapToObj(n -> "Member" + n).toList();
    }

    private PrintedBook printed(Language language) throws IOException {
        Edition edition = whole(maria, wanted(maria, language, false));
        return PrintedBook.open(
                files.content(file(edition), false).orElseThrow().bytes().getContentAsByteArray());
    }

    private static FileId file(Edition edition) {
        return Objects.requireNonNull(edition.file());
    }

    private EditionId wanted(Asker by, Language language, boolean ofHouse) {
        EditionId id = EditionId.next();
        catalogues.make(by, new Wish(id, ours(), language, ofHouse));
        return id;
    }

    private Edition whole(Asker by, EditionId id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> catalogues.editions(by, 100).stream()
                        .anyMatch(edition -> edition.id().equals(id) && edition.state() == EditionState.WHOLE));
        return found(by, id);
    }

    private Edition found(Asker by, EditionId id) {
        return catalogues.editions(by, 100).stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A node has begun on it, and was stopped in the middle. */
    private EditionId begunBySomebodyWhoFellSilent() {
        return begun("now() - interval '1 hour'");
    }

    private void whatIsLeftIsTakenUp() {
        scheduler.reschedule(
                TaskInstanceId.of("alliance.take-up-left-catalogues", RecurringTask.INSTANCE), Instant.now());
    }

    /** @param alive when whoever is at work said so last, as SQL */
    private EditionId begun(String alive) {
        EditionId id = EditionId.next();
        jdbc.sql("""
                INSERT INTO catalogue_edition
                    (id, filter, language, of_house, state, wanted_by, wanted_at, attempts, alive_at, worker, done, entries)
                VALUES (:id, :filter, 'ru', true, 'AT_WORK', :person, now(), 1, %s, :worker, 17, 40)""".formatted(alive))
                .param("id", id.value())
                .param("filter", ours().write())
                .param("person", steward.requirePerson().value())
                .param("worker", Ids.next())
                .update();
        return id;
    }

    private String title(Language language, String index) {
        return messages.text(language, "alliance.catalogue." + index);
    }

    /** What stands between the title of an index and the next. */
    private static String section(PrintedBook book, String title, List<String> titles) throws IOException {
        StringBuilder behind = new StringBuilder();
        for (int number = 4; number <= book.pages(); number++) {
            behind.append(book.page(number)).append(' ');
        }
        String text = behind.toString().replaceAll("\\s+", " ");
        int begin = text.indexOf(title);
        assertThat(begin).as(title).isPositive();
        int end = titles.stream()
                .mapToInt(other -> text.indexOf(other))
                .filter(at -> at > begin)
                .min()
                .orElse(text.length());
        return text.substring(begin, end);
    }

    private Map<String, Integer> pagesByContents(List<String> lines) {
        Map<String, Integer> pages = new LinkedHashMap<>();
        Pattern line = Pattern.compile("(.+) " + own + " ?(\\d+)");
        lines.stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .forEach(found -> pages.put(found.group(1), Integer.valueOf(found.group(2))));
        return pages;
    }

    private static int occurrences(String text, String wanted) {
        return text.split(Pattern.quote(wanted) + "(?!\\d)", -1).length - 1;
    }

    /** All types and descriptions of the structure, in its order. */
    private static String structure(PDDocumentCatalog catalog) {
        StringBuilder told = new StringBuilder();
        tell(catalog.getStructureTreeRoot().getKids(), told);
        return told.toString();
    }

    private static void tell(List<Object> kids, StringBuilder told) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                told.append(element.getStructureType())
                        .append(' ')
                        .append(element.getAlternateDescription())
                        .append('\n');
                tell(element.getKids(), told);
            }
        }
    }
}
