package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.Missions.MissionLine;
import org.kvartal.shell.DayField;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where a mission is begun: anew, or like an earlier one. */
@Route(MissionPages.NEW_MISSION)
@PermitAll
@StyleSheet("context://missions/trips.css")
class NewMissionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int EARLIER = 50;

    private final MissionDesk desk;
    private final Missions missions;
    private final Places places;
    private final Permissions permissions;
    private final House house;
    private final Words words;
    private final Div place = new Div();
    private final Div ways = new Div();

    NewMissionView(
            MissionDesk desk,
            Missions missions,
            Places places,
            Permissions permissions,
            House house,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.desk = desk;
        this.missions = missions;
        this.places = places;
        this.permissions = permissions;
        this.house = house;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
        ways.addClassName("page-acts");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), MissionRights.COORDINATE, Scope.PLATFORM);
        List<MissionLine> earlier =
                missions.list(words.asker(), MissionFilter.ALL, null, EARLIER).missions();
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(MissionPages.MISSIONS), words.text("missions.menu"))
                        .lead(words.text("missions.trip.new-lead")),
                ways,
                place);
        anew(earlier);
    }

    @Override
    public String getPageTitle() {
        return words.text("missions.trip.new");
    }

    private void anew(List<MissionLine> earlier) {
        MissionId id = MissionId.next();
        MissionForm form =
                new MissionForm(words, "missions.new-mission", "missions.trip.plan", null, places, house.zone());
        String[] code = {""};
        show(form.ask().doing(() -> code[0] = desk.plan(words.asker(), id, form.content())), code);
        ways.removeAll();
        if (!earlier.isEmpty()) {
            ways.add(new Button(words.text("missions.trip.like-earlier"), _ -> like(earlier)));
        }
    }

    private void like(List<MissionLine> earlier) {
        MissionId id = MissionId.next();
        Ask ask = new Ask(words, "missions.copy-mission", "missions.trip.plan")
                .note(words.text("missions.trip.copy-text"));
        Select<MissionLine> from = ask.choice(
                "from",
                "missions.trip.field.from",
                earlier,
                line -> line.code() + " · " + words.name(line.title()),
                earlier.getFirst());
        DayField starts = ask.day("starts", "missions.trip.field.starts", null, true);
        String[] code = {""};
        show(ask.doing(() -> code[0] = desk.copy(words.asker(), from.getValue().id(), id, starts.getValue())), code);
        ways.removeAll();
        ways.add(new Button(words.text("missions.trip.anew"), _ -> anew(earlier)));
        ask.focus();
    }

    private void show(Ask ask, String[] code) {
        place.removeAll();
        place.add(ask.ready()
                .onSent(() -> getUI().ifPresent(ui -> ui.navigate(MissionPages.MISSIONS + "/" + code[0])))
                .onLeft(() -> getUI().ifPresent(ui -> ui.navigate(MissionPages.MISSIONS))));
    }
}
