package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.Erasures.Wish;
import org.kvartal.accounts.People;
import org.kvartal.accounts.domain.KeptColumns.Decided;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PersonalData;
import org.kvartal.kernel.PersonalData.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of the demonstration, who have done everything that can be done in a house, take their data with them and go. */
@SpringBootTest
@TestPropertySource(properties = "kvartal.demo=true")
@TestInstance(Lifecycle.PER_CLASS)
class WholeErasureTests {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String PHONE = "+359 88 765 4321";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasureWork work;

    @Autowired
    CopyWriting writing;

    @Autowired
    OwnData data;

    @Autowired
    People people;

    @Autowired
    List<PersonalData> modules;

    @Autowired
    Messages messages;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @BeforeEach
    void theStoryHasBeenTold() {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT count(*) FROM demonstration WHERE done_at IS NOT NULL")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @Test
    void ofEachColumnItWasDecidedWhatBecomesOfIt() {
        Set<String> live = KeptColumns.live(jdbc);
        Map<String, Decided> decided = KeptColumns.decided();
        Set<String> keepers = modules.stream().map(PersonalData::module).collect(Collectors.toSet());

        assertThat(minus(live, decided.keySet()))
                .as("columns that can hold something about people and stand in no line of personal-data.csv")
                .isEmpty();
        assertThat(minus(decided.keySet(), live))
                .as("lines of personal-data.csv without such a column")
                .isEmpty();
        decided.forEach((column, decision) -> {
            assertThat(decision.erased().isEmpty() && decision.kept().isEmpty())
                    .as(column + " is neither erased nor kept for a reason")
                    .isFalse();
            assertThat(keepers).as(column).containsAll(named(decision.copied())).containsAll(named(decision.erased()));
        });
    }

    @Test
    void whoeverIsErasedIsFoundNowhereAnyMore() {
        Asker administrator = Asker.of(account("administrator@example.org").person());
        List<Subject> leaving = new ArrayList<>();
        for (String email : List.of("member@example.org", "facilitator@example.org")) {
            leaving.add(account(email));
        }
        leaving.addAll(busiest(leaving));
        leaving.forEach(subject -> jdbc.sql("UPDATE member SET contact = :phone WHERE person = :person")
                .param("phone", PHONE)
                .param("person", subject.person().value())
                .update());
        Map<PersonId, Integer> posts = new HashMap<>();
        leaving.forEach(subject -> posts.put(subject.person(), posts(subject)));

        leaving.forEach(subject -> erasures.order(administrator, subject.person(), new Wish(null, false), "A letter."));
        jdbc.sql("UPDATE erasure SET due_at = :now WHERE done_at IS NULL")
                .param("now", Columns.moment(clock.instant().minusSeconds(1)))
                .update();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    work.work();
                    return jdbc.sql("SELECT count(*) FROM erasure WHERE done_at IS NULL")
                                    .query(Long.class)
                                    .single()
                            == 0;
                });

        Map<String, Decided> decided = KeptColumns.decided();
        List<String> found = new ArrayList<>();
        for (String column : KeptColumns.live(jdbc)) {
            Decided decision = decided.get(column);
            if (decision != null && decision.names()) {
                continue;
            }
            for (Subject subject : leaving) {
                for (String trace : List.of(subject.name(), String.valueOf(subject.address()), PHONE)) {
                    if (holds(column, trace)) {
                        found.add(column + ": " + trace);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
        for (Subject subject : leaving) {
            assertThat(people.card(subject.person()).orElseThrow().name(Language.RU))
                    .isEqualTo(messages.text(Language.RU, "accounts.former"));
            assertThat(posts(subject)).isEqualTo(posts.get(subject.person()));
            for (String gone : List.of("account", "sign_in", "draft", "reading", "notice", "reaction", "item_note")) {
                assertThat(jdbc.sql("SELECT count(*) FROM " + gone + " WHERE person = :person")
                                .param("person", subject.person().value())
                                .query(Long.class)
                                .single())
                        .as(gone)
                        .isZero();
            }
        }
    }

    @Test
    void aCopyHoldsWhatIsTheirsAndCanBeReadByPeopleAndPrograms() throws IOException {
        Subject subject = account("administrator@example.org");
        Path zip = folder.resolve("copy.zip");
        for (Language language : Language.values()) {
            writing.write(zip, subject.person(), language, ZoneId.of("Europe/Sofia"));

            try (ZipFile copy = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
                for (ZipEntry entry : copy.stream().toList()) {
                    if (entry.getName().endsWith(".json") && !entry.getName().startsWith("files/")) {
                        JsonNode rows = JsonMapper.shared().readTree(copy.getInputStream(entry));
                        assertThat(rows.isArray()).as(entry.getName()).isTrue();
                        rows.forEach(row -> row.propertyNames()
                                .forEach(name -> assertThat(
                                                messages.has(language, "accounts.copy.field." + name.replace('_', '-')))
                                        .as(name)
                                        .isTrue()));
                        String title = entry.getName().replace("/", ".own.").replace(".json", "");
                        assertThat(messages.has(language, title)).as(title).isTrue();
                    }
                }
                JsonNode profile =
                        JsonMapper.shared().readTree(copy.getInputStream(copy.getEntry("accounts/profile.json")));
                assertThat(profile.get(0).get("name").asString()).isEqualTo(subject.name());
                String page = new String(
                        copy.getInputStream(copy.getEntry("index.html")).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(page)
                        .contains("lang=\"" + language.code() + "\"")
                        .contains(messages.text(language, "accounts.own.profile"))
                        .contains("audit/acts.json")
                        .doesNotContain("accounts.copy.")
                        .doesNotContain("<script");
            }
        }
        assertThat(Files.size(zip)).isPositive();
    }

    @Test
    void eachModuleSaysWhoCanSeeWhatInAllLanguages() {
        List<PersonId> everybody = jdbc.sql("SELECT id FROM person WHERE erased_at IS NULL")
                .query((row, _) -> Columns.person(row, "id"))
                .list();
        Set<String> said = new TreeSet<>();
        for (PersonId person : everybody) {
            data.sights(Asker.of(person))
                    .forEach(sight -> said.addAll(List.of(sight.what(), sight.who(), sight.why())));
            data.burdens(Asker.of(person)).forEach(burden -> said.add(burden.key()));
        }
        assertThat(said)
                .contains(
                        "accounts.sight.profile.what",
                        "membership.own.member-sight.who",
                        "discussions.own.posts-sight.why")
                .allSatisfy(key -> {
                    for (Language language : Language.values()) {
                        assertThat(messages.has(language, key)).as(key).isTrue();
                    }
                });
    }

    private boolean holds(String column, String trace) {
        String[] name = column.split("\\.");
        return jdbc.sql("SELECT EXISTS (SELECT FROM \"" + name[0] + "\" WHERE position(lower(:trace) in lower(\""
                        + name[1] + "\"::text)) > 0)")
                .param("trace", trace)
                .query(Boolean.class)
                .single();
    }

    private int posts(Subject subject) {
        return jdbc.sql("SELECT count(*) FROM post WHERE author = :person AND deleted_at IS NULL AND text <> ''")
                .param("person", subject.person().value())
                .query(Integer.class)
                .single();
    }

    /** Those who did most of what the others did not: taught, travelled, spoke, were certified. */
    private List<Subject> busiest(List<Subject> but) {
        return jdbc
                .sql("""
                SELECT p.id, p.name, a.address_folded FROM person p JOIN account a ON a.person = p.id
                 WHERE p.erased_at IS NULL AND a.address_folded NOT LIKE 'administrator%'
                   AND (EXISTS (SELECT FROM seminar_certificate c WHERE c.person = p.id)
                        OR EXISTS (SELECT FROM mentor_project m WHERE m.consultant = p.id)
                        OR EXISTS (SELECT FROM attendance t WHERE t.person = p.id))
                 ORDER BY p.id LIMIT 4
                """)
                .query((row, _) ->
                        new Subject(Columns.person(row, "id"), row.getString("name"), row.getString("address_folded")))
                .list()
                .stream()
                .filter(one -> but.stream().noneMatch(other -> other.person().equals(one.person())))
                .toList();
    }

    private Subject account(String email) {
        return jdbc.sql("""
                SELECT p.id, p.name, a.address_folded FROM person p JOIN account a ON a.person = p.id WHERE a.address_folded = :email
                """)
                .param("email", email)
                .query((row, _) ->
                        new Subject(Columns.person(row, "id"), row.getString("name"), row.getString("address_folded")))
                .single();
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static List<String> named(String modules) {
        return modules.isEmpty() ? List.of() : List.of(modules.split(" *, *"));
    }
}
