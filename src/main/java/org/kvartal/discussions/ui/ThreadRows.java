package org.kvartal.discussions.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadFeed;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.ListKey;
import org.kvartal.discussions.Threads.ThreadList;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.live.Live.Listening;

/**
 * The list of threads, drawn by the page's script from rows that are handed over and not kept here.
 *
 * @see "Decision record 0075, posts are drawn in the browser"
 */
@Tag("kvartal-threads")
@JsModule("context://threads/list.js")
class ThreadRows extends Component {

    private static final int ROWS = 30;

    private final Threads threads;
    private final ThreadFeed feed;
    private final PageWords words;
    private final Reader reader;
    private @Nullable SpaceId space;
    private boolean needs;
    private @Nullable Listening listening;

    ThreadRows(Threads threads, ThreadFeed feed, PageWords words, Reader reader) {
        this.threads = threads;
        this.feed = feed;
        this.words = words;
        this.reader = reader;
    }

    private record Opened(
            String language,
            String zone,
            Map<String, String> texts,
            @Nullable String space,
            boolean needs,
            List<ShownRow> rows,
            Answer.@Nullable NextRows next) {}

    /**
     * Shows the newest threads of a space, or of all that the reader may read.
     *
     * @param needsOnly leaves out what is no need
     * @return whether there is any
     */
    boolean open(@Nullable SpaceId wanted, boolean needsOnly) {
        space = wanted;
        needs = needsOnly;
        Answer.Rows newest = rows(null);
        getElement()
                .callJsFunction(
                        "open",
                        new Opened(
                                reader.language().code(),
                                reader.zone().getId(),
                                words.of(reader.language(), "list"),
                                wanted == null ? null : wanted.toString(),
                                needsOnly,
                                newest.rows(),
                                newest.next()));
        return !newest.rows().isEmpty();
    }

    /** The part of the list that follows. */
    @ClientCallable
    Answer more(String at, long number) {
        try {
            return rows(new ListKey(Instant.parse(at), number));
        } catch (DateTimeException forged) {
            return words.problem(reader.language(), new NotFound());
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        listening = feed.onNewest(() -> renew(ui));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    private void renew(UI ui) {
        Answer.Rows newest = rows(null);
        try {
            var _ = ui.access(() -> show(ui, newest));
        } catch (UIDetachedException left) {
            // The page was closed meanwhile; detaching ends the listening.
        }
    }

    /** Where nothing was to be shown, the first thread makes the page anew: what is told to a hidden element waits for it on the server. */
    private void show(UI ui, Answer.Rows newest) {
        if (isVisible()) {
            getElement().callJsFunction("renew", newest);
        } else if (!newest.rows().isEmpty()) {
            ui.refreshCurrentRoute(false);
        }
    }

    private Answer.Rows rows(@Nullable ListKey after) {
        ThreadList list = needs
                ? threads.needs(reader.asker(), space, after, ROWS)
                : threads.newest(reader.asker(), space, after, ROWS);
        ListKey next = list.next();
        return new Answer.Rows(
                list.rows().stream()
                        .map(row -> ShownRow.of(row, reader.language()))
                        .toList(),
                next == null ? null : new Answer.NextRows(next.lastPostAt().toString(), next.number()));
    }
}
