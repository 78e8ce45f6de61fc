package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.AttendanceId;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Presence.CameBy;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.QuorumLine;
import org.kvartal.forum.SessionId;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Who is there, and whether that is enough. Rows of people whom nothing has happened to stay as they are: hundreds come in while somebody presses. */
class PresentPart extends Section {

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;
    private final Figure people = new Figure();
    private final Figure associations = new Figure();
    private final Div quorum = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Map<AttendanceId, Row> rows = new HashMap<>();
    private final Drawn drawnQuorum = new Drawn();
    private @Nullable DeskPage page;

    private record Row(AttendanceLine line, ListItem item) {}

    PresentPart(RoomTools tools, RoomActs acts, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        Button enter = new Button(
                words.text("forum.room.enter"),
                Icon.PLUS.create(),
                _ -> acts.open(new EnterForm(tools, seen().session().id(), words), "forum.room.entered"));
        Button change = new Button(
                words.text("forum.room.quorum"),
                _ -> acts.open(new QuorumForm(tools, seen(), words), "forum.app.saved"));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        Div presses = new Div(enter, change);
        presses.addClassName("hand-acts");
        list.addClassName("present-list");
        add(new H2(words.text("forum.room.present")), people, associations, quorum, presses, list);
    }

    private DeskPage seen() {
        return Objects.requireNonNull(page);
    }

    void show(DeskPage now) {
        page = now;
        Attendance attendance = now.attendance();
        people.show(attendance.people(), words.text("forum.room.people", attendance.people()));
        associations.show(attendance.associations(), words.text("forum.room.associations", attendance.associations()));
        QuorumLine line = now.quorum();
        if (drawnQuorum.anew(line == null ? null : line.met(), line == null ? null : line.needed())) {
            quorum.removeAll();
            if (line != null) {
                quorum.add(new StatusBadge(
                        line.met() ? Status.DONE : Status.WAITING,
                        words.text(line.met() ? "forum.room.quorum-met" : "forum.room.quorum-missing", line.needed())));
            }
        }
        rows(attendance, now.session().id());
    }

    private void rows(Attendance attendance, SessionId session) {
        Set<AttendanceId> shown = new HashSet<>();
        attendance.lines().forEach(line -> shown.add(line.id()));
        rows.entrySet().removeIf(row -> {
            boolean gone = !shown.contains(row.getKey());
            if (gone) {
                list.remove(row.getValue().item());
            }
            return gone;
        });
        int at = 0;
        for (AttendanceLine line : attendance.lines()) {
            Row known = rows.get(line.id());
            if (known == null || !known.line().equals(line)) {
                Row next = new Row(line, row(line, session));
                if (known != null) {
                    list.remove(known.item());
                }
                list.addComponentAtIndex(at, next.item());
                rows.put(line.id(), next);
            }
            at++;
        }
    }

    private ListItem row(AttendanceLine line, SessionId session) {
        Div who = new Div();
        if (line.person() == null) {
            who.add(new Span(line.guest()), new Span(" " + words.text("forum.room.is-guest")));
        } else {
            who.add(new PersonChip(
                    line.person().id(),
                    line.person().name(),
                    line.person().picture(),
                    line.person().language()));
        }
        if (line.onBehalfOf() != null) {
            who.add(words.forWhom(line.onBehalfOf()));
        }
        if (line.way() == CameBy.REMOTE) {
            who.add(new Span(words.text("forum.room.remote")));
        }
        boolean there = line.left() == null;
        Div presses = new Div(Steps.button(
                there ? Icon.SIGN_OUT : Icon.REPLY,
                words.text(there ? "forum.room.gone" : "forum.room.back", line.name()),
                true,
                () -> acts.now(() -> tools.presence().mark(words.asker(), session, line.id(), !there))));
        presses.addClassName("hand-acts");
        if (line.way() == CameBy.HAND) {
            presses.add(Steps.button(
                    Icon.CLOSE,
                    words.text("forum.room.never-there", line.name()),
                    true,
                    () -> acts.now(() -> tools.presence().strike(words.asker(), session, line.id()))));
        }
        ListItem row = new ListItem(who, presses);
        if (!there) {
            row.addClassName("gone");
        }
        return row;
    }

    /** A number and what it counts. */
    private static final class Figure extends Div {

        private final Span number = new Span();
        private final Span unit = new Span();

        Figure() {
            addClassName("figure");
            number.addClassName("figure-number");
            unit.addClassName("figure-words");
            add(number, unit);
        }

        void show(int many, String said) {
            number.setText(String.valueOf(many));
            unit.setText(said);
        }
    }
}
