package org.kvartal.live;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kvartal.live.Rereading.Watch;

/** A browser's window with one page in it; the test gives its turns. */
public final class Window extends UI {

    private final transient BlockingQueue<Command> waiting = new LinkedBlockingQueue<>();
    private final transient List<String> shown = new CopyOnWriteArrayList<>();
    private final Div page = new Div();

    /** Opens the page, which watches the topic. */
    public Watch watch(Rereading rereading, LiveTopic topic, Supplier<String> read) {
        add(page);
        Watch watch = rereading.watch(page);
        watch.on(topic, read, shown::add);
        return watch;
    }

    @Override
    public Future<Void> access(Command command) {
        waiting.add(command);
        return CompletableFuture.completedFuture(null);
    }

    /** Waits until something is to be done in the page's turn, and does it. */
    public void turn() throws InterruptedException {
        requireNonNull(waiting.poll(10, TimeUnit.SECONDS), "nothing came").execute();
    }

    public boolean idle() {
        return waiting.isEmpty();
    }

    public List<String> shown() {
        return shown;
    }

    /** The page that was left is there again. */
    public void reopen() {
        add(page);
    }

    /** The page is left. */
    @Override
    public void close() {
        remove(page);
    }
}
