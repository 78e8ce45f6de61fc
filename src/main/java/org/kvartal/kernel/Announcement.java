package org.kvartal.kernel;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells on standard output where the house stands open, once it does. Not a log: people read it, and so does the launcher. */
@Component
class Announcement {

    private final House house;
    private final Environment settings;
    private final ObjectProvider<StartNote> notes;

    Announcement(House house, Environment settings, ObjectProvider<StartNote> notes) {
        this.house = house;
        this.settings = settings;
        this.notes = notes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void on() {
        StringBuilder text = new StringBuilder()
                .append(house.name())
                .append(" is open at ")
                .append(house.baseUrl())
                .append('\n');
        port().map(port -> "http://localhost:" + port)
                .filter(here -> !here.equals(house.baseUrl()))
                .ifPresent(here -> text.append("  At this computer it is open at ")
                        .append(here)
                        .append("; links in its letters lead to the address above\n"));
        notes.orderedStream()
                .flatMap(note -> note.lines().stream())
                .forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("  Data folder: ")
                .append(house.data().toAbsolutePath().normalize())
                .append('\n');
        System.out.print(text);
        System.out.flush();
    }

    /** Where it listens, which is not its address behind a proxy, or in a copy that stands beside the house. */
    private Optional<Integer> port() {
        return Optional.ofNullable(settings.getProperty("local.server.port", Integer.class));
    }
}
