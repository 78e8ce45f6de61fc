package org.kvartal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.search.SearchSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class WholeHouseTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<NoticeSource> notices;

    @Autowired
    List<SearchSource> found;

    @Autowired
    Messages messages;

    @Test
    void theWholeHouseOpensOnAFreshDatabase() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("kvartal_app");
        assertThat(jdbc.sql("SELECT count(*) FROM event_publication")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatPeopleAreToldAndFindHasANameInEachLanguage() {
        List<String> keys = new ArrayList<>();
        notices.forEach(source -> keys.add(source.group() + ".notices"));
        found.forEach(source -> keys.add(source.label()));

        assertThat(keys).hasSizeGreaterThan(20).allSatisfy(key -> {
            for (Language language : Language.values()) {
                assertThat(messages.has(language, key)).as(key).isTrue();
            }
        });
    }
}
