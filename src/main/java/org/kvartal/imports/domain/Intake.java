package org.kvartal.imports.domain;

import java.time.Clock;
import java.time.Instant;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file twice: first to its end, to know that it can be read and how long it is, then into the database in one transaction. Either the
 * whole file is there afterwards or nothing of it; never more than some hundred rows are in memory.
 */
@Component
class Intake {

    private static final int NAME_LENGTH = 200;

    private final ImportBatchRepository batches;
    private final RowBook rows;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Live live;
    private final Messages messages;
    private final ImportSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Intake(
            ImportBatchRepository batches,
            RowBook rows,
            Jobs jobs,
            AuditTrail audit,
            Live live,
            Messages messages,
            ImportSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.jobs = jobs;
        this.audit = audit;
        this.live = live;
        this.messages = messages;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void take(PersonId by, ImportKind kind, NewImport wish) {
        try (Spool spool = Spool.of(wish.content(), settings.fileLimit())) {
            CsvTable table = CsvTable.of(spool.path(), new Headings(kind, messages), wish.language());
            int length = length(table);
            transaction.executeWithoutResult(_ -> keep(by, kind, wish, table, length));
        }
    }

    private int length(CsvTable table) {
        int[] length = {0};
        table.read(_ -> length[0]++);
        if (length[0] == 0) {
            throw Refused.at("file", "imports.refused.no-rows");
        }
        if (length[0] > settings.rowLimit()) {
            throw Refused.at("file", "imports.refused.rows", length[0], settings.rowLimit());
        }
        return length[0];
    }

    private void keep(PersonId by, ImportKind kind, NewImport wish, CsvTable table, int length) {
        if (batches.existsById(wish.id().value())) {
            return;
        }
        Instant now = clock.instant();
        ImportBatch batch = batches.saveAndFlush(
                ImportBatch.taken(wish.id(), kind.name(), fileName(wish.fileName()), table, length, by, now));
        batch.wrong(new RowWriting(
                        rows,
                        kind,
                        new ExampleFile(kind, messages),
                        table,
                        wish.id().value())
                .write());
        audit.record(
                AuditEntry.of(by, "imports.taken", "imports.batch", wish.id().value())
                        .with("rows", length));
        jobs.goOn(wish.id().value());
        live.changed(LiveTopics.ALL);
    }

    private static String fileName(String name) {
        String last = PlainText.line(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        String shown = last.isEmpty() ? "–" : last;
        return shown.length() <= NAME_LENGTH ? shown : shown.substring(0, NAME_LENGTH) + "…";
    }
}
