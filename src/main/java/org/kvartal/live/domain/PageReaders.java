package org.kvartal.live.domain;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.live.LiveTopic;
import org.kvartal.live.Rereading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;

/** A few threads that read for all open pages. A page waits at most once in their queue. */
@org.springframework.stereotype.Component
class PageReaders implements Rereading, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PageReaders.class);

    /** Each takes one of the 20 connections to the database: the others are for those who click. */
    private static final int READERS = 4;

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Live live;
    private final Duration retry;
    private final ScheduledThreadPoolExecutor readers = new ScheduledThreadPoolExecutor(
            READERS, Thread.ofPlatform().daemon().name("page-reader-", 0).factory());
    private volatile boolean running = true;

    @Autowired
    PageReaders(Live live) {
        this(live, RETRY);
    }

    PageReaders(Live live, Duration retry) {
        this.live = live;
        this.retry = retry;
        readers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Watch watch(Component page) {
        return new OpenPage(page);
    }

    /** Pages are closed before the threads are. */
    @Override
    public void destroy() {
        running = false;
        readers.shutdownNow();
    }

    private void later(Runnable reading, Duration pause) {
        try {
            var _ = readers.schedule(reading, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("Not read any more: the house is closing");
        }
    }

    /** What one page watches. It listens before it is attached, so that nothing is missed between its first reading and its opening. */
    private final class OpenPage implements Watch {

        private final Component page;
        private @Nullable Reading<?> reading;

        OpenPage(Component page) {
            this.page = page;
            page.addAttachListener(attached -> {
                if (reading != null) {
                    reading.begin(attached.getUI());
                }
            });
            page.addDetachListener(_ -> {
                if (reading != null) {
                    reading.rest();
                }
            });
        }

        @Override
        public <T> void on(Collection<LiveTopic> topics, Supplier<T> read, Consumer<T> show) {
            end();
            Reading<T> wanted = new Reading<>(page, List.copyOf(topics), read, show);
            reading = wanted;
            page.getUI().or(() -> Optional.ofNullable(UI.getCurrent())).ifPresent(wanted::begin);
        }

        @Override
        public void shown() {
            if (reading != null) {
                reading.showings.incrementAndGet();
            }
        }

        @Override
        public void end() {
            if (reading != null) {
                reading.rest();
                reading = null;
            }
        }
    }

    /** @param before how often the page had shown something by itself when this was read */
    private record Read<T>(T value, long before) {}

    private final class Reading<T> {

        private final Component page;
        private final List<LiveTopic> topics;
        private final Supplier<T> read;
        private final Consumer<T> show;
        private final AtomicLong showings = new AtomicLong();
        private final AtomicInteger wanted = new AtomicInteger();
        private final AtomicReference<@Nullable Read<T>> news = new AtomicReference<>();
        private List<Listening> listenings = List.of();
        private volatile @Nullable UI open;
        private boolean rested;

        Reading(Component page, List<LiveTopic> topics, Supplier<T> read, Consumer<T> show) {
            this.page = page;
            this.topics = topics;
            this.read = read;
            this.show = show;
        }

        synchronized void begin(UI ui) {
            if (open == null) {
                open = ui;
                listenings = topics.stream()
                        .map(topic -> live.onChange(topic, this::ask))
                        .toList();
                if (rested) {
                    // Nobody listened meanwhile.
                    ask();
                }
            }
        }

        synchronized void rest() {
            open = null;
            rested = true;
            news.set(null);
            listenings.forEach(Listening::close);
            listenings = List.of();
        }

        private void ask() {
            if (wanted.getAndIncrement() == 0) {
                later(() -> round(true), Duration.ZERO);
            }
        }

        private void round(boolean first) {
            int asked = wanted.get();
            UI ui = open;
            try {
                if (ui != null) {
                    long before = showings.get();
                    hand(ui, new Read<>(read.get(), before));
                }
            } catch (UIDetachedException left) {
                rest();
            } catch (RuntimeException unavailable) {
                if (first) {
                    log.debug("A page could not be read again, trying once more", unavailable);
                    later(() -> round(false), retry);
                    return;
                }
                if (running) {
                    log.warn("A page could not be read again: {}", unavailable.toString());
                }
            }
            if (wanted.addAndGet(-asked) > 0) {
                later(() -> round(true), Duration.ZERO);
            }
        }

        /** What a busy page has not shown yet is overtaken. */
        private void hand(UI ui, Read<T> latest) {
            if (news.getAndSet(latest) == null) {
                var _ = ui.access(this::show);
            }
        }

        private void show() {
            Read<T> latest = news.getAndSet(null);
            if (open == null || latest == null) {
                return;
            }
            if (!page.isAttached()) {
                // It was never opened: its reader was led elsewhere.
                rest();
            } else if (showings.get() != latest.before()) {
                ask();
            } else {
                show.accept(latest.value());
            }
        }
    }
}
