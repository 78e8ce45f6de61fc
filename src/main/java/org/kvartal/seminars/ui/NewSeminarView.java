package org.kvartal.seminars.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarRights;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.DayField;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** A seminar in a minute: title, date, place, seats; the rest is folded away. */
@Route(SeminarPages.NEW)
@PermitAll
@StyleSheet("context://seminars/seminars.css")
class NewSeminarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SeminarDesk desk;
    private final FormTools tools;
    private final Permissions permissions;
    private final HouseClock clock;
    private final Words words;

    /** The day as it is typed. */
    private record Frame(DayField date, TimePicker start, TimePicker end) {

        Day of(Day first) {
            return new Day(first.id(), date.getValue(), start.getValue(), end.getValue());
        }
    }

    NewSeminarView(
            SeminarDesk desk,
            FormTools tools,
            Permissions permissions,
            HouseClock clock,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.desk = desk;
        this.tools = tools;
        this.permissions = permissions;
        this.clock = clock;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "seminars", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), SeminarRights.BEGIN, Scope.PLATFORM);
        removeAll();
        Ask form = form();
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(SeminarPages.SEMINARS), words.text("seminars.menu"))
                        .lead(words.text("seminars.app.new-lead")),
                form);
        form.focus();
    }

    private Ask form() {
        SeminarId id = SeminarId.next();
        Ask ask = new Ask(words, "seminars.new", "seminars.app.begin");
        Frame[] frame = new Frame[1];
        ContentForm form = new ContentForm(
                ask,
                tools.first(words.language()),
                true,
                tools,
                () -> ask.beside(() -> frame[0] = new Frame(
                        ask.day("date", null, true),
                        ask.time("start", LocalTime.of(10, 0)),
                        ask.time("end", LocalTime.of(17, 0)))));
        form.rest();
        DayField date = Objects.requireNonNull(frame[0]).date();
        date.addValueChangeListener(change -> date.setHelperText(
                change.getValue() != null && change.getValue().isBefore(clock.today())
                        ? words.text("seminars.hint.past-day")
                        : null));
        String[] slug = {""};
        ask.doing(() -> slug[0] = begin(id, form, Objects.requireNonNull(frame[0])))
                .ready()
                .onSent(() -> getUI().ifPresent(
                                ui -> ui.navigate(SeminarPages.SEMINARS + "/" + slug[0] + "/" + SeminarPages.DESK)))
                .onLeft(() -> getUI().ifPresent(ui -> ui.navigate(SeminarPages.SEMINARS)));
        return ask;
    }

    /** Whoever mends what was refused the second time goes on with the draft of the first. */
    private String begin(SeminarId id, ContentForm form, Frame frame) {
        String slug = desk.begin(
                words.asker(),
                new NewSeminar(
                        id,
                        form.title().text(),
                        frame.date().getValue(),
                        frame.start().getValue(),
                        frame.end().getValue(),
                        form.zone(),
                        form.place(),
                        form.capacity(),
                        null));
        Day first = page(slug).days().getFirst();
        if (!frame.of(first).equals(first)) {
            desk.plan(words.asker(), id, page(slug).card().version(), List.of(frame.of(first)), List.of());
        }
        SeminarPage page = page(slug);
        SeminarContent wished = form.content(page.days());
        if (!wished.equals(page.content())) {
            desk.change(words.asker(), id, page.card().version(), wished);
        }
        return slug;
    }

    private SeminarPage page(String slug) {
        return tools.seminars().find(words.asker(), slug).orElseThrow(NotFound::new);
    }

    @Override
    public String getPageTitle() {
        return words.text("seminars.app.new");
    }
}
