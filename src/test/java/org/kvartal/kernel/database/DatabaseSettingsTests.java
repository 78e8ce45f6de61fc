package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DatabaseSettingsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aDatabaseOfOnesOwnIsUsedWithTwoRoles() {
        environment
                .withProperty("kvartal.db.url", "jdbc:postgresql://db/kvartal")
                .withProperty("kvartal.db.user", "app")
                .withProperty("kvartal.db.password", "p")
                .withProperty("kvartal.db.owner-user", "owner")
                .withProperty("kvartal.db.owner-password", "q");
        decide();
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://db/kvartal");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("app");
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("p");
        assertThat(environment.getProperty("spring.flyway.url")).isEqualTo("jdbc:postgresql://db/kvartal");
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("owner");
        assertThat(environment.getProperty("spring.flyway.password")).isEqualTo("q");
        assertThat(environment.getProperty("spring.flyway.placeholders.applicationRole"))
                .isEqualTo("app");
    }

    @Test
    void oneRoleMayBeOwnerAndApplication() {
        environment
                .withProperty("kvartal.db.url", "postgresql://db/kvartal")
                .withProperty("kvartal.db.user", "both")
                .withProperty("kvartal.db.password", "p");
        decide();
        assertThat(environment.getProperty("spring.flyway.url")).isEqualTo("jdbc:postgresql://db/kvartal");
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("both");
        assertThat(environment.getProperty("spring.flyway.password")).isEqualTo("p");
    }

    @Test
    void thereIsNoDemonstrationBesideADatabaseOfOnesOwnUnlessItIsWanted() {
        environment
                .withProperty("kvartal.db.url", "jdbc:postgresql://db/kvartal")
                .withProperty("kvartal.db.user", "app");
        decide();
        assertThat(environment.getProperty("kvartal.embedded")).isEqualTo("false");
        assertThat(environment.getProperty("kvartal.demo")).isEqualTo("false");

        environment.setProperty("kvartal.demo", "true");
        assertThat(environment.getProperty("kvartal.demo")).isEqualTo("true");
    }

    @Test
    void anAddressWithoutARoleIsRefusedInOneSentence() {
        environment.withProperty("kvartal.db.url", "jdbc:postgresql://db/kvartal");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(this::decide)
                .withMessage("KVARTAL_DB_URL is set, but KVARTAL_DB_USER is not: name the role Kvartal connects as.");
    }

    private void decide() {
        DatabaseSettings.decide(environment);
    }
}
