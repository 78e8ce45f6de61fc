package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest
class FactDeliveryTests {

    record BellRung(UUID id) {}

    private static final Map<UUID, Integer> ATTEMPTS = new ConcurrentHashMap<>();

    @TestConfiguration
    static class Listener {

        @ApplicationModuleListener(id = "test.hears-the-second-time")
        void on(BellRung fact) {
            if (ATTEMPTS.merge(fact.id(), 1, Integer::sum) == 1) {
                throw new IllegalStateException("the first attempt fails, as this test wants it");
            }
        }
    }

    @Autowired
    FactDelivery delivery;

    @Autowired
    ApplicationEventPublisher facts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private UUID bell = UUID.randomUUID();

    @BeforeEach
    void ownBell() {
        bell = UUID.randomUUID(); // one instance of a module test serves all its methods
        jdbc.sql("DELETE FROM event_publication").update();
    }

    @Test
    void aFactWhoseListenerFailedWaitsAndIsSentAgain() {
        ring();
        await().until(() -> status("FAILED"));

        delivery.sendAgain();
        assertThat(ATTEMPTS).as("half a minute has not passed").containsEntry(bell, 1);

        letPass("31 seconds");
        delivery.sendAgain();
        awaitDelivery();
    }

    @Test
    void eachFailureDoublesTheWaitUpToAnHour() {
        ring();
        await().until(() -> status("FAILED"));
        jdbc.sql("UPDATE event_publication SET completion_attempts = 30").update();

        letPass("59 minutes");
        delivery.sendAgain();
        assertThat(ATTEMPTS).containsEntry(bell, 1);

        letPass("2 minutes");
        delivery.sendAgain();
        awaitDelivery();
    }

    @Test
    void aFactThatADyingProgramLeftHalfWayIsSentAgain() {
        ring();
        await().until(() -> status("FAILED"));
        jdbc.sql("UPDATE event_publication SET status = 'PROCESSING'").update();

        letPass("14 minutes");
        delivery.sendAgain();
        assertThat(ATTEMPTS).as("its listener may still be working").containsEntry(bell, 1);

        letPass("2 minutes");
        delivery.sendAgain();
        awaitDelivery();
    }

    private void ring() {
        transaction.executeWithoutResult(_ -> facts.publishEvent(new BellRung(bell)));
    }

    private void letPass(String time) {
        jdbc.sql("UPDATE event_publication SET publication_date = publication_date - ?::interval,"
                        + " last_resubmission_date = last_resubmission_date - ?::interval")
                .param(time)
                .param(time)
                .update();
    }

    private boolean status(String expected) {
        return jdbc.sql("SELECT status FROM event_publication")
                .query(String.class)
                .list()
                .contains(expected);
    }

    /** Delivered facts leave the table. */
    private void awaitDelivery() {
        await().until(() -> jdbc.sql("SELECT count(*) FROM event_publication")
                        .query(Long.class)
                        .single()
                == 0);
        assertThat(ATTEMPTS).containsEntry(bell, 2);
    }
}
