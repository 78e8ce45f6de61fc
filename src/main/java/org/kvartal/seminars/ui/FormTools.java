package org.kvartal.seminars.ui;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import org.kvartal.calendar.EventCities;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Sectors;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.Seminars;
import org.springframework.stereotype.Component;

/** What the forms of a seminar choose from. */
@Component
record FormTools(Seminars seminars, Sectors sectors, EventCities cities, House house, Clock clock) {

    private static final int SEATS = 20;
    private static final int OFFER_HOURS = 48;

    /** What a form begins with where nothing is there yet. */
    SeminarContent first(Language language) {
        return new SeminarContent(
                LocalizedText.of(language, "–"),
                null,
                null,
                Set.of(language),
                Set.of(),
                BigDecimal.ZERO,
                RegistrationMode.AUTO,
                SEATS,
                null,
                null,
                null,
                OFFER_HOURS,
                null,
                null,
                null,
                house.zone(),
                "",
                null,
                "",
                CertificateRule.USUAL);
    }
}
