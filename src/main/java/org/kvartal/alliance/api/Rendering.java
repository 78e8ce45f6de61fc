package org.kvartal.alliance.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows one after the other, so that a set of any size takes the memory of one stretch. */
interface Rendering<T> {

    /**
     * @param stretches the rows, read as they are written
     * @param next the address of what follows, null at the end
     */
    void write(OutputStream out, Iterator<List<T>> stretches, @Nullable String next) throws IOException;
}
