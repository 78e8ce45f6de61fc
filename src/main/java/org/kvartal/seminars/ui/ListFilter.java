package org.kvartal.seminars.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.seminars.Seminars.SeminarFilter;
import org.springframework.stereotype.Component;

/** Narrows the lists of seminars: by a part of the title, by topic, by series. */
class ListFilter extends Div {

    private final TextField text;
    private final Select<Sector> topic = new Select<>();
    private final Select<ProgrammeCard> programme = new Select<>();
    private boolean offering;

    /** What one chooses from. */
    @Component
    record Choices(Sectors sectors) {}

    ListFilter(Choices choices, Words words, Runnable again) {
        addClassName("seminar-filter");
        text = new TextField(words.text("seminars.field.search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(_ -> again.run());
        topic.setLabel(words.text("seminars.field.topic"));
        topic.setEmptySelectionAllowed(true);
        topic.setEmptySelectionCaption(words.text("seminars.app.all-topics"));
        topic.setItemLabelGenerator(
                one -> one == null ? words.text("seminars.app.all-topics") : words.name(one.name()));
        topic.setItems(choices.sectors().all().stream()
                .filter(sector -> sector.parent() == null)
                .toList());
        topic.addValueChangeListener(_ -> again.run());
        programme.setLabel(words.text("seminars.field.programme"));
        programme.setEmptySelectionAllowed(true);
        programme.setEmptySelectionCaption(words.text("seminars.app.all-series"));
        programme.setItemLabelGenerator(
                one -> one == null ? words.text("seminars.app.all-series") : words.name(one.name()));
        programme.addValueChangeListener(_ -> {
            if (!offering) {
                again.run();
            }
        });
        programme.setVisible(false);
        add(text, topic, programme);
    }

    /** The series that there are now; the one that was chosen stays. */
    void offer(List<ProgrammeCard> all) {
        ProgrammeId chosen = chosen().orElse(null);
        offering = true;
        programme.setItems(all);
        programme.setVisible(!all.isEmpty());
        all.stream().filter(one -> one.id().equals(chosen)).findFirst().ifPresent(programme::setValue);
        offering = false;
    }

    /** @param series as an address names it, empty for all */
    void choose(List<ProgrammeCard> all, String series) {
        offer(all);
        offering = true;
        programme.setValue(all.stream()
                .filter(one -> one.id().toString().equals(series))
                .findFirst()
                .orElse(null));
        offering = false;
    }

    private Optional<ProgrammeId> chosen() {
        return programme.getOptionalValue().map(ProgrammeCard::id);
    }

    boolean narrowed() {
        return !asked(false).equals(SeminarFilter.COMING);
    }

    SeminarFilter asked(boolean over) {
        return new SeminarFilter(
                over,
                chosen().orElse(null),
                topic.getOptionalValue().map(Sector::code).orElse(null),
                text.getValue().strip());
    }
}
