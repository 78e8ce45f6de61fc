package org.kvartal.imports;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of one file that is brought in, made by whoever hands it over, so that a repeated request is the same import. */
public record ImportId(UUID value) {

    public static ImportId next() {
        return new ImportId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
