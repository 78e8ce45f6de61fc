package org.kvartal.membership.domain;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Joining.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of applications whose applicants are silent: reminders of a question after 30 and 50 days, the end after 60; drafts whose address
 * nobody confirms go after 14. Each in a transaction of its own with the application locked, so that two nodes do nothing twice.
 */
@Component
class Lapses {

    private static final Asker HOUSE = Asker.house("membership");
    private static final int BATCH = 200;

    /** After how many days of silence, in their order. */
    private static final List<Integer> REMINDERS = List.of(30, 50);

    private final JdbcClient jdbc;
    private final ApplicationRepository applications;
    private final ApplicationLetters letters;
    private final ApplicationLog log;
    private final TransactionTemplate transaction;
    private final HouseClock day;

    Lapses(
            JdbcClient jdbc,
            ApplicationRepository applications,
            ApplicationLetters letters,
            ApplicationLog log,
            TransactionTemplate transaction,
            HouseClock day) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.letters = letters;
        this.log = log;
        this.transaction = transaction;
        this.day = day;
    }

    void remindAndLapse() {
        each(asked(Admissions.LAPSE, Short.MAX_VALUE), this::lapse);
        for (int ordinal = REMINDERS.size(); ordinal > 0; ordinal--) {
            int reminder = ordinal;
            each(
                    asked(Duration.ofDays(REMINDERS.get(ordinal - 1)), ordinal),
                    application -> remind(application, reminder));
        }
    }

    private void lapse(Application application) {
        if (application.course().lapse(day.now())) {
            applications.saveAndFlush(application);
            log.houseHas(HOUSE, What.LAPSED, application, null);
            letters.lapsed(application);
        }
    }

    private void remind(Application application, int ordinal) {
        if (application.course().remind(ordinal)) {
            applications.saveAndFlush(application);
            long left = Duration.between(
                            day.now(), application.course().askedAt().plus(Admissions.LAPSE))
                    .plusDays(1)
                    .minusSeconds(1)
                    .toDays();
            letters.reminder(application, ordinal, left);
        }
    }

    private List<UUID> asked(Duration silence, int reminders) {
        return jdbc.sql("""
                SELECT id FROM application
                 WHERE state = 'MORE_INFO' AND asked_at <= :until AND reminders < :reminders
                 ORDER BY asked_at LIMIT :batch""")
                .param("until", Columns.moment(day.now().minus(silence)))
                .param("reminders", reminders)
                .param("batch", BATCH)
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    private void each(List<UUID> ids, Consumer<Application> what) {
        ids.forEach(id ->
                transaction.executeWithoutResult(_ -> applications.lock(id).ifPresent(what)));
    }

    /** Nothing remains of a draft that nobody confirmed; its files go with the next sweep. */
    int purge() {
        return jdbc.sql("DELETE FROM application WHERE state = 'DRAFT' AND confirmed_at IS NULL AND begun_at < :before")
                .param("before", Columns.moment(day.now().minus(Verdicts.UNCONFIRMED)))
                .update();
    }
}
