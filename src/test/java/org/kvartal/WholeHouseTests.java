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
    void the_whole_house_opens_on_a_fresh_database() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("kvartal_app");
        assertThat(jdbc.sql("SELECT count(*) FROM event_publication")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
