package org.kvartal.alliance.domain;

import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.Saved;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryDesk.RevisionState;
import org.kvartal.alliance.RevisionId;
import org.kvartal.audit.AuditEntry;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.stereotype.Component;

/** Changes that wait for whoever keeps the entry. */
@Component
class EntrySuggestions {

    /** What one person may have waiting at once: enough for an afternoon's work, too little to flood the office. */
    private static final int MOST_WAITING = 20;

    private static final int NOTE_LENGTH = 1_000;

    private final EntryRepository entries;
    private final EntryProposalRepository proposals;
    private final EntryLedger ledger;
    private final EntryWriting writing;
    private final EntryProofreader proofreader;
    private final EntryKeepers keepers;
    private final EntryErrands errands;

    EntrySuggestions(
            EntryRepository entries,
            EntryProposalRepository proposals,
            EntryLedger ledger,
            EntryWriting writing,
            EntryProofreader proofreader,
            EntryKeepers keepers,
            EntryErrands errands) {
        this.entries = entries;
        this.proposals = proposals;
        this.ledger = ledger;
        this.writing = writing;
        this.proofreader = proofreader;
        this.keepers = keepers;
        this.errands = errands;
    }

    /** @throws Refused if too much of this person's waits already */
    void requirePatience(Asker by) {
        if (ledger.waiting(by.requirePerson()) >= MOST_WAITING) {
            throw Refused.because("alliance.refused.too-many-waiting", MOST_WAITING);
        }
    }

    /** Keeps a change of somebody who does not keep the entry; the ledger is locked. */
    Saved suggest(Asker by, Entry entry, EntryEdit edit) {
        PersonId person = by.requirePerson();
        EntryProposal known = proposals.findById(edit.id().value()).orElse(null);
        if (known != null) {
            if (known.madeBy().equals(person) && known.entry().equals(entry.id())) {
                return new Saved.Suggested(edit.id());
            }
            throw new Forbidden();
        }
        requirePatience(by);
        EntryContent seen = Fields.open(entry.content());
        EntryContent wanted = proofreader.read(entry.kind(), edit.content());
        if (wanted.equals(seen)) {
            throw Refused.because("alliance.refused.nothing-changed");
        }
        // Before the pictures are compared: the one that the author saw may have given way to another.
        if (entry.version() != edit.version()) {
            return new Saved.Conflict(seen, entry.version(), entry.changedBy());
        }
        if (wanted.picture() != null && !wanted.picture().equals(seen.picture())) {
            throw new Forbidden();
        }
        String note = OptionalFields.line("note", edit.note(), NOTE_LENGTH);
        proposals.saveAndFlush(new EntryProposal(edit.id(), entry.id(), person, writing.now(), note, seen, wanted));
        writing.record(audit(by, "alliance.change-suggested", entry, edit.id(), true));
        errands.changeWaits(entry, edit.id());
        return new Saved.Suggested(edit.id());
    }

    void take(Asker by, RevisionId id) {
        ledger.lock();
        EntryProposal proposal = proposals.findById(id.value()).orElseThrow(NotFound::new);
        Entry entry = entries.findById(proposal.entry().value()).orElseThrow(NotFound::new);
        keepers.requireKeeper(by, entry);
        if (proposal.state() == RevisionState.TAKEN) {
            return;
        }
        proposal.take(by.person().orElse(null), writing.now());
        proposals.saveAndFlush(proposal);
        EntryContent wanted = proofreader.read(entry.id(), entry.kind(), proposal.appliedTo(entry.content()));
        if (!wanted.equals(entry.content())) {
            writing.rewrite(entry, wanted, proposal.madeBy());
        }
        writing.record(audit(by, "alliance.change-taken", entry, id, keepers.isSteward(by)));
        errands.changeDecided(proposal);
    }

    void refuse(Asker by, RevisionId id, String reason) {
        String why = EntryWriting.reason(reason);
        ledger.lock();
        EntryProposal proposal = proposals.findById(id.value()).orElseThrow(NotFound::new);
        Entry entry = entries.findById(proposal.entry().value()).orElseThrow(NotFound::new);
        keepers.requireKeeper(by, entry);
        if (proposal.state() == RevisionState.REFUSED) {
            return;
        }
        proposal.refuse(why, by.person().orElse(null), writing.now());
        proposals.saveAndFlush(proposal);
        writing.record(audit(by, "alliance.change-refused", entry, id, keepers.isSteward(by))
                .because(why));
        errands.changeDecided(proposal);
    }

    private AuditEntry audit(Asker by, String act, Entry entry, RevisionId revision, boolean steward) {
        return writing.entry(by, act, entry, steward).with("revision", revision.value());
    }
}
