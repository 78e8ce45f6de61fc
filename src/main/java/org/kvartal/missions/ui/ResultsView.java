package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionTopics;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.ResultKey;
import org.kvartal.missions.Results.ResultLine;
import org.kvartal.missions.Results.ResultList;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The ledger: what came of all projects and missions, the newest first. */
@Route(MissionPages.RESULTS)
@PermitAll
@StyleSheet("context://missions/missions.css")
class ResultsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 30;

    private final Results results;
    private final ProjectResults pieces;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div place = new Div();
    private final Div body = new Div();

    ResultsView(
            Results results,
            ProjectResults pieces,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.results = results;
        this.pieces = pieces;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
        place.addClassName("asking");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ResultList list = read();
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(MissionPages.MISSIONS), words.text("missions.menu"))
                        .lead(words.text("missions.ledger.lead")),
                place,
                body);
        watch.on(MissionTopics.ALL, this::read, this::show);
        show(list);
    }

    @Override
    public String getPageTitle() {
        return words.text("missions.ledger.title");
    }

    private ResultList read() {
        return results.list(words.asker(), null, SHOWN);
    }

    private void show(ResultList list) {
        body.removeAll();
        if (list.results().isEmpty()) {
            body.add(new EmptyState(words.text("missions.ledger.none"), words.text("missions.ledger.none-text")));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("papers");
        list.results().forEach(line -> rows.add(row(line)));
        Div older = new Div();
        older.addClassName("older");
        more(list.next(), rows, older);
        body.add(rows, older);
        watch.shown();
    }

    private ListItem row(ResultLine line) {
        ListItem row = pieces.line(line, words, () -> new Acts(words, place, () -> show(read())));
        Div claims = new Div();
        claims.addClassName("meta");
        line.claims()
                .forEach(code -> claims.add(new Anchor(
                        code.startsWith("P") ? MissionPages.project(code) : MissionPages.mission(code), code)));
        row.addComponentAsFirst(claims);
        return row;
    }

    private void more(@Nullable ResultKey key, UnorderedList rows, Div older) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text("missions.trip.older"), _ -> {
                ResultList next = results.list(words.asker(), key, SHOWN);
                next.results().forEach(line -> rows.add(row(line)));
                more(next.next(), rows, older);
            }));
        }
    }
}
