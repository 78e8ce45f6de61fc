package org.kvartal.membership.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that may be long, drawn by the page's script from lines that are handed over and not kept here.
 *
 * @see "Decision record 0075, posts are drawn in the browser"
 */
@Tag("kvartal-members")
@JsModule("context://membership/list.js")
class LongList extends Component implements HasStyle {

    private static final int LINES = 50;

    /** More are not brought up to date at once: whoever has gone so far down reads on. */
    private static final int MOST = 300;

    private final Words words;
    private Source source = (_, _) -> new Part(List.of(), null);

    LongList(Words words) {
        this.words = words;
    }

    /** Where the lines come from. */
    @FunctionalInterface
    interface Source {

        /** @param key where the part before ended, null for the first */
        Part read(@Nullable String key, int limit);
    }

    /** @param next where the next part begins, null on the last */
    record Part(List<Line> lines, @Nullable String next) {}

    private record Opened(List<Line> lines, @Nullable String next, String more) {}

    /** @param said what screen readers are told */
    record Came(List<Line> lines, @Nullable String next, String said) {}

    /**
     * Shows the first part.
     *
     * @return whether there is any line
     */
    boolean open(Source lines) {
        source = lines;
        Part first = source.read(null, LINES);
        getElement().callJsFunction("open", new Opened(first.lines(), first.next(), words.text("membership.app.more")));
        return !first.lines().isEmpty();
    }

    /** Has what is shown read again. */
    void renew() {
        getElement().callJsFunction("renew");
    }

    /** The part that follows; a key that nobody gave out finds nothing. */
    @ClientCallable
    Came more(String key) {
        return came(source.read(key, LINES));
    }

    /** The same lines as they are now. */
    @ClientCallable
    Came again(int shown) {
        Part part = source.read(null, Math.clamp(shown, LINES, MOST));
        if (part.lines().isEmpty()) {
            // What an empty list says is the page's.
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        }
        return came(part);
    }

    private Came came(Part part) {
        return new Came(
                part.lines(),
                part.next(),
                words.text("membership.app.more-came", part.lines().size()));
    }
}
