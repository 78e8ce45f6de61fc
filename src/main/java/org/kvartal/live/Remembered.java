package org.kvartal.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.kvartal.kernel.AfterCommit;
import org.kvartal.live.Live.Listening;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** What each node remembers of something that changes seldom and is asked for often: read when the node starts, and anew when somebody on any node has changed it. */
public abstract class Remembered implements SmartLifecycle {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Live live;
    private final LiveTopic topic;
    private volatile Listening listening = () -> {};
    private volatile boolean running;

    protected Remembered(Live live, LiveTopic topic) {
        this.live = live;
        this.topic = topic;
    }

    /** Reads it from the database. One at a time: of two readings the later one stays. */
    protected abstract void read();

    /** In the transaction of whoever has changed it: holds on this node with the commit, and on others when they hear of it. */
    public final void changed() {
        live.changed(topic);
        AfterCommit.run(this::readNow);
    }

    private synchronized void readNow() {
        read();
    }

    @Override
    public final void start() {
        // A thread of its own: the wire must not wait for the database.
        listening =
                live.onChange(topic, () -> Thread.ofVirtual().name("remembered").start(this::readUntilRead));
        running = true;
        // What was changed before anybody listened.
        readNow();
    }

    /** Nobody would tell it once more. */
    private void readUntilRead() {
        boolean read = false;
        while (!read && running) {
            try {
                readNow();
                read = true;
            } catch (DataAccessException away) {
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    @Override
    public final void stop() {
        running = false;
        listening.close();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** After the wire, before the web server. */
    @Override
    public final int getPhase() {
        return 1;
    }
}
