package org.kvartal.membership;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;

/** The creative sectors: a list that the house keeps, the same for every asker. */
public interface Sectors {

    /** All sectors in their order: each parent before its children. */
    List<Sector> all();

    Optional<Sector> find(String code);

    /**
     * A creative sector.
     *
     * @param code lower-case Latin letters and hyphens, never reused
     * @param parent the code of the sector that holds this one, null at the top
     * @param domain the letter of the cultural domain that it belongs to, A to F
     * @param uri where that domain is defined: the 2009 UNESCO Framework for Cultural Statistics
     */
    record Sector(String code, LocalizedText name, @Nullable String parent, String domain, String uri) {}
}
