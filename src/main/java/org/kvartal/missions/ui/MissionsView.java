package org.kvartal.missions.ui;

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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.MissionTopics;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.Missions.MissionList;
import org.kvartal.missions.Projects.ListKey;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Missions and delegations: those on the road, those that are planned, and those that are over. */
@Route(MissionPages.MISSIONS)
@Menu(title = "missions.menu", order = 45, icon = "globe")
@PermitAll
@StyleSheet("context://missions/trips.css")
class MissionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 30;

    private static final MissionFilter ROAD = new MissionFilter(Set.of(MissionState.ON_THE_ROAD, MissionState.DEBRIEF));
    private static final MissionFilter PLANNED = new MissionFilter(
            Set.of(MissionState.PLANNING, MissionState.ROSTER_FIXED, MissionState.CONFIRMED, MissionState.PAUSED));
    private static final MissionFilter PAST = new MissionFilter(Set.of(MissionState.DONE, MissionState.TERMINATED));

    private final Missions missions;
    private final Permissions permissions;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div body = new Div();
    private boolean plans;

    MissionsView(
            Missions missions,
            Permissions permissions,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.missions = missions;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
    }

    private record Read(MissionList road, MissionList planned, MissionList past) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        plans = missions.mayPlan(words.asker());
        removeAll();
        add(heading(), body);
        watch.on(MissionTopics.ALL, this::read, this::show);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return words.text("missions.menu");
    }

    private Read read() {
        return new Read(list(ROAD, null), list(PLANNED, null), list(PAST, null));
    }

    private MissionList list(MissionFilter filter, @Nullable ListKey before) {
        return missions.list(words.asker(), filter, before, SHOWN);
    }

    private PageHeading heading() {
        List<Component> acts = new ArrayList<>();
        acts.add(Pieces.button(ShellPages.path(MissionPages.AGREEMENTS), words.text("missions.deal.title"), false));
        if (permissions.has(words.asker(), MissionRights.OVERSEE, Scope.PLATFORM)) {
            acts.add(Pieces.button(ShellPages.path(MissionPages.RESULTS), words.text("missions.ledger.title"), false));
        }
        if (plans) {
            acts.add(Pieces.button(ShellPages.path(MissionPages.NEW_MISSION), words.text("missions.trip.new"), true));
        }
        return new PageHeading(getPageTitle())
                .lead(words.text("missions.trip.lead"))
                .acts(acts.toArray(Component[]::new));
    }

    private void show(Read read) {
        body.removeAll();
        if (read.road().missions().isEmpty()
                && read.planned().missions().isEmpty()
                && read.past().missions().isEmpty()) {
            EmptyState empty = new EmptyState(words.text("missions.trip.none"), words.text("missions.trip.none-text"));
            body.add(
                    plans
                            ? empty.offer(Pieces.button(
                                    ShellPages.path(MissionPages.NEW_MISSION), words.text("missions.trip.new"), true))
                            : empty);
            return;
        }
        part("missions.trip.road", ROAD, read.road());
        part("missions.trip.planned", PLANNED, read.planned());
        part("missions.trip.past", PAST, read.past());
        watch.shown();
    }

    private void part(String title, MissionFilter filter, MissionList list) {
        if (list.missions().isEmpty()) {
            return;
        }
        UnorderedList rows = Pieces.rows();
        list.missions().forEach(line -> rows.add(TripPieces.mission(line, words)));
        Div older = new Div();
        older.addClassName("older");
        more(filter, list.next(), rows, older);
        body.add(Pieces.part(words.text(title), rows, older));
    }

    private void more(MissionFilter filter, @Nullable ListKey key, UnorderedList rows, Div older) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text("missions.trip.older"), _ -> {
                MissionList next = list(filter, key);
                next.missions().forEach(line -> rows.add(TripPieces.mission(line, words)));
                more(filter, next.next(), rows, older);
            }));
        }
    }
}
