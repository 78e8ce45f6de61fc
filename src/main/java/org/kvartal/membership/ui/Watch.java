package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.live.LiveTopic;

/**
 * Reads again whenever what a page shows has changed, as long as the page is open: outside of the page's turn, so that nobody waits for the
 * reading, and shows it in the turn.
 */
final class Watch<T> {

    private final Component page;
    private final Live live;
    private final Supplier<T> read;
    private final Consumer<T> show;
    private final AtomicLong showings = new AtomicLong();
    private @Nullable LiveTopic topic;
    private @Nullable Listening listening;

    Watch(Component page, Live live, Supplier<T> read, Consumer<T> show) {
        this.page = page;
        this.live = live;
        this.read = read;
        this.show = show;
        page.addAttachListener(attached -> listen(attached.getUI()));
        page.addDetachListener(_ -> stop());
    }

    /** Watches this from now on, and nothing else. */
    void on(LiveTopic wanted) {
        if (!wanted.equals(topic)) {
            stop();
            topic = wanted;
            page.getUI().ifPresent(this::listen);
        }
    }

    /** The page has just shown what it has read itself: what was read before, and not shown yet, is old. */
    void shown() {
        showings.incrementAndGet();
    }

    private void listen(UI ui) {
        if (topic != null && listening == null) {
            listening = live.onChange(topic, () -> hear(ui));
        }
    }

    private void stop() {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    private void hear(UI ui) {
        long before = showings.get();
        T news = read.get();
        try {
            var _ = ui.access(() -> show.accept(showings.get() == before ? news : read.get()));
        } catch (UIDetachedException left) {
            // The page was closed meanwhile; detaching ends the listening.
        }
    }
}
