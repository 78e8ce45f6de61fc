package org.kvartal.testing;

import java.time.ZoneId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Says who sits in front of the screen, and in which language they read. */
@TestConfiguration(proxyBeanMethods = false)
public class FrontSeat {

    private Reader sitting = new Reader(Asker.guest(), Language.EN, ZoneId.of("Europe/Sofia"));

    public void take(Asker person, Language language) {
        sitting = new Reader(person, language, sitting.zone());
    }

    /** Whoever sits there now. */
    public Reader reader() {
        return sitting;
    }

    @Bean
    @Primary
    CurrentReader whoSitsInFront() {
        return this::reader;
    }
}
