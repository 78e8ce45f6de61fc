package org.kvartal.imports.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of imports that name somebody by their address. */
@Component
class RowRecords extends PersonalRecords {

    RowRecords(JdbcClient jdbc) {
        super("imports", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("rows", """
                        SELECT b.taken_at AS "when", b.file_name AS file, r.cells AS text
                          FROM import_row r JOIN import_batch b ON b.id = r.batch
                         WHERE EXISTS (SELECT FROM unnest(r.cells) AS c WHERE lower(c) = :address) ORDER BY b.taken_at, r.line
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                UPDATE import_row SET cells = array_fill(''::text, ARRAY[cardinality(cells)]), said = NULL, identity = NULL
                 WHERE EXISTS (SELECT FROM unnest(cells) AS c WHERE c ~ :pattern OR c ~* :address_pattern)
                """, """
                UPDATE import_row SET said = NULL WHERE said::text ~ :pattern OR said::text ~* :address_pattern
                """, """
                UPDATE import_batch SET trouble = NULL WHERE trouble ~ :pattern OR trouble ~* :address_pattern
                """);
    }
}
