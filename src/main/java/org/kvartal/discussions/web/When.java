package org.kvartal.discussions.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;

/** Words moments for a template: days, since a page is kept for some minutes; the exact moment on hover. */
record When(Wording wording, Language language, ZoneId zone) {

    public String day(Instant moment) {
        return wording.day(moment, language, zone);
    }

    public String exact(Instant moment) {
        return wording.exact(moment, language, zone);
    }

    public String machine(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
