package org.kvartal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest
class AuditModuleTests {

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    final PersonId officer = PersonId.next();
    final AuditSubject person = new AuditSubject("accounts.person", Ids.next());

    @Test
    void anOfficerReadsWhoDidWhatOnWhoseBehalfAndWhy() {
        UUID association = Ids.next();
        UUID grant = Ids.next();
        record(AuditEntry.of(Asker.house("accounts.first-administrator"), "accounts.person-signed-up", person));
        record(AuditEntry.of(officer, "accounts.grant-given", person.kind(), person.id())
                .onBehalfOf(association)
                .because("  Elected on 3 March.  ")
                .with("grant", grant)
                .with("days", 365));

        assertThat(trail.about(person, 10))
                .satisfiesExactly(
                        given -> {
                            assertThat(given.actor()).isEqualTo(Asker.of(officer));
                            assertThat(given.act()).isEqualTo("accounts.grant-given");
                            assertThat(given.onBehalfOf()).isEqualTo(association);
                            assertThat(given.reason()).isEqualTo("Elected on 3 March.");
                            assertThat(given.details()).isEqualTo(Map.of("grant", grant.toString(), "days", 365));
                        },
                        signedUp -> {
                            assertThat(signedUp.actor()).isEqualTo(Asker.house("accounts.first-administrator"));
                            assertThat(signedUp.reason()).isNull();
                        });
    }

    @Test
    void anActThatIsRolledBackLeavesNoRow() {
        transaction.executeWithoutResult(status -> {
            trail.record(AuditEntry.of(Asker.of(officer), "accounts.grant-given", person));
            status.setRollbackOnly();
        });

        assertThat(trail.about(person, 10)).isEmpty();
    }

    @Test
    void noRowIsWrittenOutsideTheTransactionOfItsAct() {
        assertThatThrownBy(() -> trail.record(AuditEntry.of(Asker.of(officer), "accounts.grant-given", person)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET act = 'nothing.happened'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry CASCADE",
                "UPDATE audit_reason SET reason = ''",
                "DELETE FROM audit_reason",
                "TRUNCATE audit_reason",
                "ALTER TABLE audit_entry DISABLE ROW LEVEL SECURITY"
            })
    void theProgramsOwnRoleCanNotChangeTheTrail(String attempt) {
        record(AuditEntry.of(Asker.of(officer), "accounts.grant-given", person).because("because"));

        assertThatThrownBy(() -> jdbc.sql(attempt).update())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied for|must be owner of) table audit_.*");
        assertThat(trail.about(person, 10)).hasSize(1);
    }

    @Test
    void aDetailIsNeverATextThatCouldNameSomebody() {
        assertThatThrownBy(() -> new AuditEntry(
                        Asker.of(officer), "accounts.grant-given", person, null, null, Map.of("name", "Anna")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNewestActsAreReadAPageAtATimeByPersonModuleAndPeriod() {
        PersonId other = PersonId.next();
        record(AuditEntry.of(Asker.of(officer), "accounts.grant-given", person).because("elected"));
        record(AuditEntry.of(Asker.of(other), "accounts.grant-ended", person));
        Instant between = clock.instant();
        record(AuditEntry.of(Asker.of(officer), "discussions.space-opened", person));
        record(AuditEntry.of(Asker.of(officer), "accounts.grant-ended", person));

        List<AuditedAct> first = trail.newest(AuditFilter.NONE, null, 3);
        assertThat(first)
                .extracting(AuditedAct::act)
                .containsExactly("accounts.grant-ended", "discussions.space-opened", "accounts.grant-ended");
        assertThat(trail.newest(AuditFilter.NONE, first.getLast().number(), 1))
                .singleElement()
                .satisfies(given -> assertThat(given.reason()).isEqualTo("elected"));
        assertThat(trail.newest(new AuditFilter(officer, "accounts", null, null), null, 10))
                .extracting(AuditedAct::act)
                .containsExactly("accounts.grant-ended", "accounts.grant-given");
        assertThat(trail.newest(new AuditFilter(officer, null, between, null), null, 10))
                .extracting(AuditedAct::act)
                .containsExactly("accounts.grant-ended", "discussions.space-opened");
        assertThat(trail.newest(new AuditFilter(officer, null, null, between), null, 10))
                .extracting(AuditedAct::act)
                .containsExactly("accounts.grant-given");
        assertThat(trail.newest(new AuditFilter(null, "x' OR '1'='1", null, null), null, 10))
                .isEmpty();
    }

    private void record(AuditEntry entry) {
        transaction.executeWithoutResult(_ -> trail.record(entry));
    }
}
