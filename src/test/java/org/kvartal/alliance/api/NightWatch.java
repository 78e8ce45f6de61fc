package org.kvartal.alliance.api;

import org.springframework.boot.test.context.TestComponent;

/** Looks after the copies of the directory when a test says so, and not only when the job does. */
@TestComponent
public class NightWatch {

    private final DumpRoom room;

    NightWatch(DumpRoom room) {
        this.room = room;
    }

    public void look() {
        room.look();
    }
}
