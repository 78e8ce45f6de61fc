package org.kvartal.accounts.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.HeldGrant;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.springframework.stereotype.Component;

/** From when until when a role counts, as people say it: days by their own clock, the last one included. */
@Component
class Term {

    private final Messages messages;
    private final Wording wording;
    private final Clock clock;

    Term(Messages messages, Wording wording, Clock clock) {
        this.messages = messages;
        this.wording = wording;
        this.clock = clock;
    }

    /** "since 3 March 2026", "from 3 March 2027", "until 2 March 2028", or both. */
    String words(HeldGrant grant, Reader reader) {
        boolean begun = !grant.from().isAfter(clock.instant());
        String from = day(grant.from(), reader);
        Instant to = grant.to();
        if (to == null) {
            return messages.text(reader.language(), begun ? "accounts.term.since" : "accounts.term.from", from);
        }
        // What ends with a midnight ends with the day before.
        String until = day(to.minusNanos(1), reader);
        return begun
                ? messages.text(reader.language(), "accounts.term.until", until)
                : messages.text(reader.language(), "accounts.term.from-until", from, until);
    }

    boolean hasBegun(HeldGrant grant) {
        return !grant.from().isAfter(clock.instant());
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The moment at which a term begins: now, where it begins today. */
    Instant begin(@Nullable LocalDate day, ZoneId zone) {
        return day == null || day.equals(today(zone))
                ? clock.instant()
                : day.atStartOfDay(zone).toInstant();
    }

    /** The moment after the last day. */
    @Nullable Instant end(@Nullable LocalDate lastDay, ZoneId zone) {
        return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private String day(Instant moment, Reader reader) {
        return wording.day(moment, reader.language(), reader.zone());
    }
}
