package org.kvartal.alliance.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/** What a field of free text held when it could last be read: somebody half way through it loses nothing of the rest. */
final class LastReadable<T extends @Nullable Object> {

    private T value;

    LastReadable(T value) {
        this.value = value;
    }

    /** The field shows this now. */
    void show(T shown) {
        value = shown;
    }

    /** @param typed reads what stands in the field now */
    T read(Reading reading, Supplier<? extends T> typed) {
        try {
            value = typed.get();
        } catch (Refused unreadable) {
            reading.missed(unreadable);
        }
        return value;
    }
}
