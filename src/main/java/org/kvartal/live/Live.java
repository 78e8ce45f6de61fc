package org.kvartal.live;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * News without content. Whoever changes a thing says so in the same transaction; whoever shows it hears so after the commit, on every node,
 * and reads again with their own rights.
 *
 * <p>News may arrive twice or late, never not at all: LISTEN/NOTIFY carries it, a poll every 2 s is the net.
 */
public interface Live {

    /** Says that the topic has changed; heard once the caller's transaction has committed. */
    void changed(LiveTopic topic);

    /** The same for many topics, in one statement. */
    void changed(Collection<LiveTopic> topics);

    /**
     * Calls back whenever the topic has changed. The callback runs on a thread of this module and must hand its work on quickly:
     * what pages show is read again by {@link Rereading}.
     *
     * @return ends the listening; closing it twice does nothing
     */
    Listening onChange(LiveTopic topic, Runnable again);

    /**
     * Passes a fleeting word to everybody who watches the topic now, such as that somebody is writing. It is kept nowhere, and one that is lost
     * is not missed.
     *
     * @param word at most 200 characters, no personal text: an id or a mark
     */
    void whisper(LiveTopic topic, String word);

    /** Calls back with every word that is whispered on the topic. */
    Listening onWhisper(LiveTopic topic, Consumer<String> heard);

    /** A listening that can be ended. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
