package org.kvartal.seminars.ui;

/** What a page remembers of a part of it while it is read again. */
final class Kept<T> {

    private T value;

    Kept(T value) {
        this.value = value;
    }

    T value() {
        return value;
    }

    void keep(T now) {
        value = now;
    }
}
