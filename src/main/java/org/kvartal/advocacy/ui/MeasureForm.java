package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.alliance.Directory;
import org.kvartal.membership.MemberId;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;

/** What a measure says, to be written. */
class MeasureForm {

    private final Ask ask;
    private final Owner kept;
    private final @Nullable EntryChoice entry;
    private final LocalizedField title;
    private final LocalizedField about;
    private final TextField implementer;
    private final DayField starts;
    private final DayField due;
    private final Select<ReportSchedule> schedule;
    private final TextField strategy;
    private final TextField external;
    private final AimFields aims;

    /**
     * @param content null for a new one
     * @param owner of whom it is sure; null where the directory has to be asked
     */
    MeasureForm(
            Words words,
            String form,
            String press,
            @Nullable MeasureContent content,
            @Nullable Owner owner,
            Directory directory) {
        ask = new Ask(words, form, press);
        title = ask.text("title", "advocacy.field.title", 1, true, content == null ? null : content.title());
        about = ask.text("about", "advocacy.app.field.about", 3, false, content == null ? null : content.about());
        kept = owner == null ? new Owner.OfMember(MemberId.next()) : owner;
        entry = owner == null
                ? ask.asking("owner", new EntryChoice(words.text("advocacy.measure.owner"), directory, words))
                : null;
        implementer = ask.line(
                "implementer", "advocacy.measure.implementer", content == null ? "" : content.implementer(), false);
        starts = ask.day("starts", "advocacy.app.field.starts", content == null ? null : content.starts(), true);
        due = ask.day("due", "advocacy.app.field.due", content == null ? null : content.due(), true);
        schedule = ask.choice(
                "schedule",
                "advocacy.measure.reports",
                List.of(ReportSchedule.values()),
                one -> words.of("schedule", one),
                content == null ? ReportSchedule.QUARTERLY : content.schedule());
        strategy = ask.line("strategy", "advocacy.measure.strategy", content == null ? "" : content.strategy(), false);
        external =
                ask.line("external", "advocacy.app.field.external", content == null ? "" : content.external(), false);
        aims = new AimFields(ask, content == null ? Aims.NONE : content.aims());
    }

    Ask ask() {
        return ask;
    }

    MeasureContent content() {
        return new MeasureContent(
                title.text(),
                about.textOrNull(),
                entry == null ? kept : new Owner.OfEntry(entry.getValue().id()),
                implementer.getValue(),
                starts.getValue(),
                due.getValue(),
                schedule.getValue(),
                strategy.getValue(),
                external.getValue(),
                aims.aims());
    }
}
