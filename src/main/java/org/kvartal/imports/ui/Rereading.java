package org.kvartal.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.live.LiveTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again whenever a topic has changed and shows what it read. It reads on a thread of its own, so that the page answers meanwhile; news that
 * come while it reads are read together, once.
 */
final class Rereading<T> {

    private static final Logger log = LoggerFactory.getLogger(Rereading.class);

    private final Executor executor;
    private final UI ui;
    private final Supplier<T> read;
    private final Consumer<T> show;
    private final AtomicInteger asked = new AtomicInteger();

    private Rereading(Executor executor, UI ui, Supplier<T> read, Consumer<T> show) {
        this.executor = executor;
        this.ui = ui;
        this.read = read;
        this.show = show;
    }

    /** @param show called in the page's turn */
    static <T> Listening of(Live live, LiveTopic topic, Executor executor, UI ui, Supplier<T> read, Consumer<T> show) {
        Rereading<T> rereading = new Rereading<>(executor, ui, read, show);
        return live.onChange(topic, rereading::ask);
    }

    private void ask() {
        if (asked.getAndIncrement() == 0) {
            try {
                executor.execute(this::readAll);
            } catch (RejectedExecutionException closing) {
                log.debug("Not read any more: the house is closing");
            }
        }
    }

    private void readAll() {
        int answered;
        do {
            answered = asked.get();
            try {
                T value = read.get();
                var _ = ui.access(() -> show.accept(value));
            } catch (UIDetachedException left) {
                log.debug("The page was closed meanwhile");
            } catch (RuntimeException failed) {
                // The next news, or the reader's next click, reads again.
                log.warn("A page could not read again: {}", failed.toString());
            }
        } while (!asked.compareAndSet(answered, 0));
    }
}
