package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Convening.SessionChange;
import org.kvartal.forum.Room;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;

/** When and where a session takes place, to be planned or changed. */
class SessionForm extends WordedSheet {

    private final BiFunction<Asker, NewSession, String> plan;
    private final BiConsumer<Asker, SessionChange> change;
    private final SessionId id;
    private final @Nullable SessionCard session;
    private final ZoneId house;
    private final LocalizedField title;
    private final DayField day;
    private final TimePicker time;
    private final IntegerField minutes;
    private final VenueFields venue;
    private final DayField itemsUntil;
    private final ClashNote clashes;
    private String code = "";

    /** The id is made with the form, so that a second press is the same session. */
    static SessionForm planning(Convening convening, Places places, ClashNote clashes, ZoneId house, Words words) {
        return new SessionForm(
                convening::plan, (_, _) -> {}, SessionId.next(), false, null, null, places, clashes, house, words);
    }

    /** For a session that was held without the house. */
    static SessionForm entering(Room room, Places places, ClashNote clashes, ZoneId house, Words words) {
        return new SessionForm(
                room::enterFromPaper, (_, _) -> {}, SessionId.next(), true, null, null, places, clashes, house, words);
    }

    static SessionForm changing(
            Convening convening,
            SessionCard session,
            String callLink,
            Places places,
            ClashNote clashes,
            ZoneId house,
            Words words) {
        return new SessionForm(
                convening::plan,
                convening::change,
                session.id(),
                session.paper(),
                session,
                new Venue(session.place(), session.city(), callLink),
                places,
                clashes,
                house,
                words);
    }

    /** @param held whether it was held without the house: nothing is proposed for it any more */
    private SessionForm(
            BiFunction<Asker, NewSession, String> plan,
            BiConsumer<Asker, SessionChange> change,
            SessionId id,
            boolean held,
            @Nullable SessionCard session,
            @Nullable Venue at,
            Places places,
            ClashNote clashes,
            ZoneId house,
            Words words) {
        super(
                words,
                "session " + (session == null ? "" : id),
                words.text(session == null ? "forum.app.session.plan" : "forum.app.save"));
        this.plan = plan;
        this.change = change;
        this.id = id;
        this.session = session;
        this.house = house;
        this.clashes = clashes;
        addClassName("long");
        title = named("title", "forum.app.field.title", session == null ? null : session.title());
        day = field("starts", new DayField(words.text("forum.app.field.day"), words.language()));
        day.setRequiredIndicatorVisible(true);
        time = field("time", Fields.time(words.text("forum.app.field.time"), words));
        minutes = field("minutes", Fields.number(words.text("forum.app.field.minutes"), 120, 10, 1440, words));
        venue = new VenueFields(this, places, at, words);
        itemsUntil = field("itemsUntil", new DayField(words.text("forum.app.field.items-until"), words.language()));
        itemsUntil.setHelperText(words.text("forum.app.field.items-until-hint"));
        itemsUntil.setVisible(!held);
        if (session == null) {
            time.setValue(LocalTime.of(18, 0));
        } else {
            day.setValue(session.starts().toLocalDate());
            time.setValue(session.starts().toLocalTime());
            minutes.setValue(session.minutes());
            itemsUntil.setValue(held ? null : session.itemsUntil());
        }
        day.addValueChangeListener(_ -> look());
        time.addValueChangeListener(_ -> look());
        venue.onCity(this::look);
        if (session != null && session.state() == SessionState.OPEN && !held) {
            Paragraph told = new Paragraph(words.text("forum.app.session.told"));
            told.addClassName("settings-hint");
            fill(title, Fields.beside(day, time, minutes), venue, clashes, itemsUntil, told);
        } else {
            fill(title, Fields.beside(day, time, minutes), venue, clashes, itemsUntil);
        }
    }

    /** Of the session that was planned. */
    String code() {
        return code;
    }

    @Override
    protected List<Refused> problems() {
        List<Refused> problems = super.problems();
        LocalDate first = day.getValue();
        LocalDate until = itemsUntil.getValue();
        if (first != null && until != null && until.isAfter(first)) {
            problems.add(Refused.at("itemsUntil", "forum.refused.items-until"));
        }
        return problems;
    }

    @Override
    public void focus() {
        title.focus();
    }

    @Override
    protected void send() {
        LocalDateTime starts = day.getValue().atTime(time.getValue());
        if (session == null) {
            code = plan.apply(
                    words.asker(),
                    new NewSession(
                            id,
                            title.text(),
                            starts,
                            venue.zone(house),
                            minutes.getValue(),
                            venue.venue(),
                            itemsUntil.getValue()));
        } else {
            change.accept(
                    words.asker(),
                    new SessionChange(
                            id,
                            session.version(),
                            title.text(),
                            starts,
                            venue.zone(session.zone()),
                            minutes.getValue(),
                            venue.venue(),
                            itemsUntil.getValue()));
        }
    }

    private void look() {
        LocalDate first = day.getValue();
        LocalTime at = time.getValue();
        Integer lasting = minutes.getValue();
        if (first == null || at == null || lasting == null) {
            clashes.nothing();
        } else {
            clashes.look(
                    venue.venue().city(),
                    first.atTime(at),
                    lasting,
                    venue.zone(session == null ? house : session.zone()),
                    null,
                    session == null ? null : id.value());
        }
    }
}
