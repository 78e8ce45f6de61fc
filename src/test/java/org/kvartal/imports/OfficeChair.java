package org.kvartal.imports;

import java.time.ZoneOffset;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.springframework.boot.test.context.TestConfiguration;

/** Says who sits in front of the screen, in a house without sign-ins. */
@TestConfiguration(proxyBeanMethods = false)
public class OfficeChair implements CurrentReader {

    private volatile Reader sitting = new Reader(Asker.guest(), Language.EN, ZoneOffset.UTC);

    public void take(Asker person, Language language) {
        sitting = new Reader(person, language, ZoneOffset.UTC);
    }

    @Override
    public Reader get() {
        return sitting;
    }
}
