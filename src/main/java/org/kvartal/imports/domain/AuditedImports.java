package org.kvartal.imports.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the tables that stand in the audit trail: by their file for whoever may import such, for others by what they hold. */
@Component
class AuditedImports implements AuditedThings {

    private final Kinds kinds;
    private final Messages messages;
    private final JdbcClient jdbc;

    AuditedImports(Kinds kinds, Messages messages, JdbcClient jdbc) {
        this.kinds = kinds;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KeptImports.BATCH);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        Map<String, ImportKind> offered =
                kinds.all().stream().collect(Collectors.toMap(ImportKind::name, kind -> kind));
        Set<String> open =
                kinds.of(reader.asker()).stream().map(ImportKind::name).collect(Collectors.toSet());
        Map<UUID, AuditedThing> named = new HashMap<>();
        jdbc.sql("SELECT id, number, kind, file_name FROM import_batch WHERE id = ANY (:ids)")
                .param("ids", AuditedThings.ids(acts, KeptImports.BATCH))
                .query(row -> {
                    ImportKind kind = offered.get(row.getString("kind"));
                    if (kind != null) {
                        named.put(
                                Columns.id(row, "id"),
                                open.contains(kind.name())
                                        ? new AuditedThing(
                                                row.getString("file_name"),
                                                null,
                                                ImportsPages.one(row.getLong("number")))
                                        : AuditedThing.named(messages.text(reader.language(), kind.texts())));
                    }
                });
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            AuditedThing thing = named.get(act.subject().id());
            if (thing != null) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }
}
