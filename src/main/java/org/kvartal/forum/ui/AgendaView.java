package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.Backlog;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/**
 * The table at which whoever facilitates arranges an agenda: what waits beside what stands. Forms open above both, so that nothing that is typed goes when somebody
 * else changes something meanwhile.
 */
@Route(ForumPages.SESSIONS + "/:code(" + ForumPages.CODE + ")/agenda")
@PermitAll
@StyleSheet("context://forum/forum.css")
class AgendaView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Agenda agenda;
    private final ForumPeople people;
    private final DeskHead head;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div place = new Div();
    private final Div top = new Div();
    private final Section standing = new Section();
    private final Section waiting = new Section();
    private final List<DeskSection> sections = new ArrayList<>();
    private final Table table = new Table();
    private @Nullable BacklogPart backlog;
    private @Nullable AgendaDesk desk;
    private @Nullable Read shown;
    private String code = "";

    AgendaView(
            Agenda agenda,
            ForumPeople people,
            DeskHead.Maker heads,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.agenda = agenda;
        this.people = people;
        this.words = new Words(messages, wording, currentReader.get());
        this.head = heads.make(words, place, this::again);
        this.watch = rereading.watch(this);
        addClassNames("view", "wide", "desk");
        place.addClassName("desk-place");
        standing.addClassName("desk-agenda");
        waiting.addClassName("desk-backlog");
    }

    private record Read(AgendaDesk desk, Backlog backlog) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        AgendaDesk first = agenda.desk(words.asker(), code).orElseThrow(NotFound::new);
        BacklogPart waits = new BacklogPart(agenda, first.session().series(), people, place, this::again, words);
        backlog = waits;
        DropTarget<Section> back = DropTarget.create(waiting);
        back.setDropEffect(DropEffect.MOVE);
        back.addDropListener(dropped -> dropped.getDragSourceComponent().ifPresent(table::dropBack));
        removeAll();
        Div columns = new Div(standing, waiting);
        columns.addClassName("desk-columns");
        add(new KeptFocus(), top, place, columns);
        watch.on(
                List.of(
                        ForumTopics.of(first.session().id()),
                        ForumTopics.backlog(first.session().series())),
                () -> read(waits),
                read -> news(read, waits));
        show(read(waits), waits);
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.agenda.of", code);
    }

    private Read read(BacklogPart waits) {
        return new Read(agenda.desk(words.asker(), code).orElseThrow(NotFound::new), waits.read());
    }

    private void again() {
        BacklogPart waits = Objects.requireNonNull(backlog);
        show(read(waits), waits);
    }

    /** What one has done oneself is shown already: a menu that is open stays. */
    private void news(Read read, BacklogPart waits) {
        if (!read.equals(shown)) {
            show(read, waits);
        }
    }

    private void show(Read read, BacklogPart waits) {
        shown = read;
        desk = read.desk();
        List<AgendaPart> parts = read.desk().parts();
        boolean arranges = read.desk().session().state() != SessionState.CANCELLED;
        top.removeAll();
        top.add(head.of(read.desk()));
        standing.removeAll();
        sections.clear();
        standing.add(new H2(words.text("forum.agenda")));
        for (int at = 0; at < parts.size(); at++) {
            DeskSection section = new DeskSection(parts, at, table, words);
            sections.add(section);
            standing.add(section);
        }
        if (arranges) {
            Button add = new Button(words.text("forum.app.section.add"), Icon.PLUS.create(), _ -> table.addSection());
            standing.add(add);
        }
        waiting.removeAll();
        waiting.add(new H2(words.text("forum.app.backlog")), waits);
        waits.show(read.backlog(), arranges ? parts : List.of(), table);
        watch.shown();
    }

    /** What is pressed and dropped, done once each, and the page read anew. What somebody else has changed meanwhile is said, and shown. */
    private final class Table implements Desk {

        private interface Act {
            void with(AgendaDesk seen);
        }

        private boolean act(Act act) {
            boolean done = true;
            try {
                act.with(Objects.requireNonNull(desk));
            } catch (Refused refused) {
                Notices.problem(words.refusal(refused));
                done = false;
            }
            again();
            return done;
        }

        @Override
        public void place(ItemLine item, AgendaPart section, int index) {
            Spot before = spot(item.id());
            boolean done = act(seen -> agenda.place(
                    words.asker(), seen.session().id(), seen.agendaVersion(), item.id(), section.id(), index));
            if (done) {
                told(item, before);
            }
        }

        @Override
        public void takeBack(ItemLine item) {
            if (act(seen -> agenda.takeBack(words.asker(), seen.session().id(), seen.agendaVersion(), item.id()))) {
                whisper(words.text("forum.app.desk.taken-back", words.name(item.title())));
            }
        }

        @Override
        public void edit(ItemLine item) {
            ItemForm.changing(agenda, item, people, words).openIn(place, "forum.app.saved", AgendaView.this::again);
        }

        @Override
        public void papers(ItemLine item) {
            Objects.requireNonNull(backlog).deciding().papers(item);
        }

        @Override
        public void add(AgendaPart section) {
            ItemForm.adding(agenda, () -> new ItemForm.Place(session(), version(), section.id()), people, words)
                    .openIn(place, "forum.app.item.added", AgendaView.this::again);
        }

        @Override
        public void rename(AgendaPart section) {
            new SectionForm(
                            "section " + section.id(),
                            section.title(),
                            title -> agenda.renameSection(words.asker(), session(), version(), section.id(), title),
                            words)
                    .openIn(place, "forum.app.saved", AgendaView.this::again);
        }

        private void addSection() {
            SectionId id = SectionId.next();
            new SectionForm(
                            "section",
                            null,
                            title -> agenda.addSection(words.asker(), session(), version(), id, title),
                            words)
                    .openIn(place, "forum.app.section.added", AgendaView.this::again);
        }

        @Override
        public void move(AgendaPart section, int index) {
            if (act(seen -> agenda.moveSection(
                    words.asker(), seen.session().id(), seen.agendaVersion(), section.id(), index))) {
                whisper(words.text("forum.app.desk.section-moved", words.name(section.title()), index + 1));
            }
        }

        @Override
        public void remove(SectionId section) {
            act(seen -> agenda.removeSection(words.asker(), seen.session().id(), seen.agendaVersion(), section));
        }

        @Override
        public void drop(Component dragged, AgendaPart section, int index) {
            if (dragged instanceof DeskItem row) {
                Spot before = spot(row.item().id());
                // Taken out of what stands above it in the same section, it leaves a gap that closes.
                boolean sinks =
                        before.section() != null && before.section().equals(section.id()) && before.index() < index;
                place(row.item(), section, sinks ? index - 1 : index);
            } else if (dragged instanceof BacklogCard card) {
                place(card.item(), section, index);
            }
        }

        @Override
        public void dropBack(Component dragged) {
            if (dragged instanceof DeskItem row) {
                takeBack(row.item());
            }
        }

        private SessionId session() {
            return Objects.requireNonNull(desk).session().id();
        }

        private long version() {
            return Objects.requireNonNull(desk).agendaVersion();
        }
    }

    /** Where an item stands; section null where on no agenda. */
    private record Spot(@Nullable SectionId section, int part, int index) {}

    private Spot spot(ItemId item) {
        List<AgendaPart> parts = Objects.requireNonNull(desk).parts();
        for (int at = 0; at < parts.size(); at++) {
            List<ItemLine> items = parts.get(at).items();
            for (int index = 0; index < items.size(); index++) {
                if (items.get(index).id().equals(item)) {
                    return new Spot(parts.get(at).id(), at, index);
                }
            }
        }
        return new Spot(null, -1, -1);
    }

    /** Says where an item has come to, and puts the keyboard back onto it. */
    private void told(ItemLine item, Spot before) {
        Spot now = spot(item.id());
        if (now.section() == null) {
            return;
        }
        AgendaPart part = Objects.requireNonNull(desk).parts().get(now.part());
        whisper(words.text(
                "forum.app.desk.moved",
                words.name(item.title()),
                now.index() + 1,
                part.items().size(),
                words.name(part.title())));
        boolean upwards = before.section() != null
                && (now.part() < before.part() || (now.part() == before.part() && now.index() < before.index()));
        sections.stream()
                .flatMap(section -> section.row(item.id()).stream())
                .findFirst()
                .ifPresent(row -> row.focus(upwards));
    }

    private static void whisper(String said) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notices.whisper(ui, said);
        }
    }
}
