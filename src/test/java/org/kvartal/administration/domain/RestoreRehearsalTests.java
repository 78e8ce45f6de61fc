package org.kvartal.administration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.Kvartal;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.BackupReason;
import org.kvartal.administration.Backups;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Schema;
import org.kvartal.kernel.database.SharedServer;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A house that people use is backed up while they go on, and opened elsewhere. No letter can leave the first: all that it wrote waits, as after a day
 * without a mail server, and would leave the second if nothing held it.
 */
@SpringBootTest(
        properties = {
            "kvartal.demo=true",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=1",
            "spring.main.lazy-initialization=false"
        })
class RestoreRehearsalTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WRITERS = 4;
    private static final int SAID_BEFORE = 40;
    private static final int SAID_AFTER = 20;
    private static final String NAME = "Протокол о встрече й Ё.txt";

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Conversations conversations;

    @Autowired
    Files files;

    @Autowired
    Schema schema;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @TempDir
    Path place;

    private final PersonId author = PersonId.next();
    private final PersonId administrator = PersonId.next();
    private final ThreadId thread = ThreadId.next();
    private final SpaceId space = SpaceId.next();
    private final Set<PostId> acknowledged = ConcurrentHashMap.newKeySet();
    private long number;

    @Test
    void aHouseInUseOpensElsewhereAsItWas() throws Exception {
        await().atMost(PATIENCE)
                .until(() -> count(jdbc, "SELECT count(*) FROM demonstration WHERE done_at IS NOT NULL") == 1);
        begin();

        Path kept;
        Set<PostId> before;
        AtomicBoolean open = new AtomicBoolean(true);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(writers.submit(() -> {
                    while (open.get()) {
                        say();
                    }
                }));
            }
            await().atMost(PATIENCE).until(() -> acknowledged.size() > SAID_BEFORE);
            before = Set.copyOf(acknowledged);
            kept = new BackupRoom(schema, house.data(), clock)
                    .keepIn(place.resolve("kept"), BackupReason.WISH)
                    .file();
            int then = acknowledged.size();
            await().atMost(PATIENCE).until(() -> acknowledged.size() > then + SAID_AFTER);
            open.set(false);
            for (Future<?> each : writing) {
                each.get();
            }
        }
        assertThat(count(jdbc, "SELECT count(*) FROM letter WHERE state = 'WAITING'"))
                .isPositive();

        Path data = place.resolve("elsewhere");
        try (SharedServer server = SharedServer.start(data.resolve("postgresql"))) {
            Restoring.Restored restored = new Restoring(server.schema(), data, true, clock, _ -> {}).restore(kept);

            assertThat(restored.lost()).isEmpty();
            holdsTheSame(kept, server.schema(), data);
            opens(server, data, before);
        }
    }

    private void begin() {
        Asker keeper = Asker.house("test");
        bring(author, "Ёлка Автор");
        bring(administrator, "Ada Keeper");
        grants.give(keeper, new Grant(administrator, Role.ADMINISTRATOR, Scope.PLATFORM, clock.instant(), null));
        conversations.open(
                keeper,
                new NewSpace(space, "rehearsal", LocalizedText.of(Language.EN, "Rehearsal"), null, Visibility.PUBLIC));
        number = conversations.start(
                Asker.of(author),
                new NewThread(thread, space, PostId.next(), "Репетиция", "Начали.", Language.RU, null));
        files.keep(
                new FileOwner("rehearsal", thread.value()),
                NAME,
                "text/plain",
                new ByteArrayInputStream("Текст файла".getBytes(StandardCharsets.UTF_8)));
    }

    private void bring(PersonId person, String name) {
        arrivals.bring(
                Asker.house("test"),
                new Newcomer(
                        person,
                        name,
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        new SignIn(person + "@example.org", "five loud rivers")));
    }

    private void say() {
        PostId post = PostId.next();
        conversations.post(Asker.of(author), new NewPost(post, thread, "Сказано: " + post, Language.RU, null));
        acknowledged.add(post);
    }

    private void holdsTheSame(Path kept, Schema elsewhere, Path data) throws Exception {
        Path again = new BackupRoom(elsewhere, data, clock)
                .keepIn(place.resolve("again"), BackupReason.WISH)
                .file();
        try (Keepsake first = Keepsake.open(kept);
                Keepsake second = Keepsake.open(again)) {
            assertThat(tables(second)).isEqualTo(tables(first));
            assertThat(second.manifest().sequences()).isEqualTo(first.manifest().sequences());
            assertThat(second.contents()).isEqualTo(first.contents()).hasSizeGreaterThan(10);
            assertThat(first.manifest().tables())
                    .filteredOn(table -> table.rows() > 0)
                    .hasSizeGreaterThan(80);
        }
    }

    private static List<Manifest.Table> tables(Keepsake keepsake) {
        return keepsake.manifest().tables().stream()
                .filter(table -> !table.name().equals("restoration"))
                .toList();
    }

    private void opens(SharedServer server, Path data, Set<PostId> before) throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        List<String> arguments = new ArrayList<>(server.settings());
        arguments.addAll(List.of(
                "--kvartal.test.database=embedded",
                "--kvartal.data=" + data,
                "--server.port=0",
                "--vaadin.productionMode=true",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort()));
        try (ConfigurableApplicationContext opened = new SpringApplicationBuilder(Kvartal.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("programAlone", new ProgramAlone()))
                .run(arguments.toArray(String[]::new))) {
            new Opened(opened, mail).isTheHouse(before);
        } finally {
            mail.stop();
        }
    }

    /** The restored house, open. */
    private final class Opened {

        private final ConfigurableApplicationContext context;
        private final JdbcClient rows;
        private final GreenMail mail;

        Opened(ConfigurableApplicationContext context, GreenMail mail) {
            this.context = context;
            this.rows = context.getBean(JdbcClient.class);
            this.mail = mail;
        }

        void isTheHouse(Set<PostId> before) throws Exception {
            Set<PostId> there = Set.copyOf(rows.sql("SELECT id FROM post WHERE thread = ?")
                    .param(thread.value())
                    .query((row, _) -> new PostId(row.getObject("id", java.util.UUID.class)))
                    .list());
            assertThat(there).containsAll(before);
            answersAPage();
            hasItsFiles();
            numbersGoOn();
            everybodySignsInAnew();
            noOldLetterLeaves();
        }

        private void answersAPage() throws Exception {
            URI address = URI.create("http://127.0.0.1:"
                    + context.getEnvironment().getRequiredProperty("local.server.port") + "/ru/threads/" + number);
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> page =
                        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("Репетиция", "Начали.", "Ёлка Автор");
            }
        }

        private void hasItsFiles() throws Exception {
            Files theirs = context.getBean(Files.class);
            var file = theirs.of(new FileOwner("rehearsal", thread.value())).getFirst();
            assertThat(file.name()).isEqualTo(NAME);
            assertThat(theirs.content(file.id(), false)
                            .orElseThrow()
                            .bytes()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .isEqualTo("Текст файла");
            for (var id : rows.sql("SELECT id FROM stored_file")
                    .query((row, _) -> new FileId(row.getObject(1, java.util.UUID.class)))
                    .list()) {
                assertThat(theirs.content(id, true)).as("file %s", id).isPresent();
            }
        }

        private void numbersGoOn() {
            Conversations talk = context.getBean(Conversations.class);
            long posts = count(rows, "SELECT max(number) FROM post WHERE thread = '" + thread + "'");
            long threads = count(rows, "SELECT max(number) FROM thread");

            assertThat(talk.post(Asker.of(author), new NewPost(PostId.next(), thread, "Дальше.", Language.RU, null)))
                    .isEqualTo((int) posts + 1);
            assertThat(talk.start(
                            Asker.of(author),
                            new NewThread(ThreadId.next(), space, PostId.next(), "Ещё", "Дальше.", Language.RU, null)))
                    .isEqualTo(threads + 1);
        }

        private void everybodySignsInAnew() {
            assertThat(count(rows, "SELECT count(*) FROM sign_in")).isZero();
        }

        private void noOldLetterLeaves() throws Exception {
            assertThat(
                            count(
                                    rows,
                                    "SELECT count(*) FROM letter WHERE state = 'DEAD' AND last_error LIKE 'the house was restored%'"))
                    .isPositive();
            Backups backups = context.getBean(Backups.class);
            assertThat(backups.state(Asker.of(administrator)).held()).isNotNull();
            post("Held");
            // All that a start makes jobs and listeners do has been done.
            await().atMost(PATIENCE)
                    .until(() -> count(rows, "SELECT count(*) FROM event_publication WHERE status <> 'FAILED'") == 0);
            assertThat(mail.getReceivedMessages()).isEmpty();

            backups.releaseLetters(Asker.of(administrator));
            assertThat(count(rows, "SELECT count(*) FROM letter WHERE state IN ('WAITING', 'SENDING')"))
                    .isZero();
            post("Sent");

            assertThat(mail.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
            await().atMost(PATIENCE)
                    .until(() ->
                            count(rows, "SELECT count(*) FROM letter WHERE name = 'Sent' AND state = 'SENT'") == 1);
            for (MimeMessage message : mail.getReceivedMessages()) {
                assertThat(message.getSubject()).doesNotEndWith("Held");
            }
            assertThat(backups.state(Asker.of(administrator)).held()).isNull();
        }

        private void post(String name) {
            context.getBean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> context.getBean(Postbox.class)
                            .post(Letter.about(
                                    "trial.rehearsed:" + Ids.next(),
                                    new Recipient(name, name + "@people.example", Language.EN),
                                    "trial.letter",
                                    name)));
        }
    }

    private static long count(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Long.class).single();
    }

    /** Keeps what belongs to tests out of the program that is opened in one. */
    private static final class ProgramAlone extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws java.io.IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }
    }
}
