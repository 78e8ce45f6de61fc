package org.kvartal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class WholeHouseTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theWholeHouseOpensOnAFreshDatabase() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("kvartal_app");
        assertThat(jdbc.sql("SELECT count(*) FROM event_publication")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
