package org.kvartal.forum.ui;

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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.Backlog;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;

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
    private final DeskColumn standing;
    private final Section waiting = new Section();
    private final DeskTable table;
    private @Nullable BacklogPart backlog;
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
        this.standing = new DeskColumn(words);
        this.table = new DeskTable(agenda, people, standing, place, this::again, words);
        this.watch = rereading.watch(this);
        addClassNames("view", "wide", "desk");
        place.addClassName("desk-place");
        waiting.addClassName("desk-backlog");
    }

    private record Read(AgendaDesk desk, Backlog backlog) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        AgendaDesk first = agenda.desk(words.asker(), code).orElseThrow(NotFound::new);
        BacklogPart waits = new BacklogPart(agenda, first.session().series(), people, place, this::again, words);
        backlog = waits;
        table.decide(waits.deciding());
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
        List<AgendaPart> parts = read.desk().parts();
        boolean arranges = read.desk().session().state() != SessionState.CANCELLED;
        top.removeAll();
        top.add(head.of(read.desk()));
        table.seen(read.desk());
        standing.show(parts, arranges, table);
        waiting.removeAll();
        waiting.add(new H2(words.text("forum.app.backlog")), waits);
        waits.show(read.backlog(), arranges ? parts : List.of(), table);
        watch.shown();
    }
}
