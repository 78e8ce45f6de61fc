package org.kvartal.administration.domain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in a backup, for tests of other packages. */
public final class KeptHouse {

    private KeptHouse() {}

    /** The number of rows of each table that has any. */
    public static Map<String, Long> rows(Path kept) throws IOException {
        try (Keepsake keepsake = Keepsake.open(kept)) {
            return keepsake.manifest().tables().stream()
                    .filter(table -> table.rows() > 0)
                    .collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::rows));
        }
    }

    public static List<String> contents(Path kept) throws IOException {
        try (Keepsake keepsake = Keepsake.open(kept)) {
            return keepsake.contents();
        }
    }
}
