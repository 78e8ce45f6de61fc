package org.kvartal.seminars.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.MemberCard;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.shell.PlainFields;

/** Seats that only some may take. */
final class GroupRow extends RowsField.Row {

    private final GroupId id;
    private final TextField name;
    private final IntegerField seats;
    private final MultiSelectComboBox<MemberCard> members;
    private final MultiSelectComboBox<BodyCard> bodies;
    private final MomentField until;
    private final ZoneId zone;
    private final Words words;

    GroupRow(@Nullable Group group, ZoneId zone, DeskTools tools, Words words) {
        this.zone = zone;
        this.words = words;
        id = group == null ? GroupId.next() : group.id();
        name = new TextField(words.text("seminars.field.name"), group == null ? "" : group.name(), "");
        name.setRequiredIndicatorVisible(true);
        seats = PlainFields.number(words.text("seminars.field.seats"), 1, SeminarDesk.MOST_SEATS, words);
        seats.setValue(group == null ? 1 : group.seats());
        seats.setRequiredIndicatorVisible(true);
        members = tools.people()
                .organisations(words.text("seminars.field.members"), group == null ? Set.of() : group.members(), words);
        bodies = new MultiSelectComboBox<>(words.text("seminars.field.bodies"));
        List<BodyCard> all = tools.bodies().all(words.asker());
        bodies.setItems(all);
        bodies.setItemLabelGenerator(body -> words.name(body.name()));
        bodies.setValue(all.stream()
                .filter(body -> group != null && group.bodies().contains(body.id()))
                .collect(Collectors.toSet()));
        bodies.setVisible(!all.isEmpty());
        until = new MomentField(
                words.text("seminars.field.until"),
                group == null || group.until() == null ? null : LocalDateTime.ofInstant(group.until(), zone),
                words);
        until.setHelperText(words.text("seminars.hint.until"));
        add(PlainFields.beside(name, seats), members, bodies, until);
    }

    Group group() {
        LocalDateTime released = until.getValue();
        return new Group(
                id,
                name.getValue(),
                members.getValue().stream().map(MemberCard::id).collect(Collectors.toSet()),
                bodies.getValue().stream().map(BodyCard::id).collect(Collectors.toSet()),
                seats.getValue(),
                released == null ? null : released.atZone(zone).toInstant());
    }

    @Override
    boolean incomplete() {
        boolean ofName = Pieces.missing(name, words);
        boolean ofSeats = Pieces.missing(seats, words);
        return ofName || ofSeats;
    }

    @Override
    void focus() {
        name.focus();
    }
}
