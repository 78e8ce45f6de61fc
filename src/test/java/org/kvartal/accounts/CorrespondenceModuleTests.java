package org.kvartal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Recipient;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Whoever writes a letter finds where it goes. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import(SqlCounter.class)
class CorrespondenceModuleTests {

    @Autowired
    Arrivals arrivals;

    @Autowired
    Correspondence correspondence;

    @Autowired
    JdbcClient jdbc;

    final String tail = "-" + Ids.next() + "@пример.бг";

    @Test
    void aLetterGoesToTheAddressOfTheSignInInThePersonsLanguage() {
        PersonId dora = person("Дора", Language.BG, "дора" + tail);

        assertThat(correspondence.recipient(dora)).hasValueSatisfying(to -> {
            assertThat(to.name()).isEqualTo("Дора");
            assertThat(to.language()).isEqualTo(Language.BG);
            assertThat(to.address()).startsWith("дора-").endsWith("@xn--e1afmkfd.xn--90ae");
        });
    }

    @Test
    void whoHasNoAddressGetsNoLetter() {
        PersonId withoutSignIn = person("Ann", Language.EN, null);

        assertThat(correspondence.recipient(withoutSignIn)).isEmpty();
        assertThat(correspondence.recipient(PersonId.next())).isEmpty();
    }

    @Test
    void theAddressesOfManyComeInOneQuery() {
        PersonId without = person("Ann", Language.EN, null);
        List<PersonId> people = Stream.of("a", "b", "c")
                .map(name -> person(name, Language.RU, name + tail))
                .toList();
        List<PersonId> asked = Stream.concat(people.stream(), Stream.of(without, people.getFirst(), PersonId.next()))
                .toList();

        var counted = SqlCounter.during(() -> correspondence.recipients(asked));

        assertThat(counted.statements()).hasSize(1);
        assertThat(counted.result()).containsOnlyKeys(people);
        assertThat(counted.result().values()).extracting(Recipient::name).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(correspondence.recipients(List.of())).isEmpty();
    }

    @Test
    void whoMayNotComeInOrWaitsToBeErasedIsNoReaderOfWhatIsNew() {
        PersonId ann = person("Ann", Language.EN, "ann" + tail);
        PersonId away = person("Bob", Language.EN, "bob" + tail);
        PersonId leaving = person("Cid", Language.EN, "cid" + tail);
        jdbc.sql("INSERT INTO suspension (person, reason, since) VALUES (?, 'insulted others', now())")
                .param(away.value())
                .update();
        jdbc.sql("""
                INSERT INTO erasure (person, asked_at, due_at, closed, certificates, name)
                VALUES (?, now(), now() + interval '30 days', false, false, 'Cid')
                """).param(leaving.value()).update();
        List<PersonId> all = List.of(ann, away, leaving);

        assertThat(correspondence.readers(all)).containsOnlyKeys(ann);
        assertThat(correspondence.recipients(all)).containsOnlyKeys(all);

        jdbc.sql("DELETE FROM erasure WHERE person = ?").param(leaving.value()).update();
        assertThat(correspondence.readers(all)).containsOnlyKeys(ann, leaving);
    }

    @Test
    void anAddressLeadsToItsPersonHoweverItIsSpelled() {
        PersonId dora = person("Дора", Language.BG, "Дора" + tail);

        assertThat(correspondence.personAt("  ДОРА" + tail.toUpperCase(Language.BG.locale()) + " "))
                .contains(dora);
        assertThat(correspondence.personAt("nobody" + tail)).isEmpty();
        assertThat(correspondence.personAt("")).isEmpty();
        assertThat(correspondence.personAt("a@b\r\nBcc: c@d.example")).isEmpty();
    }

    private PersonId person(String name, Language language, @Nullable String email) {
        PersonId person = PersonId.next();
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        person,
                        name,
                        language,
                        ZoneOffset.UTC,
                        email == null ? null : new Arrivals.SignIn(email, "three blue doors")));
        return person;
    }
}
