package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.OwnCopies;
import org.kvartal.accounts.OwnCopies.OwnCopy;
import org.kvartal.accounts.OwnCopies.State;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Somebody takes a copy of their own data, and nobody else gets it. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "accounts")
@Import(TurnableClock.Hands.class)
class OwnCopiesModuleTests {

    @Autowired
    Arrivals arrivals;

    @Autowired
    OwnCopies copies;

    @Autowired
    CopyRoom room;

    @Autowired
    CopyDrafts drafts;

    @Autowired
    House house;

    @Autowired
    Profiles profiles;

    @Autowired
    Files files;

    @Autowired
    TurnableClock clock;

    @Autowired
    JdbcClient jdbc;

    Asker ann;
    Asker bob;

    @BeforeEach
    void annAndBobHaveAccounts() {
        ann = person("Ann <script>alert(1)</script>");
        bob = person("Bob");
    }

    @Test
    void aCopyHoldsAPageFilesForProgramsAndTheirOwnFiles() throws IOException {
        profiles.show(ann, "../me.png", new ByteArrayInputStream(Samples.png(40, 40)));
        UUID id = copies.want(ann);
        assertThat(copies.want(ann)).as("while one is made it is that one").isEqualTo(id);
        assertThat(copies.newest(ann).orElseThrow().state()).isEqualTo(State.WAITING);

        room.work();

        OwnCopy copy = copies.newest(ann).orElseThrow();
        assertThat(copy.state()).isEqualTo(State.READY);
        assertThat(copy.until()).isEqualTo(madeAt(id).plus(OwnCopies.LIFE));
        Map<String, String> entries = entries(id);
        assertThat(entries)
                .containsKeys("index.html", "accounts/profile.json", "accounts/sign-ins.json", "mail/letters.json");
        assertThat(entries.get("index.html"))
                .contains("Ann &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
        assertThat(entries.keySet()).anyMatch(name -> name.startsWith("files/") && name.endsWith("me.png"));
        assertThat(entries.keySet()).noneMatch(name -> name.contains("..") || name.startsWith("/"));
        assertThat(entries.get("accounts/address.json")).contains("ann-").doesNotContain("bob-");
        assertThat(String.join("", entries.values())).doesNotContain("$argon2").doesNotContain("{bcrypt}");
    }

    /** A program that is killed meanwhile leaves somebody's data behind: within the house's own folder, and not for long. */
    @Test
    void whatIsNotFinishedLiesInTheHouseAndIsTakenAwayOnceItIsLeft() throws IOException {
        Path folder = house.data().toAbsolutePath().resolve(CopyDrafts.FOLDER);
        Path left = drafts.begin(".zip");
        Path written = drafts.begin(".html");
        assertThat(List.of(left, written)).allMatch(draft -> draft.startsWith(folder));
        assertThat(java.nio.file.Files.getPosixFilePermissions(left))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        java.nio.file.Files.setLastModifiedTime(
                left, FileTime.from(clock.instant().minus(Duration.ofMinutes(61))));
        java.nio.file.Files.setLastModifiedTime(
                written, FileTime.from(clock.instant().minus(Duration.ofMinutes(59))));

        room.clear();

        assertThat(left).doesNotExist();
        assertThat(written).exists();
        java.nio.file.Files.delete(written);
        copies.want(ann);
        room.work();
        assertThat(copies.newest(ann).orElseThrow().state()).isEqualTo(State.READY);
        try (var rest = java.nio.file.Files.list(folder)) {
            assertThat(rest).isEmpty();
        }
    }

    @Test
    void nobodyElseFindsOrReadsIt() {
        UUID id = copies.want(ann);
        room.work();
        FileId file = file(id);

        assertThat(room.mayRead(ann, id)).isTrue();
        assertThat(files.address(file, ann)).contains(file.toString());
        for (Asker other : List.of(bob, Asker.guest(), Asker.house("test"))) {
            assertThat(room.mayRead(other, id)).isFalse();
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.address(file, other));
        }
        assertThat(copies.newest(bob)).isEmpty();
        assertThat(copies.ready(bob.requirePerson(), Set.of(id))).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> copies.want(Asker.guest()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> copies.newest(Asker.guest()));
    }

    @Test
    void afterADayItIsGoneAndSoManyWithinADayAreEnough() {
        for (int i = 0; i < OwnCopies.AT_MOST; i++) {
            copies.want(ann);
            room.work();
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> copies.want(ann));
        UUID id = copies.newest(ann).orElseThrow().id();
        FileId file = file(id);

        clock.turn(OwnCopies.LIFE.plusMinutes(1));

        assertThat(copies.newest(ann)).isEmpty();
        assertThat(room.mayRead(ann, id)).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.address(file, ann));
        copies.want(ann);
        clock.turn(Duration.ofDays(1));
        room.clear();
        assertThat(files.find(file)).isEmpty();
        assertThat(room.gone(Set.of(id))).containsExactly(id);
    }

    @Test
    void oneThatWasInterruptedIsMadeAnew() {
        UUID id = copies.want(ann);
        jdbc.sql("UPDATE own_copy SET attempts = 1 WHERE id = :id")
                .param("id", id)
                .update();

        room.work();

        assertThat(copies.newest(ann).orElseThrow().state()).isEqualTo(State.READY);
        assertThat(files.of(new FileOwner(CopyRoom.FILES, id))).hasSize(1);
    }

    private Instant madeAt(UUID id) {
        return Objects.requireNonNull(
                        copies.ready(ann.requirePerson(), Set.of(id)).get(id))
                .minus(OwnCopies.LIFE);
    }

    private FileId file(UUID copy) {
        return files.of(new FileOwner(CopyRoom.FILES, copy)).getFirst().id();
    }

    private Map<String, String> entries(UUID copy) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (InputStream in =
                        files.content(file(copy), false).orElseThrow().bytes().getInputStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private Asker person(String name) {
        PersonId person = PersonId.next();
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        person,
                        name,
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        new Arrivals.SignIn(
                                name.substring(0, 3).toLowerCase(Locale.ROOT) + "-" + Ids.next() + "@example.org",
                                "three blue doors")));
        return Asker.of(person);
    }
}
