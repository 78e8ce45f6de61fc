package org.kvartal.accounts.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns of the house that can hold something about people, and what was decided about each: see personal-data.csv. */
final class KeptColumns {

    /** Whatever can hold words, or the id of somebody; what can hold one of a few codes, numbers and moments can't. */
    private static final String LIVE = """
            SELECT c.table_name || '.' || c.column_name AS name
              FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'flyway_schema_history'
               AND c.udt_name IN ('text', '_text', 'varchar', 'jsonb', 'json', 'uuid', '_uuid', 'citext')
               AND NOT (c.column_name = 'id' AND c.udt_name = 'uuid')
               AND NOT EXISTS (SELECT FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey)
                                WHERE f.conrelid = (quote_ident(c.table_name))::regclass AND a.attname = c.column_name
                                  AND (f.contype = 'f' AND f.confrelid <> 'person'::regclass
                                       OR f.contype = 'c' AND cardinality(f.conkey) = 1
                                          AND pg_get_constraintdef(f.oid) ~ '= ANY'))
             ORDER BY 1
            """;

    /**
     * @param copied by which module it is copied for whom it is about
     * @param erased by which module it is erased
     * @param kept why it stays, or why it is nothing personal
     * @param names whether a name may stand in it afterwards
     */
    record Decided(String copied, String erased, String kept, boolean names) {}

    private KeptColumns() {}

    static Set<String> live(JdbcClient jdbc) {
        return new TreeSet<>(jdbc.sql(LIVE).query(String.class).list());
    }

    static Map<String, Decided> decided() {
        Map<String, Decided> decided = new TreeMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KeptColumns.class.getResourceAsStream("/personal-data.csv")),
                StandardCharsets.UTF_8))) {
            for (String line : in.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> cells =
                        List.of(line.split(";", -1)).stream().map(String::strip).toList();
                if (cells.size() != 5 || decided.containsKey(cells.getFirst())) {
                    throw new IllegalArgumentException("not one decision about a column: " + line);
                }
                decided.put(
                        cells.getFirst(),
                        new Decided(
                                cells.get(1),
                                cells.get(2),
                                cells.get(3),
                                cells.get(4).equals("names")));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return decided;
    }
}
