package org.kvartal.imports.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.imports.ImportMemory;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the memory of what was made of which row. */
@Component
class RememberedRows implements ImportMemory {

    private final JdbcClient jdbc;

    RememberedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, UUID> made(String kind, Collection<String> identities) {
        Map<String, List<String>> byHash = new HashMap<>();
        identities.forEach(identity -> Identity.of(kind, identity)
                .ifPresent(hash ->
                        byHash.computeIfAbsent(hash, _ -> new ArrayList<>()).add(identity)));
        Map<String, UUID> made = new HashMap<>();
        if (!byHash.isEmpty()) {
            jdbc.sql("""
                    SELECT h.hash, m.subject FROM unnest(:hashes::text[]) AS h (hash)
                      JOIN import_memory m ON m.kind = :kind AND m.identity = decode(h.hash, 'hex')
                    """)
                    .param("kind", kind)
                    .param("hashes", byHash.keySet().toArray(String[]::new))
                    .query(row -> {
                        UUID subject = Columns.id(row, "subject");
                        byHash.getOrDefault(row.getString("hash"), List.of())
                                .forEach(identity -> made.put(identity, subject));
                    });
        }
        return made;
    }
}
