package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.Catalogues.EditionState;
import org.kvartal.alliance.EditionId;
import org.kvartal.alliance.wording.FacetGroup;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Editions of the catalogue, newest first. Shown anew they keep the rows that have not changed their state, so that nobody loses their place. */
class EditionLines extends UnorderedList {

    private final Catalogues catalogues;
    private final DeskWords words;
    private final boolean steward;
    private final Runnable changed;
    private final Map<EditionId, Shown> shown = new HashMap<>();

    EditionLines(Catalogues catalogues, DeskWords words, boolean steward, Runnable changed) {
        this.catalogues = catalogues;
        this.words = words;
        this.steward = steward;
        this.changed = changed;
        addClassNames("rows", "editions");
    }

    private record Shown(
            EditionState state, ListItem row, @Nullable Progress progress) {}

    void show(List<Edition> editions) {
        Map<EditionId, Shown> before = new HashMap<>(shown);
        shown.clear();
        List<ListItem> rows = new ArrayList<>();
        for (Edition edition : editions) {
            Shown known = before.get(edition.id());
            if (known == null || known.state != edition.state()) {
                if (known != null && edition.state() == EditionState.WHOLE && edition.mine()) {
                    getUI().ifPresent(ui ->
                            Notices.whisper(ui, words.text("alliance.catalogue.screen.ready", title(edition))));
                }
                known = make(edition);
            }
            if (known.progress != null) {
                known.progress.tell(edition);
            }
            shown.put(edition.id(), known);
            rows.add(known.row);
        }
        if (!rows.equals(getChildren().toList())) {
            removeAll();
            rows.forEach(this::add);
        }
    }

    private Shown make(Edition edition) {
        Span title = new Span(title(edition));
        title.addClassName("row-title");
        Span meta = new Span(words.time(edition.madeAt() == null ? edition.wantedAt() : edition.madeAt()));
        meta.addClassNames("row-meta", "meta");
        if (edition.ofHouse()) {
            meta.add(new StatusBadge(Status.PLAIN, Icon.GLOBE, words.text("alliance.catalogue.screen.for-everybody")));
        }
        ListItem row = new ListItem(title);
        Progress progress = null;
        Div end = new Div();
        end.addClassName("row-end");
        switch (edition.state()) {
            case WAITING -> end.add(new StatusBadge(Status.WAITING, words.text("alliance.catalogue.screen.waiting")));
            case AT_WORK -> {
                progress = new Progress();
                row.add(progress);
            }
            case FAILED -> end.add(new StatusBadge(Status.LATE, words.text("alliance.catalogue.screen.failed")));
            case WHOLE -> {
                meta.add(new Span(words.text(
                        "alliance.catalogue.screen.size", edition.entries(), edition.pages(), edition.size() / 1e6)));
                end.add(download(edition));
            }
        }
        row.add(meta);
        if (steward || (edition.mine() && !edition.ofHouse())) {
            end.add(discard(edition));
        }
        row.add(end);
        row.addClassName("row");
        return new Shown(edition.state(), row, progress);
    }

    private Anchor download(Edition edition) {
        Anchor download = new Anchor(
                edition.file() == null ? "" : FilePages.file(edition.file()),
                words.text("alliance.catalogue.screen.download"));
        download.addClassName("button");
        download.setRouterIgnore(true);
        download.setAriaLabel(words.text("alliance.catalogue.screen.download-which", title(edition)));
        return download;
    }

    private Button discard(Edition edition) {
        boolean running = edition.state() == EditionState.WAITING || edition.state() == EditionState.AT_WORK;
        String key = "alliance.catalogue.screen." + (running ? "cancel" : "discard");
        Button discard = new Button(words.text(key), _ -> {
            try {
                catalogues.discard(words.asker(), edition.id());
            } catch (NotFound goneMeanwhile) {
                // What was wanted has happened.
            }
            Notices.done(words.text("alliance.catalogue.screen.discarded"));
            changed.run();
        });
        discard.setAriaLabel(words.text(key + "-which", title(edition)));
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        return discard;
    }

    /** The language, and what was chosen. */
    private String title(Edition edition) {
        String chosen = FacetGroup.chosen(edition.filter(), words.said()).stream()
                .map(FacetGroup.Value::label)
                .collect(Collectors.joining(", "));
        return edition.language().ownName() + " · "
                + (chosen.isEmpty() ? words.text("alliance.catalogue.screen.whole-directory") : chosen);
    }

    /** How far the work is. */
    private final class Progress extends Div {

        private final ProgressBar bar = new ProgressBar();
        private final Span number = new Span();

        private Progress() {
            addClassName("edition-progress");
            add(bar, number);
        }

        private void tell(Edition edition) {
            boolean ending = edition.entries() > 0 && edition.done() >= edition.entries();
            String text = ending
                    ? words.text("alliance.catalogue.screen.finishing")
                    : words.text("alliance.catalogue.screen.at-work", edition.done(), edition.entries());
            bar.setIndeterminate(edition.entries() == 0);
            bar.setMax(Math.max(1, edition.entries()));
            bar.setValue(Math.min(edition.done(), Math.max(1, edition.entries())));
            bar.getElement().setAttribute("aria-label", text);
            number.setText(text);
        }
    }
}
