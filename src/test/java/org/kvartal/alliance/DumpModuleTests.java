package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.api.NightWatch;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Whoever wants everything takes one file that was made at night. */
@Import(NightWatch.class)
class DumpModuleTests extends OpenHouse {

    private static final String DUMP = "/api/v1/dump.zip";

    @Autowired
    NightWatch watch;

    @Autowired
    Files files;

    @Autowired
    Scheduler scheduler;

    /** The job itself looks no more today: it would look between two lines of a test. */
    @BeforeEach
    void nobodyHasCopiedAnything() {
        await().ignoreExceptions()
                .until(() -> scheduler.reschedule(
                        TaskInstanceId.of("alliance.copy-directory", RecurringTask.INSTANCE),
                        Instant.now().plus(Duration.ofDays(1))));
        jdbc.sql("DELETE FROM directory_dump").update();
        jdbc.sql("DELETE FROM stored_file WHERE module = 'directory-dump'").update();
    }

    @Test
    void untilThereIsOneNothingIsSaidOfIt() {
        MockHttpServletResponse response = get(DUMP, HttpHeaders.ACCEPT_LANGUAGE, "ru");

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(read(response).get("detail").asString()).contains("ночью", "/api/v1/entries?limit=all");
        assertThat(get(DUMP + ".sha256").getStatus()).isEqualTo(404);
        assertThat(text(get("/en/open-data"))).doesNotContain("dump.zip");
    }

    @Test
    void theFirstIsMadeOnceAFreshDirectoryRests() {
        made(EntryKind.HUB, "Yard");
        watch.look();
        made(EntryKind.HUB, "Depot");
        watch.look();
        assertThat(get(DUMP).getStatus()).as("it is being filled").isEqualTo(404);

        watch.look();

        assertThat(get(DUMP).getStatus()).isEqualTo(200);
        assertThat(text(get("/bg/open-data")))
                .contains("href=\"/api/v1/dump.zip\"", "href=\"/api/v1/dump.zip.sha256\"", "Всичко в един файл")
                .contains(hash());
    }

    @Test
    void whoeverChecksTheSumsFindsThemRight() throws IOException {
        club();
        byte[] zip = copied();
        Map<String, byte[]> inside = unpacked(zip);
        JsonNode descriptor = json.readTree(inside.get("datapackage.json"));

        assertThat(text(get(DUMP + ".sha256"))).isEqualTo(sha256(zip) + "  dump.zip\n");
        assertThat(inside.keySet())
                .containsExactlyInAnyOrder(
                        "entries.json",
                        "entries.csv",
                        "entries.geojson",
                        "relations.json",
                        "relations.csv",
                        "sectors.json",
                        "sectors.csv",
                        "places.json",
                        "places.csv",
                        "places.geojson",
                        "LICENCE.txt",
                        "datapackage.json");
        assertThat(descriptor.get("resources")).hasSize(10);
        for (JsonNode resource : descriptor.get("resources")) {
            byte[] bytes = requireNonNull(inside.get(resource.get("path").asString()));
            assertThat(resource.get("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + sha256(bytes));
            assertThat(resource.at("/licenses/0/name").asString()).isEqualTo("CC-BY-4.0");
        }
        assertThat(new String(requireNonNull(inside.get("LICENCE.txt")), StandardCharsets.UTF_8))
                .contains("https://creativecommons.org/licenses/by/4.0/")
                .contains("https://creativecommons.org/publicdomain/zero/1.0/")
                .contains("Изображения принадлежат тем, кто их сделал");
    }

    @Test
    void theDescriptionIsADataPackageOfWhatIsThere() throws IOException {
        club();
        Map<String, byte[]> inside = unpacked(copied());
        JsonNode descriptor = json.readTree(inside.get("datapackage.json"));

        try (InputStream schema = getClass().getResourceAsStream("/schemas/datapackage-2.0/datapackage.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(requireNonNull(schema))
                            .validate(descriptor))
                    .isEmpty();
        }
        assertThat(descriptor.get("name").asString()).isEqualTo("kvartal-directory");
        assertThat(descriptor.get("version").asString()).matches("\\d{4}\\.\\d\\d\\.\\d\\d");
        for (JsonNode resource : descriptor.get("resources")) {
            String text =
                    new String(requireNonNull(inside.get(resource.get("path").asString())), StandardCharsets.UTF_8);
            if (resource.get("format").asString().equals("csv")) {
                List<String> columns = resource.at("/schema/fields").findValuesAsString("name");
                List<CSVRecord> rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(text))
                        .getRecords();
                assertThat(text.lines().findFirst().orElseThrow()).isEqualTo(String.join(",", columns));
                assertThat(columns).contains(resource.at("/schema/primaryKey/0").asString());
                assertThat(rows).allSatisfy(row -> assertThat(row.size()).isEqualTo(columns.size()));
            } else {
                assertThat(json.readTree(text).isObject()).isTrue();
            }
        }
    }

    @Test
    void everythingPublicIsInItAndNothingElse() throws IOException {
        EntryId club = club();
        EntryId other = made(EntryKind.NETWORK, "Network");
        entries.relate(
                steward,
                new NewRelation(
                        RelationId.next(),
                        club,
                        RelationKind.AGREEMENT,
                        other,
                        null,
                        null,
                        LocalizedText.of(Language.EN, "About " + own),
                        null));
        EntryId suggested = EntryId.next();
        entries.make(maria, NewEntry.of(suggested, EntryKind.HUB, told(EntryKind.HUB, "Secret " + own)));
        EntryId archived = made(EntryKind.HUB, "Closed " + own);
        entries.archive(steward, archived, "It has closed");

        Map<String, byte[]> inside = unpacked(copied());

        inside.forEach((path, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text)
                    .as(path)
                    .doesNotContain("Secret " + own, "Closed " + own, "Hidden Person", "hidden@example.org")
                    .doesNotContain(suggested.toString(), archived.toString());
            if (path.startsWith("entries.")) {
                assertThat(text).as(path).contains(club.toString(), other.toString());
            }
            if (path.startsWith("relations.")) {
                assertThat(text).as(path).contains("About " + own);
            }
        });
        assertThat(json.readTree(inside.get("entries.json")).get("entries").size())
                .isEqualTo((int) directory.numbers().entries());
    }

    @Test
    void aClientThatHasItIsNotSentItAgain() {
        made(EntryKind.HUB, "Yard");
        int size = copied().length;
        MockHttpServletResponse whole = get(DUMP);
        String tag = requireNonNull(whole.getHeader(HttpHeaders.ETAG));

        assertThat(tag).isEqualTo("\"" + hash() + "\"");
        assertThat(whole.getContentType()).startsWith("application/zip");
        assertThat(whole.getHeader(HttpHeaders.LAST_MODIFIED)).isNotNull();
        assertThat(whole.getContentLengthLong()).isEqualTo(size);
        assertThat(whole.getHeader(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(get(DUMP, HttpHeaders.IF_NONE_MATCH, tag).getStatus()).isEqualTo(304);
        assertThat(get(DUMP, HttpHeaders.RANGE, "bytes=0-3").getContentAsByteArray())
                .isEqualTo(new byte[] {'P', 'K', 3, 4});
        assertThat(ask(HttpMethod.HEAD, DUMP, client).getContentAsByteArray()).isEmpty();
        assertThat(get(DUMP + "?limit=1").getStatus()).isEqualTo(400);
    }

    @Test
    void itCountsAsTenRequests() {
        made(EntryKind.HUB, "Yard");
        copied();
        String other = "192.0.2.41";

        for (int i = 0; i < 12; i++) {
            assertThat(ask(HttpMethod.GET, DUMP, other).getStatus()).isEqualTo(200);
        }

        assertThat(ask(HttpMethod.GET, DUMP, other).getStatus()).isEqualTo(429);
        assertThat(ask(HttpMethod.GET, DUMP.replace("dump", "%64ump"), other).getStatus())
                .isEqualTo(429);
        assertThat(ask(HttpMethod.GET, DUMP.replace("dump", "%64ump"), "192.0.2.42")
                        .getHeader("RateLimit"))
                .startsWith("\"client\";r=110;");
    }

    @Test
    void aNightHasOneWhoeverMakesIt() throws Exception {
        made(EntryKind.HUB, "Yard");
        copied();
        olderBy(40);

        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Void> node = () -> {
            together.await();
            watch.look();
            return null;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
                finished(done);
            }
        }
        String first = hash();
        watch.look();

        assertThat(nights()).hasSize(2);
        assertThat(hash()).as("not made again in the same night").isEqualTo(first);
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM stored_file
                         WHERE module = 'directory-dump' AND object NOT IN (SELECT id FROM directory_dump)""").query(Long.class).single())
                .as("files of copies that came second")
                .isZero();
    }

    @Test
    void theLastSevenAreKept() {
        made(EntryKind.HUB, "Yard");
        copied();
        UUID oldest =
                jdbc.sql("SELECT id FROM directory_dump").query(UUID.class).single();
        for (int night = 0; night < 8; night++) {
            olderBy(40 - night);
            watch.look();
        }

        assertThat(nights()).hasSize(7);
        assertThat(files.of(new FileOwner("directory-dump", oldest))).isEmpty();
        assertThat(get(DUMP).getStatus()).isEqualTo(200);
    }

    /** The newest copy is that of an earlier night. */
    private void olderBy(int days) {
        jdbc.sql("UPDATE directory_dump SET night = :night WHERE night = (SELECT max(night) FROM directory_dump)")
                .param("night", LocalDate.now(ZoneOffset.UTC).minusDays(days))
                .update();
    }

    private List<LocalDate> nights() {
        return jdbc.sql("SELECT night FROM directory_dump")
                .query((row, _) -> row.getObject("night", LocalDate.class))
                .list();
    }

    private String hash() {
        return jdbc.sql("SELECT sha256 FROM directory_dump ORDER BY night DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private byte[] copied() {
        watch.look();
        watch.look();
        return ask(HttpMethod.GET, DUMP, "192.0.2.40").getContentAsByteArray();
    }

    private static void finished(Future<Void> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException broken) {
            throw new AssertionError(broken.getCause());
        }
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
