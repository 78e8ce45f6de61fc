package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.CheckIn.AttendanceSheet;
import org.kvartal.seminars.CheckIn.SheetLine;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.Notices;

/** Who was there on a day: one press for each. */
class AttendancePart extends Div {

    private static final int SHOWN = 50;

    private final DeskTools tools;
    private final SeminarPage page;
    private final Words words;
    private final Div place;
    private final Runnable again;
    private final Kept<DayId> kept;
    private final Div list = new Div();

    AttendancePart(DeskTools tools, SeminarPage page, Kept<DayId> kept, Words words, Div place, Runnable again) {
        this.tools = tools;
        this.page = page;
        this.kept = kept;
        this.words = words;
        this.place = place;
        this.again = again;
        Select<Day> day = new Select<>();
        day.setLabel(words.text("seminars.field.day"));
        day.setItems(page.days());
        day.setItemLabelGenerator(one -> words.day(one.date()));
        day.setValue(day(page, kept.value(), today()));
        day.setVisible(page.days().size() > 1);
        day.addValueChangeListener(change -> {
            kept.keep(change.getValue().id());
            show();
        });
        Div head = new Div(day);
        head.addClassName("part-head");
        if (page.may().letIn() && page.card().state().open()) {
            String slug = page.card().slug();
            Div doors = new Div(
                    Pieces.button(SeminarPages.checkIn(slug), words.text("seminars.app.check-in"), false),
                    Pieces.button(SeminarPages.door(slug), words.text("seminars.app.door"), false));
            doors.addClassName("page-acts");
            head.add(doors);
        }
        add(head, list);
        kept.keep(day.getValue().id());
        show();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(tools.clock().instant(), page.card().zone());
    }

    /** The one that was shown, else today's, else the last that has come, else the first. */
    static Day day(SeminarPage page, @Nullable DayId shown, LocalDate today) {
        Day found = page.days().getFirst();
        for (Day day : page.days()) {
            if (day.id().equals(shown)) {
                return day;
            }
            if (!day.date().isAfter(today)) {
                found = day;
            }
        }
        return found;
    }

    private AttendanceSheet read(@Nullable RegistrationId after) {
        return tools.checkIn().sheet(words.asker(), page.card().id(), after, SHOWN);
    }

    private void show() {
        list.removeAll();
        AttendanceSheet first = read(null);
        if (first.lines().isEmpty()) {
            list.add(Pieces.quiet(words.text("seminars.app.nobody")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        Div more = new Div();
        more.addClassName("older");
        first.lines().forEach(line -> rows.add(row(line)));
        more(first.next(), rows, more);
        list.add(rows, more);
    }

    private void more(@Nullable RegistrationId after, UnorderedList rows, Div more) {
        more.removeAll();
        if (after != null) {
            more.add(new Button(words.text("seminars.app.show-more"), _ -> {
                AttendanceSheet next = read(after);
                next.lines().forEach(line -> rows.add(row(line)));
                more(next.next(), rows, more);
            }));
        }
    }

    private ListItem row(SheetLine line) {
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(line.state(), words));
        Div end = new Div(choices(line));
        end.addClassName("attendance-end");
        SeminarState state = page.card().state();
        if (page.may().certify() && state.held() && settled(line.state())) {
            end.add(new Acts(words, place, again)
                    .seldom("judge", () -> judge(line))
                    .row(line.name()));
        }
        return Pieces.row(Pieces.person(line.person(), line.name()), end, facts.toArray(Component[]::new));
    }

    private static boolean settled(RegistrationState state) {
        return state == RegistrationState.COMPLETED || state == RegistrationState.INCOMPLETE;
    }

    private Div choices(SheetLine line) {
        Div choices = new Div();
        choices.addClassName("presence");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", line.name());
        Map<Presence, NativeButton> buttons = new HashMap<>();
        Presence now = line.presence().get(kept.value());
        SeminarState state = page.card().state();
        boolean may = page.may().keep()
                && line.state() != RegistrationState.NO_SHOW
                && (state.open() || state == SeminarState.FINISHED);
        for (Presence presence : Presence.values()) {
            NativeButton button = new NativeButton(words.of("presence", presence));
            button.addClassName("chip");
            press(button, presence == now);
            button.setEnabled(may);
            button.addClickListener(_ -> mark(line, presence, buttons));
            buttons.put(presence, button);
            choices.add(button);
        }
        return choices;
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }

    private void mark(SheetLine line, Presence presence, Map<Presence, NativeButton> buttons) {
        try {
            tools.checkIn().mark(words.asker(), line.registration(), kept.value(), presence);
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
            return;
        }
        buttons.forEach((one, button) -> press(button, one == presence));
    }

    private Ask judge(SheetLine line) {
        Ask ask = new Ask(words, "seminars.judge." + line.registration(), "seminars.app.save")
                .note(words.text("seminars.app.judge-text", line.name()));
        RadioButtonGroup<Boolean> completed = ask.asking("completed", new RadioButtonGroup<>(line.name()));
        completed.setItems(true, false);
        completed.setItemLabelGenerator(
                one -> words.of("place", one ? RegistrationState.COMPLETED : RegistrationState.INCOMPLETE));
        completed.setValue(line.state() != RegistrationState.COMPLETED);
        TextArea reason = ask.block("reason", ask.label("reason"), "", true);
        return ask.doing(() ->
                tools.checkIn().judge(words.asker(), line.registration(), completed.getValue(), reason.getValue()));
    }
}
