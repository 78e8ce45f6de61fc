package org.kvartal.forum.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.calendar.Recurrence;
import org.kvartal.forum.AgendaTemplate;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesBook.SeriesChange;
import org.kvartal.forum.SeriesBook.SeriesContent;
import org.kvartal.forum.SeriesBook.SeriesPage;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places;
import org.kvartal.shell.LocalizedField;

/** What a series says, to be set up or changed. */
class SeriesForm extends WordedSheet {

    private final SeriesBook series;
    private final SeriesId id;
    private final @Nullable SeriesPage page;
    private final LocalizedField name;
    private final RecurrenceFields recurrence;
    private final IntegerField minutes;
    private final VenueFields venue;
    private final IntegerField deadline;
    private final TemplateFields template;
    private final @Nullable MultiSelectComboBox<PersonCard> facilitators;
    private final ClashNote clashes;

    /** @param id made with the form, so that a second press is the same series */
    SeriesForm(
            SeriesBook series,
            SeriesId id,
            @Nullable SeriesPage page,
            boolean mayName,
            ForumPeople people,
            Places places,
            ClashNote clashes,
            ZoneId house,
            Words words) {
        super(
                words,
                "series " + (page == null ? "" : id),
                words.text(page == null ? "forum.app.series.make" : "forum.app.save"));
        this.series = series;
        this.id = id;
        this.page = page;
        this.clashes = clashes;
        addClassName("long");
        SeriesContent now = page == null ? null : page.content();
        name = named("name", "forum.app.field.series-name", now == null ? null : now.name());
        venue = new VenueFields(this, places, now == null ? null : now.venue(), words);
        recurrence =
                new RecurrenceFields(this, series, now == null ? null : now.recurrence(), venue.zone(house), words);
        minutes = field(
                "minutes",
                Fields.number(
                        words.text("forum.app.field.minutes"), now == null ? 120 : now.minutes(), 10, 1440, words));
        deadline = field(
                "deadlineDays",
                Fields.number(
                        words.text("forum.app.field.deadline"), now == null ? 7 : now.deadlineDays(), 0, 90, words));
        deadline.setHelperText(words.text("forum.app.field.deadline-hint"));
        template = new TemplateFields(now == null ? AgendaTemplate.EMPTY : now.template(), words);
        facilitators = mayName ? facilitators(people, page == null ? List.of() : page.facilitators()) : null;
        venue.onCity(() -> recurrence.at(venue.zone(house)));
        recurrence.onChange(this::look);
        Paragraph later = new Paragraph(words.text("forum.app.series.later"));
        later.addClassName("settings-hint");
        later.setVisible(page != null);
        if (facilitators == null) {
            fill(name, recurrence, venue, clashes, Fields.beside(minutes, deadline), template, later);
        } else {
            fill(name, recurrence, venue, clashes, Fields.beside(minutes, deadline), facilitators, template, later);
        }
    }

    private MultiSelectComboBox<PersonCard> facilitators(ForumPeople people, List<PersonCard> named) {
        MultiSelectComboBox<PersonCard> field =
                field("facilitators", new MultiSelectComboBox<>(words.text("forum.app.field.facilitators")));
        field.setHelperText(words.text("forum.app.field.facilitators-hint"));
        field.setItemLabelGenerator(PersonCard::name);
        var found = people.find(words);
        field.setItems(query -> found.fetchItems(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        field.setValue(Set.copyOf(named));
        return field;
    }

    @Override
    protected boolean incomplete() {
        boolean own = super.incomplete();
        return template.incomplete() || own;
    }

    @Override
    public void focus() {
        name.focus();
    }

    @Override
    protected void send() {
        Optional<Recurrence> rule = recurrence.recurrence();
        if (rule.isEmpty()) {
            throw Refused.at("recurrence", "kernel.refused.missing");
        }
        SeriesContent content = new SeriesContent(
                name.text(), rule.get(), minutes.getValue(), venue.venue(), template.template(), deadline.getValue());
        Set<PersonId> named = facilitators == null
                ? null
                : facilitators.getValue().stream().map(PersonCard::id).collect(Collectors.toSet());
        if (page == null) {
            series.make(words.asker(), new NewSeries(id, content, named == null ? Set.of() : named));
        } else {
            series.change(words.asker(), new SeriesChange(id, page.version(), content, named));
        }
    }

    private void look() {
        recurrence
                .recurrence()
                .filter(_ -> !minutes.isEmpty())
                .ifPresentOrElse(
                        rule -> clashes.look(
                                venue.venue().city(),
                                rule.start(),
                                minutes.getValue(),
                                rule.zone(),
                                rule.repetition(),
                                null),
                        clashes::nothing);
    }
}
