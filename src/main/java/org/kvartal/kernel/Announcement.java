package org.kvartal.kernel;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells on standard output where the house stands open, once it does. Not a log: people read it, and so does the launcher. */
@Component
class Announcement {

    private final House house;
    private final ObjectProvider<StartNote> notes;

    Announcement(House house, ObjectProvider<StartNote> notes) {
        this.house = house;
        this.notes = notes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void on() {
        StringBuilder text = new StringBuilder()
                .append(house.name())
                .append(" is open at ")
                .append(house.baseUrl())
                .append('\n');
        notes.orderedStream()
                .flatMap(note -> note.lines().stream())
                .forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("  Data folder: ")
                .append(house.data().toAbsolutePath().normalize())
                .append('\n');
        System.out.print(text);
        System.out.flush();
    }
}
