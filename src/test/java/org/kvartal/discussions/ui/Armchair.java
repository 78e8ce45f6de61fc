package org.kvartal.discussions.ui;

import java.time.ZoneOffset;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Says who sits in front of the screen. */
@TestConfiguration(proxyBeanMethods = false)
class Armchair {

    private Asker sitting = Asker.guest();

    void take(Asker person) {
        sitting = person;
    }

    @Bean
    @Primary
    CurrentReader whoSitsHere() {
        return () -> new Reader(sitting, Language.EN, ZoneOffset.UTC);
    }
}
