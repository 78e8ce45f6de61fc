package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads figures anew for pages that are open, again and again, on a thread of its own: no page waits for it, and it works for none that is closed. */
@org.springframework.stereotype.Component
class Ticks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Ticks.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Duration pause;
    private final ScheduledThreadPoolExecutor reader = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("watch-page-").factory());

    @Autowired
    Ticks() {
        this(PAUSE);
    }

    Ticks(Duration pause) {
        this.pause = pause;
        reader.setRemoveOnCancelPolicy(true);
    }

    /**
     * Keeps a page up to date while it is open.
     *
     * @param read reads with the reader's own rights; touches no component
     * @param show gets what was read, in the page's turn; reads nothing
     */
    <T> void follow(Component page, Supplier<T> read, Consumer<T> show) {
        AtomicReference<@Nullable Future<?>> running = new AtomicReference<>();
        page.addAttachListener(attached -> {
            UI ui = attached.getUI();
            try {
                end(running.getAndSet(reader.scheduleWithFixedDelay(
                        () -> round(ui, page, read, show), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS)));
            } catch (RejectedExecutionException closing) {
                log.debug("Not read any more: the house is closing");
            }
        });
        page.addDetachListener(_ -> end(running.getAndSet(null)));
    }

    private static <T> void round(UI ui, Component page, Supplier<T> read, Consumer<T> show) {
        try {
            T news = read.get();
            var _ = ui.access(() -> {
                if (page.isAttached()) {
                    show.accept(news);
                }
            });
        } catch (UIDetachedException left) {
            log.debug("The page was closed meanwhile");
        } catch (RuntimeException unavailable) {
            // Shown is what was read last; the next round may find more.
            log.debug("The figures could not be read", unavailable);
        }
    }

    private static void end(@Nullable Future<?> round) {
        if (round != null) {
            round.cancel(false);
        }
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
