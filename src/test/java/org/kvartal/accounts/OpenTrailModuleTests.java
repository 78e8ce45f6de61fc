package org.kvartal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.domain.OpenTrail;
import org.kvartal.accounts.domain.OpenTrail.Line;
import org.kvartal.audit.ActedFor;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditFilter;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail with faces and names, for those who may read it. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import({SqlCounter.class, OpenTrailModuleTests.Mandates.class})
class OpenTrailModuleTests {

    static final Asker HOUSE = Asker.house("test");

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    OpenTrail trail;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    PersonId officer;

    @BeforeEach
    void anOfficerReads() {
        officer = person("Olga", Role.OFFICER);
    }

    @Test
    void whoActedInTheNameOfAnAssociationIsShownWithIt() {
        UUID association = Ids.next();
        record(AuditEntry.of(Asker.of(officer), "discussions.space-opened", new AuditSubject("test.thing", Ids.next()))
                .onBehalfOf(association)
                .because("It was decided."));

        Line line = read(1).getFirst();

        assertThat(line.actedFor()).isEqualTo("Association " + association);
        assertThat(line.reason()).isEqualTo("It was decided.");
        assertThat(line.face()).extracting(PersonCard::name).isEqualTo("Olga");
        assertThat(line.thing()).as("nobody names it: it is no longer there").isNull();
    }

    @Test
    void aRoleThatWasTakenBackIsNamedThoughItIsGone() {
        PersonId ann = person("Ann");
        Instant later = Instant.now().plusSeconds(3600);
        grants.give(Asker.of(administrator()), new Grant(ann, Role.FACILITATOR, Scope.PLATFORM, later, null));
        grants.end(Asker.of(administrator()), ann, Role.FACILITATOR, Scope.PLATFORM);

        assertThat(read(1).getFirst()).satisfies(line -> {
            assertThat(line.act()).isEqualTo("accounts.grant-taken-back");
            assertThat(line.thing()).extracting(thing -> thing.words()).isEqualTo("Facilitator · Ann");
            assertThat(line.thing())
                    .extracting(thing -> thing.path())
                    .as("officers have no page for it")
                    .isNull();
        });
    }

    @Test
    void aPageTakesTheSameNumberOfStatementsHoweverMuchItShows() {
        PersonId ann = person("Ann", Role.MEMBER);
        grants.end(Asker.of(administrator()), ann, Role.MEMBER, Scope.PLATFORM);
        int few = SqlCounter.during(() -> {
                    var _ = read(2);
                })
                .size();
        for (int i = 0; i < 10; i++) {
            grants.end(Asker.of(administrator()), person("Ann " + i, Role.MEMBER), Role.MEMBER, Scope.PLATFORM);
        }

        assertThat(SqlCounter.during(() -> {
                    var _ = read(40);
                }))
                .hasSizeLessThanOrEqualTo(few);
    }

    @Test
    void nobodyReadsItWithoutTheRightTo() {
        PersonId member = person("Mira", Role.MEMBER, Role.FACILITATOR);

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> trail.newest(reader(Asker.of(member)), AuditFilter.NONE, null, 10));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> trail.newest(reader(Asker.guest()), AuditFilter.NONE, null, 10));
        grants.end(HOUSE, officer, Role.OFFICER, Scope.PLATFORM);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> read(1));
    }

    private List<Line> read(int limit) {
        return trail.newest(reader(Asker.of(officer)), AuditFilter.NONE, null, limit);
    }

    private static Reader reader(Asker asker) {
        return new Reader(asker, Language.EN, ZoneId.of("Europe/Sofia"));
    }

    private void record(AuditEntry entry) {
        transaction.executeWithoutResult(_ -> audit.record(entry));
    }

    private PersonId administrator() {
        return person("Ada", Role.ADMINISTRATOR);
    }

    private PersonId person(String name, Role... roles) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, name, Language.EN, ZoneId.of("Europe/Sofia"), null));
        for (Role role : roles) {
            grants.give(
                    HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
        return person;
    }

    /** Stands in for the module that knows associations. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Mandates implements ActedFor {

        @Override
        public Map<UUID, String> names(Collection<UUID> associations, Language language) {
            return associations.stream().collect(Collectors.toMap(Function.identity(), id -> "Association " + id));
        }
    }
}
