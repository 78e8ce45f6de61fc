package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.CheckIn.Seen;
import org.kvartal.seminars.CheckIn.SheetLine;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/**
 * At the door, with a phone: the phone's own camera reads the picture of a participant and opens this page, which lets them in at once, since the same again is nothing; whoever
 * has no picture at hand is found by name.
 */
@Route(SeminarPages.SEMINARS + "/:slug/" + SeminarPages.CHECK_IN)
@PermitAll
@StyleSheet("context://seminars/seminars.css")
class CheckInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskTools tools;
    private final Words words;
    private final Div result = new Div();
    private final Div found = new Div();
    private final Select<Day> day = new Select<>();
    private final TextField name;
    private String slug = "";
    private @Nullable SeminarPage page;

    CheckInView(DeskTools tools, Messages messages, Wording wording, CurrentReader currentReader) {
        this.tools = tools;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "seminars", "narrow", "check-in");
        result.addClassName("check-in-result");
        result.getElement().setAttribute("role", "status");
        name = new TextField(words.text("seminars.field.find-name"));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(_ -> look());
        day.setLabel(words.text("seminars.field.day"));
        day.setItemLabelGenerator(one -> words.day(one.date()));
        day.addValueChangeListener(_ -> look());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFound::new);
        SeminarPage now = tools.seminars().find(words.asker(), slug).orElseThrow(NotFound::new);
        if (!now.may().letIn()) {
            throw new Forbidden();
        }
        page = now;
        day.setItems(now.days());
        day.setValue(AttendancePart.day(
                now,
                null,
                LocalDate.ofInstant(tools.clock().instant(), now.card().zone())));
        day.setVisible(now.days().size() > 1);
        removeAll();
        result.removeAll();
        add(heading(now), result, day, name, found, new Paragraph(words.text("seminars.app.check-in-text")));
        Optional<String> ticket = event.getLocation().getQueryParameters().getSingleParameter(SeminarPages.TICKET);
        ticket.ifPresent(shown -> letIn(() -> tools.checkIn()
                .scan(words.asker(), now.card().id(), day.getValue().id(), shown)));
        look();
    }

    @Override
    public String getPageTitle() {
        return words.text("seminars.app.check-in");
    }

    private PageHeading heading(SeminarPage now) {
        List<Component> facts = new ArrayList<>();
        facts.add(new Anchor(SeminarPages.door(slug), words.text("seminars.app.door")));
        if (now.may().read()) {
            facts.add(new Anchor(DeskView.Part.ATTENDANCE.path(slug), words.text("seminars.desk.attendance")));
        }
        return new PageHeading(getPageTitle())
                .below(SeminarPages.seminar(slug), words.name(now.card().title()))
                .facts(facts.toArray(Component[]::new));
    }

    private void letIn(Supplier<Seen> act) {
        result.removeAll();
        result.removeClassNames("done", "late");
        try {
            Seen seen = act.get();
            result.addClassName("done");
            Paragraph who = new Paragraph(seen.name());
            who.addClassName("check-in-name");
            result.add(
                    who,
                    new StatusBadge(
                            seen.presence() == Presence.LATE ? Status.WAITING : Status.DONE,
                            words.of("presence", seen.presence())));
            if (seen.already()) {
                result.add(new Paragraph(words.text("seminars.app.already-in")));
            }
        } catch (Refused refused) {
            result.addClassName("late");
            Paragraph why = new Paragraph(words.refusal(refused));
            why.addClassName("check-in-name");
            result.add(Icon.ALERT.create(), why);
        }
    }

    private void look() {
        found.removeAll();
        SeminarPage now = page;
        if (now == null || name.getValue().isBlank() || day.isEmpty()) {
            return;
        }
        List<SheetLine> lines = tools.checkIn().find(words.asker(), now.card().id(), name.getValue());
        if (lines.isEmpty()) {
            found.add(Pieces.quiet(words.text("seminars.app.nobody-named")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        for (SheetLine line : lines) {
            Presence presence = line.presence().get(day.getValue().id());
            Button in = new Button(words.text("seminars.app.let-in"), _ -> {
                letIn(() -> tools.checkIn()
                        .letIn(
                                words.asker(),
                                line.registration(),
                                day.getValue().id()));
                name.clear();
            });
            in.setAriaLabel(words.text("seminars.app.let-in-one", line.name()));
            boolean there = presence != null && presence.there();
            rows.add(Pieces.row(
                    Pieces.person(line.person(), line.name()),
                    there ? null : in,
                    presence == null
                            ? Pieces.badge(line.state(), words)
                            : new StatusBadge(there ? Status.DONE : Status.PLAIN, words.of("presence", presence))));
        }
        found.add(rows);
    }
}
