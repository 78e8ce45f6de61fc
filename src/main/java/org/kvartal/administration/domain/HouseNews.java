package org.kvartal.administration.domain;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.kvartal.kernel.HouseBook;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.live.LiveTopic;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Lets this node know what was changed on another. */
@Component
class HouseNews implements SmartLifecycle {

    static final LiveTopic TOPIC = new LiveTopic("house", new UUID(0, 1));

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Live live;
    private final HouseBook book;
    private volatile Listening listening = () -> {};
    private volatile boolean running;

    HouseNews(Live live, HouseBook book) {
        this.live = live;
        this.book = book;
    }

    @Override
    public void start() {
        // A thread of its own: the wire must not wait for the database.
        listening =
                live.onChange(TOPIC, () -> Thread.ofVirtual().name("house-news").start(this::read));
        running = true;
        // What was changed between the first reading and now.
        book.readAgain();
    }

    /** Until it is read: nobody would tell it once more. */
    private void read() {
        boolean read = false;
        while (!read && running) {
            try {
                book.readAgain();
                read = true;
            } catch (DataAccessException away) {
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        listening.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the wire, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }
}
