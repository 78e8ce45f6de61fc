package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.Desk;
import org.kvartal.advocacy.Dispatches.DispatchList;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.Recommendations.RecommendationList;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The voice of the sector: what waits for the office, and the recommendations. */
@Route(AdvocacyPages.ADVOCACY)
@Menu(title = "advocacy.menu", order = 30, icon = "flag")
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class AdvocacyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 30;
    private static final int WAITING = 20;

    private final Recommendations recommendations;
    private final Dispatches dispatches;
    private final Permissions permissions;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div body = new Div();

    AdvocacyView(
            Recommendations recommendations,
            Dispatches dispatches,
            Permissions permissions,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.recommendations = recommendations;
        this.dispatches = dispatches;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
    }

    private record Read(RecommendationList list, Map<Desk, DispatchList> waiting) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(heading(), body);
        watch.on(AdvocacyTopics.ALL, this::read, this::show);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return words.text("advocacy.public.title");
    }

    private boolean may(Permission permission) {
        return permissions.has(words.asker(), permission, Scope.PLATFORM);
    }

    private Read read() {
        Map<Desk, DispatchList> waiting = new EnumMap<>(Desk.class);
        if (may(AdvocacyRights.PREPARE) || may(AdvocacyRights.CLASSIFY)) {
            for (Desk desk : Desk.values()) {
                waiting.put(desk, dispatches.waiting(words.asker(), desk, null, WAITING));
            }
        }
        return new Read(recommendations.list(words.asker(), RecommendationFilter.ALL, null, SHOWN), waiting);
    }

    private PageHeading heading() {
        PageHeading heading = new PageHeading(getPageTitle()).lead(words.text("advocacy.public.lead"));
        List<Component> acts = new ArrayList<>();
        acts.add(Pieces.button(ShellPages.path(AdvocacyPages.MEASURES), words.text("advocacy.public.measures"), false));
        if (may(AdvocacyRights.READ)) {
            acts.add(Pieces.button(
                    ShellPages.path(AdvocacyPages.ADDRESSEES), words.text("advocacy.app.addressees"), false));
        }
        if (may(AdvocacyRights.WRITE)) {
            acts.add(Pieces.button(ShellPages.path(AdvocacyPages.NEW), words.text("advocacy.app.new"), true));
        }
        return heading.acts(acts.toArray(Component[]::new));
    }

    private void show(Read read) {
        body.removeAll();
        read.waiting().forEach((desk, list) -> {
            if (!list.letters().isEmpty()) {
                UnorderedList rows = Pieces.rows();
                list.letters().forEach(line -> rows.add(Pieces.letter(line, words, true)));
                body.add(Pieces.part(words.of("desk", desk), rows));
            }
        });
        if (read.list().recommendations().isEmpty()) {
            body.add(new EmptyState(words.text("advocacy.public.none"), words.text("advocacy.public.none-text")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        read.list().recommendations().forEach(card -> rows.add(Pieces.recommendation(card, words)));
        Div older = new Div();
        older.addClassName("older");
        more(read.list().next(), rows, older);
        body.add(Pieces.part(words.text("advocacy.app.all"), rows, older));
        watch.shown();
    }

    private void more(Recommendations.@Nullable ListKey key, UnorderedList rows, Div older) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text("advocacy.public.older"), _ -> {
                RecommendationList next = recommendations.list(words.asker(), RecommendationFilter.ALL, key, SHOWN);
                next.recommendations().forEach(card -> rows.add(Pieces.recommendation(card, words)));
                more(next.next(), rows, older);
            }));
        }
    }
}
