package org.kvartal.forum.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands news to an open page in its turn. What a busy page has not shown yet is overtaken by what comes later. */
final class InTurn<T> {

    private final UI ui;
    private final Consumer<T> show;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();

    InTurn(UI ui, Consumer<T> show) {
        this.ui = ui;
        this.show = show;
    }

    void hand(T latest) {
        if (waiting.getAndSet(latest) == null) {
            try {
                var _ = ui.access(this::show);
            } catch (UIDetachedException left) {
                // Nobody looks any more.
            }
        }
    }

    private void show() {
        T latest = waiting.getAndSet(null);
        if (latest != null) {
            show.accept(latest);
        }
    }
}
