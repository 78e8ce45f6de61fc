package org.kvartal.alliance.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryChanged;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryPublished;
import org.kvartal.alliance.domain.EntryLedger.Forgotten;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every change of an entry has in common: it is written, indexed, remembered, audited and told. */
@Component
class EntryWriting {

    static final String ENTRY = "alliance.entry";

    private static final int REASON_LENGTH = 1_000;

    private final EntryRepository entries;
    private final EntryLedger ledger;
    private final Index.Indexer indexer;
    private final Files files;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final House house;
    private final Clock clock;

    EntryWriting(
            EntryRepository entries,
            EntryLedger ledger,
            Index.Indexer indexer,
            Files files,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            House house,
            Clock clock) {
        this.entries = entries;
        this.ledger = ledger;
        this.indexer = indexer;
        this.files = files;
        this.audit = audit;
        this.facts = facts;
        this.house = house;
        this.clock = clock;
    }

    Index index(EntryContent content) {
        return indexer.of(content);
    }

    /** Keeps a new entry; the ledger is locked. */
    void open(Entry entry) {
        entries.saveAndFlush(entry);
        ledger.address(entry.slug(), entry.id(), now());
        ledger.place(entry.id(), index(entry.content()).points());
        if (entry.isPublic()) {
            ledger.touch(entry.id());
        }
        tell(entry, false);
    }

    /** Removes a draft that nobody has touched; the ledger is locked. */
    Forgotten forget(Entry draft) {
        Forgotten with = ledger.forget(draft.id());
        entries.delete(draft);
        entries.flush();
        return with;
    }

    /** Writes a content into an entry; the ledger is locked. */
    void rewrite(Entry entry, EntryContent content, @Nullable PersonId author) {
        EntryContent before = entry.content();
        Index index = index(content);
        Instant at = now();
        entry.write(content, index, author, at);
        keep(entry, entry.isPublic());
        ledger.place(entry.id(), index.points());
        ledger.remember(entry.id(), Fields.between(before, content), author, at);
        Picture old = before.picture();
        Picture kept = content.picture();
        if (old != null && (kept == null || !kept.file().equals(old.file()))) {
            files.remove(old.file());
        }
    }

    /** Keeps a change of anything but the content; the ledger is locked. */
    void keep(Entry entry, boolean wasPublic) {
        entries.saveAndFlush(entry);
        if (wasPublic || entry.isPublic()) {
            ledger.touch(entry.id());
        }
        tell(entry, wasPublic);
    }

    private void tell(Entry entry, boolean wasPublic) {
        if (entry.isPublic() && !wasPublic) {
            facts.publishEvent(new EntryPublished(entry.id(), entry.kind(), entry.slug(), now()));
        } else if (wasPublic) {
            facts.publishEvent(new EntryChanged(entry.id(), now()));
        }
    }

    void tell(EntryChanged fact) {
        facts.publishEvent(fact);
    }

    /** Notes who did it; an owner did it for the member. */
    void record(Asker by, String act, Entry entry, boolean steward) {
        audit.record(entry(by, act, entry, steward));
    }

    void record(AuditEntry entry) {
        audit.record(entry);
    }

    AuditEntry entry(Asker by, String act, Entry entry, boolean steward) {
        var member = entry.member();
        return AuditEntry.of(by, act, new AuditSubject(ENTRY, entry.id().value()))
                .onBehalfOf(steward || member == null ? null : member.value());
    }

    /** @throws Refused at {@code reason} if there is none or it is too long */
    static String reason(String typed) {
        if (typed.length() > 20 * REASON_LENGTH) {
            throw Refused.at("reason", "kernel.refused.too-long", REASON_LENGTH);
        }
        String reason = Typed.block("reason", typed, REASON_LENGTH);
        if (reason.isEmpty() || OptionalFields.invisible(reason)) {
            throw Refused.at("reason", "alliance.refused.reason-missing");
        }
        return reason;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return house.day(clock.instant());
    }
}
