package org.kvartal.live.domain;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.kvartal.live.Live;
import org.kvartal.live.LiveTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes news in the caller's transaction and lets {@link LiveWire} carry it once that has committed. */
@Component
class LiveBoard implements Live {

    private static final int WORD_LENGTH = 200;

    private final JdbcClient jdbc;
    private final LiveWire wire;

    LiveBoard(JdbcClient jdbc, LiveWire wire) {
        this.jdbc = jdbc;
        this.wire = wire;
    }

    @Override
    public void changed(LiveTopic topic) {
        changed(List.of(topic));
    }

    @Override
    public void changed(Collection<LiveTopic> topics) {
        if (topics.isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO live_event (topic) SELECT unnest(?::text[])")
                .param(topics.stream().map(LiveTopic::toString).toArray(String[]::new))
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // A NOTIFY inside the transaction would make all commits wait for each other.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wire.ring();
                }
            });
        } else {
            wire.ring();
        }
    }

    @Override
    public Listening onChange(LiveTopic topic, Runnable again) {
        return wire.changes().add(topic.toString(), _ -> again.run());
    }

    @Override
    public void whisper(LiveTopic topic, String word) {
        if (word.length() > WORD_LENGTH) {
            throw new IllegalArgumentException("a whisper is short");
        }
        wire.whisper(topic + " " + word);
    }

    @Override
    public Listening onWhisper(LiveTopic topic, Consumer<String> heard) {
        return wire.whispers().add(topic.toString(), heard);
    }
}
