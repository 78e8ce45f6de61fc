package org.kvartal.membership.ui;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.ReaderWords;

/** Says the words of membership to one reader. */
class Words extends ReaderWords {

    Words(Messages messages, Wording wording, Reader reader) {
        super("membership", messages, wording, reader);
    }

    /** "3 days", "5 hours", "12 minutes". */
    String lasting(Duration time) {
        if (time.toDays() > 0) {
            return text("membership.app.days", time.toDays());
        }
        return time.toHours() > 0
                ? text("membership.app.hours", time.toHours())
                : text("membership.app.minutes", Math.max(1, time.toMinutes()));
    }

    /** "since 3 March 2026", "from 3 March 2027", "until 2 March 2028", or both; empty where no day is known. */
    String term(@Nullable LocalDate from, @Nullable LocalDate to, boolean begun) {
        if (to == null) {
            return from == null
                    ? ""
                    : text(begun ? "membership.app.term.since" : "membership.app.term.from", day(from));
        }
        return from == null
                ? text("membership.app.term.until", day(to))
                : text("membership.app.term.between", day(from), day(to));
    }
}
