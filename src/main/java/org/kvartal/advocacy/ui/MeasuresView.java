package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.Measures.MeasureList;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The measures, the newest first. */
@Route(AdvocacyPages.MEASURES)
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class MeasuresView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 30;

    private final Measures measures;
    private final Permissions permissions;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div body = new Div();

    MeasuresView(
            Measures measures,
            Permissions permissions,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.measures = measures;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(AdvocacyPages.ADVOCACY), words.text("advocacy.public.title"))
                .lead(words.text("advocacy.public.measures-lead"));
        if (permissions.has(words.asker(), AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM)) {
            heading.acts(Pieces.button(
                    ShellPages.path(AdvocacyPages.NEW_MEASURE), words.text("advocacy.app.enter-measure"), true));
        }
        add(heading, body);
        watch.on(AdvocacyTopics.ALL, this::read, this::show);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return words.text("advocacy.public.measures");
    }

    private MeasureList read() {
        return measures.list(words.asker(), MeasureFilter.ALL, null, SHOWN);
    }

    private void show(MeasureList list) {
        body.removeAll();
        if (list.measures().isEmpty()) {
            body.add(new EmptyState(
                    words.text("advocacy.public.no-measures"), words.text("advocacy.public.no-measures-text")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        list.measures().forEach(card -> rows.add(Pieces.measure(card, words)));
        Div older = new Div();
        older.addClassName("older");
        more(list.next(), rows, older);
        body.add(rows, older);
        watch.shown();
    }

    private void more(Recommendations.@Nullable ListKey key, UnorderedList rows, Div older) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text("advocacy.public.older"), _ -> {
                MeasureList next = measures.list(words.asker(), MeasureFilter.ALL, key, SHOWN);
                next.measures().forEach(card -> rows.add(Pieces.measure(card, words)));
                more(next.next(), rows, older);
            }));
        }
    }
}
