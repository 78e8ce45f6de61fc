package org.kvartal.advocacy.ui;

import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.Reading;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.kernel.LocalizedText;

/**
 * What an addressee has promised in a reply that the office has read: to do it, or a part of it, by a day.
 *
 * @param letter on which they said so
 */
record Promise(DispatchPage letter, ReplyLine reply, LocalDate day) {

    static Optional<Promise> in(DispatchPage letter) {
        for (ReplyLine reply : letter.replies()) {
            LocalDate day = reply.promisedOn();
            boolean agrees = reply.choice() == ReplyChoice.ACCEPTED || reply.choice() == ReplyChoice.PARTLY;
            if (day != null && agrees && !reply.corrected() && reply.reading() == Reading.CLASSIFIED) {
                return Optional.of(new Promise(letter, reply, day));
            }
        }
        return Optional.empty();
    }

    /** A measure of it: theirs, done by whom they named, until the day that they named. */
    MeasureContent measure(LocalizedText title, LocalDate today) {
        return new MeasureContent(
                title,
                null,
                new Owner.OfEntry(letter.entry()),
                reply.responsible(),
                day.isBefore(today) ? day : today,
                day,
                ReportSchedule.QUARTERLY,
                "",
                "");
    }
}
