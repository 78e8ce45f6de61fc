package org.kvartal.alliance.api;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole set as it is written, stretch by stretch: one of them is in memory at a time.
 *
 * @param <T> a row
 * @param <K> the key by which rows go on
 */
final class Stretches<T, K> implements Iterator<List<T>> {

    static final int SIZE = 200;

    private final Function<K, Stretch<T, K>> further;
    private @Nullable List<T> rows;
    private @Nullable K key;

    /** @param first already read, so that what fails at once is told as a problem */
    Stretches(Stretch<T, K> first, Function<K, Stretch<T, K>> further) {
        this.rows = first.rows;
        this.key = first.next;
        this.further = further;
    }

    @Override
    public boolean hasNext() {
        return rows != null || key != null;
    }

    @Override
    public List<T> next() {
        List<T> stretch = rows;
        rows = null;
        if (stretch != null) {
            return stretch;
        }
        if (key == null) {
            throw new NoSuchElementException();
        }
        Stretch<T, K> read = further.apply(key);
        key = read.next;
        return read.rows;
    }

    /** @param next the key to go on after, null at the end */
    record Stretch<T, K>(List<T> rows, @Nullable K next) {}
}
