package org.kvartal.alliance.ui;

import org.kvartal.kernel.Refused;

/** How a form is read: to be saved, where a field that can't be read is refused; or to be kept, where what it held last stands in for it. */
final class Reading {

    private final boolean refusing;
    private boolean whole = true;

    private Reading(boolean refusing) {
        this.refusing = refusing;
    }

    static Reading toSave() {
        return new Reading(true);
    }

    static Reading toKeep() {
        return new Reading(false);
    }

    boolean refusing() {
        return refusing;
    }

    /** Whether everything could be read that was read in this way. */
    boolean whole() {
        return whole;
    }

    /** @throws Refused where the form is to be saved */
    void missed(Refused unreadable) {
        if (refusing) {
            throw unreadable;
        }
        whole = false;
    }
}
