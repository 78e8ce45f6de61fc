package org.kvartal.live;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps open pages up to date: whenever something that a page shows has changed, it is read again on a thread of this module, where neither
 * other pages nor the page's own reader wait for it, and shown in the page's turn.
 *
 * <p>News that come while a page is read are read together, once more. What could not be read is tried once again 2 s later, and then with
 * the next news.
 */
public interface Rereading {

    /** A page that watches nothing yet. It is kept up to date for as long as it is open. */
    Watch watch(Component page);

    /** Used in the page's turn. */
    interface Watch {

        /**
         * Watches these from now on, and nothing else; what the page reads itself after this call misses nothing.
         *
         * @param read reads with the reader's own rights; touches no component
         * @param show gets what was read, in the page's turn; reads nothing
         */
        <T> void on(Collection<LiveTopic> topics, Supplier<T> read, Consumer<T> show);

        /** The same for one topic. */
        default <T> void on(LiveTopic topic, Supplier<T> read, Consumer<T> show) {
            on(List.of(topic), read, show);
        }

        /** The page has just shown what it has read itself: a reading that began before came too late, and is asked for again. */
        void shown();

        /** Watches nothing any more. */
        void end();
    }
}
