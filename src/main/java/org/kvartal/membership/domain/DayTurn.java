package org.kvartal.membership.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what the clock alone has brought about: members whose last day is over, mandates that begin or end with a day. Each in a transaction of its
 * own, with its row locked and marked: two nodes tell nothing twice, and what fails is tried again.
 */
@Component
class DayTurn {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final MemberRepository members;
    private final MandateRepository mandates;
    private final MandateReads reads;
    private final Departures departures;
    private final MandateTelling telling;
    private final TransactionTemplate transaction;
    private final HouseClock day;

    DayTurn(
            JdbcClient jdbc,
            MemberRepository members,
            MandateRepository mandates,
            MandateReads reads,
            Departures departures,
            MandateTelling telling,
            TransactionTemplate transaction,
            HouseClock day) {
        this.jdbc = jdbc;
        this.members = members;
        this.mandates = mandates;
        this.reads = reads;
        this.departures = departures;
        this.telling = telling;
        this.transaction = transaction;
        this.day = day;
    }

    void settle() {
        each(
                jdbc.sql("SELECT id FROM member WHERE ends_at <= :now AND NOT left_told ORDER BY ends_at LIMIT :batch")
                        .param("now", Columns.moment(day.now()))
                        .param("batch", BATCH)
                        .query((row, _) -> Columns.id(row, "id"))
                        .list(),
                id -> members.lock(id).ifPresent(departures::left));
        each(
                jdbc.sql("""
                        SELECT d.id FROM mandate d JOIN member m ON m.id = d.association
                         WHERE NOT d.begun_told AND NOT d.ended_told AND""" + MandateReads.CURRENT + "ORDER BY d.from_day LIMIT :batch")
                        .params(reads.moment())
                        .param("batch", BATCH)
                        .query((row, _) -> Columns.id(row, "id"))
                        .list(),
                id -> lock(id).filter(mandate -> mandate.current(day.today()))
                        .ifPresent(mandate -> telling.given(mandate, true)));
        each(
                jdbc.sql("""
                        SELECT id FROM mandate
                         WHERE begun_told AND NOT ended_told AND to_day < :today AND person IS NOT NULL
                         ORDER BY to_day LIMIT :batch""")
                        .param("today", day.today())
                        .param("batch", BATCH)
                        .query((row, _) -> Columns.id(row, "id"))
                        .list(),
                id -> lock(id).filter(mandate -> !mandate.current(day.today())).ifPresent(telling::ended));
    }

    private Optional<Mandate> lock(UUID id) {
        return mandates.association(id).flatMap(members::lock).flatMap(_ -> mandates.lock(id));
    }

    private void each(List<UUID> ids, Consumer<UUID> what) {
        ids.forEach(id -> transaction.executeWithoutResult(_ -> what.accept(id)));
    }
}
