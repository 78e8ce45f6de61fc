package org.kvartal.advocacy.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.ReportId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When reports of measures are due. */
@Component
class ReportDays {

    /** So many days before a report is due its owner is told; the last time on the day itself. */
    private static final int[] TOLD = {0, 7, 30};

    private static final int BATCH = 200;

    private final MeasureOwners owners;
    private final Telling telling;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    ReportDays(MeasureOwners owners, Telling telling, JdbcClient jdbc, HouseClock clock) {
        this.owners = owners;
        this.telling = telling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lays the days anew: those that are over and those that have a report stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    void rebuild(Measure measure) {
        LocalDate today = clock.today();
        jdbc.sql("DELETE FROM report_day WHERE measure = :id AND due_on >= :today AND report IS NULL")
                .param("id", measure.id().value())
                .param("today", today)
                .update();
        List<LocalDate> days = measure.schedule().days(measure.starts(), measure.due()).stream()
                .filter(day -> !day.isBefore(today))
                .toList();
        if (!days.isEmpty()) {
            jdbc.sql(
                            "INSERT INTO report_day (measure, due_on) SELECT :id, d FROM unnest(:days::date[]) AS d ON CONFLICT DO NOTHING")
                    .param("id", measure.id().value())
                    .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                    .update();
        }
    }

    /** A report was published: the oldest day that waits has it. A report long before a day is not for that day. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reported(MeasureId measure, ReportId report) {
        jdbc.sql("""
                UPDATE report_day SET report = :report
                 WHERE measure = :measure
                   AND due_on = (SELECT min(due_on) FROM report_day
                                  WHERE measure = :measure AND report IS NULL AND due_on <= :soon)""")
                .param("report", report.value())
                .param("measure", measure.value())
                .param("soon", clock.today().plusDays(Measures.SOON_DAYS))
                .update();
    }

    private record Due(
            MeasureId measure, LocalDate on, @Nullable MemberId owner) {}

    /**
     * Tells owners of reports that are due soon, 30, 7 and 0 days before.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean remind() {
        LocalDate today = clock.today();
        boolean more = false;
        for (int days : TOLD) {
            List<Due> due = jdbc.sql("""
                    SELECT d.measure, d.due_on, m.owner_member
                      FROM report_day d JOIN measure m ON m.id = d.measure
                     WHERE d.report IS NULL AND d.due_on BETWEEN :today AND :soon AND (d.told IS NULL OR d.told > :days)
                       AND m.state IN ('COMMITTED', 'IN_PROGRESS')
                     ORDER BY d.due_on, d.measure LIMIT :batch FOR UPDATE OF d SKIP LOCKED""")
                    .param("today", today)
                    .param("soon", today.plusDays(days))
                    .param("days", days)
                    .param("batch", BATCH)
                    .query((row, _) -> {
                        UUID owner = Columns.idOrNull(row, "owner_member");
                        return new Due(
                                new MeasureId(Columns.id(row, "measure")),
                                Stored.day(row, "due_on"),
                                owner == null ? null : new MemberId(owner));
                    })
                    .list();
            due.forEach(one -> tell(one, days));
            more |= due.size() == BATCH;
        }
        return more;
    }

    private void tell(Due due, int days) {
        telling.reportDue(due.measure(), due.on(), days, owners.reminded(due.owner()));
        jdbc.sql("UPDATE report_day SET told = :days WHERE measure = :measure AND due_on = :on")
                .param("days", days)
                .param("measure", due.measure().value())
                .param("on", due.on())
                .update();
    }
}
