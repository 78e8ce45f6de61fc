package org.kvartal.missions.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Places;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.shell.DayField;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Component;

/** What whoever coordinates can do with a mission now. */
@Component
class TripActs {

    private static final int FACES = 50;

    private final MissionDesk desk;
    private final Places places;
    private final People people;

    TripActs(MissionDesk desk, Places places, People people) {
        this.desk = desk;
        this.places = places;
        this.people = people;
    }

    void into(Acts acts, MissionPage page) {
        Words words = acts.words();
        MissionState state = page.line().state();
        switch (state) {
            case PLANNING -> acts.next("trip-settle", () -> sure(page, words, "settle", desk::fixRoster));
            case ROSTER_FIXED -> acts.next("trip-confirm", () -> sure(page, words, "confirm", desk::confirm));
            case CONFIRMED -> acts.next("trip-set-out", () -> sure(page, words, "set-out", desk::setOut));
            case ON_THE_ROAD -> acts.next("trip-back", () -> sure(page, words, "back", desk::comeBack));
            case DEBRIEF -> acts.next("trip-finish", () -> sure(page, words, "finish", desk::finish));
            case PAUSED -> acts.next("trip-resume", () -> sure(page, words, "resume", desk::resume));
            case DONE, TERMINATED -> {}
        }
        if (state.open()) {
            acts.also("trip-edit", () -> edit(page, words));
        }
        if (state.held() || state == MissionState.CONFIRMED) {
            acts.also(Pieces.button(
                    ShellPages.path(MissionPages.NEW_AGREEMENT) + "?of="
                            + page.line().code(),
                    words.text("missions.app.trip-agreement"),
                    false));
        }
        acts.seldom("trip-copy", () -> copy(page, words));
        if (state.open()) {
            acts.seldom(page.monthly() ? "trip-once" : "trip-monthly", () -> monthly(page, words));
        }
        acts.seldom(page.line().shown() ? "trip-hide" : "trip-show", () -> show(page, words));
        acts.seldom("trip-hand-over", () -> handOver(page, words));
        if (state.next().contains(MissionState.PAUSED)) {
            acts.seldom("trip-hold", () -> because(page, words, "hold", desk::hold));
        }
        if (state.next().contains(MissionState.TERMINATED)) {
            acts.seldom(
                    "trip-terminate",
                    () -> because(page, words, "terminate", desk::terminate).harmful());
        }
    }

    /** What happens to a mission as the page shows it. */
    private interface Step {
        void take(Asker by, MissionId id, long version);
    }

    /** The same with a reason. */
    private interface Reasoned {
        void take(Asker by, MissionId id, long version, String reason);
    }

    private static Ask ask(Words words, MissionPage page, String what) {
        return new Ask(words, "missions.trip-" + what + "." + page.line().code(), "missions.app.trip-" + what);
    }

    private static Ask sure(MissionPage page, Words words, String what, Step step) {
        return ask(words, page, what)
                .note(words.text("missions.app.trip-" + what + "-text"))
                .doing(() ->
                        step.take(words.asker(), page.line().id(), page.line().version()));
    }

    private static Ask because(MissionPage page, Words words, String what, Reasoned step) {
        Ask ask = ask(words, page, what).note(words.text("missions.app.trip-" + what + "-text"));
        TextArea reason = ask.block("reason", "missions.app.field.reason", "", true);
        return ask.doing(
                () -> step.take(words.asker(), page.line().id(), page.line().version(), reason.getValue()));
    }

    private Ask edit(MissionPage page, Words words) {
        MissionForm form = new MissionForm(
                words,
                "missions.trip-edit." + page.line().code(),
                "missions.app.save",
                page.content(),
                places,
                page.content().zone());
        return form.ask()
                .doing(() ->
                        desk.change(words.asker(), page.line().id(), page.line().version(), form.content()));
    }

    private Ask copy(MissionPage page, Words words) {
        MissionId id = MissionId.next();
        Ask ask = ask(words, page, "copy").note(words.text("missions.trip.copy-text"));
        DayField starts = ask.day("starts", "missions.trip.field.starts", null, true);
        return ask.doing(() -> {
            String code = desk.copy(words.asker(), page.line().id(), id, starts.getValue());
            ask.getUI().ifPresent(ui -> ui.navigate(MissionPages.MISSIONS + "/" + code));
        });
    }

    private Ask monthly(MissionPage page, Words words) {
        String what = page.monthly() ? "once" : "monthly";
        return sure(page, words, what, (by, id, version) -> desk.repeat(by, id, version, !page.monthly()));
    }

    private Ask show(MissionPage page, Words words) {
        boolean shown = page.line().shown();
        return sure(page, words, shown ? "hide" : "show", (by, id, version) -> desk.show(by, id, version, !shown));
    }

    private Ask handOver(MissionPage page, Words words) {
        Ask ask = ask(words, page, "hand-over").note(words.text("missions.app.trip-hand-over-text"));
        ComboBox<PersonCard> to = new ComboBox<>(words.text("missions.trip.field.coordinator"));
        to.setItemLabelGenerator(PersonCard::name);
        to.setRequiredIndicatorVisible(true);
        to.setItems(
                query -> people
                        .named(
                                words.asker(),
                                query.getFilter().orElse(""),
                                words.language(),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> people.named(words.asker(), query.getFilter().orElse(""), words.language(), 0, FACES)
                        .size());
        ask.asking("coordinator", to);
        return ask.doing(() -> desk.handOver(
                words.asker(),
                page.line().id(),
                page.line().version(),
                to.getValue().id()));
    }
}
