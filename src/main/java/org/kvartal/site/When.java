package org.kvartal.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;

/** Words moments for a template of a public page. What is kept for some minutes names days, and the exact moment on hover. */
public record When(Wording wording, Language language, ZoneId zone) {

    /** "5 minutes ago", "yesterday, 14:05". */
    public String near(Instant moment) {
        return wording.when(moment, language, zone);
    }

    public String day(Instant moment) {
        return wording.day(moment, language, zone);
    }

    public String date(LocalDate day) {
        return wording.day(day, language);
    }

    public String exact(Instant moment) {
        return wording.exact(moment, language, zone);
    }

    public String machine(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
