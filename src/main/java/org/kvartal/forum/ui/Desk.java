package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.SectionId;

/** What can be done at the table at which an agenda is arranged; its parts press, the view acts. */
interface Desk {

    /** Puts an item to a place of a section, wherever it was. */
    void place(ItemLine item, AgendaPart section, int index);

    /** Takes an item off the agenda. */
    void takeBack(ItemLine item);

    /** Changes what an item says. */
    void edit(ItemLine item);

    /** Shows the papers of an item. */
    void papers(ItemLine item);

    /** Makes an item in a section. */
    void add(AgendaPart section);

    /** Makes a section. */
    void addSection();

    void rename(AgendaPart section);

    void move(AgendaPart section, int index);

    void remove(SectionId section);

    /** What is dragged now is dropped here: whatever it is. */
    void drop(Component dragged, AgendaPart section, int index);

    /** What is dragged now is dropped on the backlog. */
    void dropBack(Component dragged);
}
