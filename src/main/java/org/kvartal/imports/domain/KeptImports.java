package org.kvartal.imports.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.Imports;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports in PostgreSQL. Commands only say what is wished; the {@link Porter} does it. */
@Component
class KeptImports implements Imports {

    static final String BATCH = "imports.batch";

    private final Kinds kinds;
    private final Intake intake;
    private final ImportBatchRepository batches;
    private final ShownImports shown;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Live live;
    private final ImportSettings settings;
    private final Clock clock;

    KeptImports(
            Kinds kinds,
            Intake intake,
            ImportBatchRepository batches,
            ShownImports shown,
            Jobs jobs,
            AuditTrail audit,
            Live live,
            ImportSettings settings,
            Clock clock) {
        this.kinds = kinds;
        this.intake = intake;
        this.batches = batches;
        this.shown = shown;
        this.jobs = jobs;
        this.audit = audit;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Limits limits() {
        return new Limits(settings.rowLimit(), settings.fileLimit().toBytes());
    }

    @Override
    public List<ImportKind> kinds(Asker asker) {
        return kinds.of(asker);
    }

    @Override
    public void take(Asker by, NewImport wish) {
        ImportKind kind = kinds.find(wish.kind()).orElseThrow(NotFound::new);
        if (!kind.mayImport(by)) {
            throw new Forbidden();
        }
        intake.take(by.requirePerson(), kind, wish);
    }

    @Override
    @Transactional
    public void bringIn(Asker by, ImportId id) {
        PersonId person = by.requirePerson();
        ImportBatch batch = locked(by, id).orElseThrow(NotFound::new);
        int rows = batch.count(RowState.NEW);
        if (batch.bringIn(person, clock.instant())) {
            begun(person, "imports.brought-in", id, rows);
        }
    }

    @Override
    @Transactional
    public void takeBack(Asker by, ImportId id) {
        PersonId person = by.requirePerson();
        ImportBatch batch = locked(by, id).orElseThrow(NotFound::new);
        int rows = batch.count(RowState.MADE) + batch.count(RowState.KEPT);
        if (batch.takeBack(person, clock.instant())) {
            begun(person, "imports.taken-back", id, rows);
        }
    }

    @Override
    @Transactional
    public void discard(Asker by, ImportId id) {
        PersonId person = by.requirePerson();
        locked(by, id).ifPresent(batch -> {
            batch.discard();
            batches.delete(batch);
            audit.record(AuditEntry.of(person, "imports.discarded", BATCH, id.value()));
            live.changed(Imports.topic(id));
            live.changed(LiveTopics.ALL);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public ImportList list(Asker asker, @Nullable Long before, int limit) {
        return shown.list(names(asker), before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ImportCard> find(Asker asker, long number) {
        return shown.find(number).filter(card -> isSeen(asker, card.kind()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ImportCard> find(Asker asker, ImportId id) {
        return shown.find(id.value()).filter(card -> isSeen(asker, card.kind()));
    }

    @Override
    @Transactional(readOnly = true)
    public RowList rows(Asker asker, ImportId id, List<RowState> states, RowKey key, int limit) {
        ImportCard card = find(asker, id).orElseThrow(NotFound::new);
        return shown.rows(
                card,
                states,
                key,
                limit,
                things -> kinds.require(asker, card.kind()).paths(asker, things));
    }

    private Optional<ImportBatch> locked(Asker by, ImportId id) {
        return batches.lock(id.value()).filter(batch -> isSeen(by, batch.kind()));
    }

    private boolean isSeen(Asker asker, String kind) {
        return kinds.find(kind).filter(known -> known.mayImport(asker)).isPresent();
    }

    private List<String> names(Asker asker) {
        return kinds.of(asker).stream().map(ImportKind::name).toList();
    }

    private void begun(PersonId by, String act, ImportId id, int rows) {
        UUID batch = id.value();
        audit.record(AuditEntry.of(by, act, BATCH, batch).with("rows", rows));
        jobs.goOn(batch);
        live.changed(Imports.topic(id));
        live.changed(LiveTopics.ALL);
    }
}
