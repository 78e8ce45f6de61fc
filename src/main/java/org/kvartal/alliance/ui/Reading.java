package org.kvartal.alliance.ui;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.Refused;

/** How a form is read: to be saved, or to be kept. What a field held last stands in for it where it can't be read, so that the rest is read as well. */
final class Reading {

    private final boolean refusing;
    private final String at;
    private final List<Refused> missed;

    private Reading(boolean refusing, String at, List<Refused> missed) {
        this.refusing = refusing;
        this.at = at;
        this.missed = missed;
    }

    static Reading toSave() {
        return new Reading(true, "", new ArrayList<>());
    }

    static Reading toKeep() {
        return new Reading(false, "", new ArrayList<>());
    }

    /** The same, of fields whose names begin with that of a field. */
    Reading within(String field) {
        return new Reading(refusing, at + field + ".", missed);
    }

    boolean refusing() {
        return refusing;
    }

    /** Whether everything could be read that was read in this way. */
    boolean whole() {
        return missed.isEmpty();
    }

    /** What could not be read. */
    List<Refused> missed() {
        return List.copyOf(missed);
    }

    void missed(Refused unreadable) {
        missed.add(Refused.at(at + unreadable.field(), unreadable.key(), unreadable.arguments()));
    }
}
