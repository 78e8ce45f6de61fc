package org.kvartal.missions.ui;

import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Places;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionKind;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;

/** What a mission is, to be written: its name and its days first, the rest folded. */
class MissionForm {

    private final Ask ask;
    private final LocalizedField title;
    private final Select<MissionKind> kind;
    private final DayField starts;
    private final DayField ends;
    private LocalizedField about;
    private GoalFields goals;
    private ClockChoice clock;

    /** @param content null for a new one */
    @SuppressWarnings("NullAway.Init") // three are made where the form folds them
    MissionForm(Words words, String form, String press, @Nullable MissionContent content, Places places, ZoneId zone) {
        ask = new Ask(words, form, press);
        title = ask.text("title", "missions.trip.field.title", 1, true, content == null ? null : content.title());
        kind = ask.choice(
                "kind",
                "missions.trip.field.kind",
                List.of(MissionKind.values()),
                one -> words.of("kind", one),
                content == null ? MissionKind.DELEGATION : content.kind());
        starts = ask.day("starts", "missions.trip.field.starts", content == null ? null : content.starts(), true);
        ends = ask.day("ends", "missions.trip.field.ends", content == null ? null : content.ends(), true);
        starts.addValueChangeListener(change -> {
            LocalDate first = change.getValue();
            LocalDate last = ends.getValue();
            if (first != null && (last == null || last.isBefore(first))) {
                ends.setValue(first);
            }
        });
        ask.folded(
                content != null && (content.about() != null || !content.goals().isEmpty()), () -> {
                    about = ask.text(
                            "about", "missions.trip.field.about", 3, false, content == null ? null : content.about());
                    goals = ask.group(new GoalFields(words, content == null ? List.of() : content.goals()));
                    clock = ask.asking(
                            "zone",
                            new ClockChoice(
                                    words.text("missions.trip.field.clock"),
                                    places,
                                    content == null ? zone : content.zone(),
                                    words));
                });
    }

    Ask ask() {
        return ask;
    }

    MissionContent content() {
        return new MissionContent(
                kind.getValue(),
                title.text(),
                about.textOrNull(),
                starts.getValue(),
                ends.getValue(),
                clock.zone(),
                goals.goals());
    }
}
