package org.kvartal.alliance.domain;

import org.kvartal.alliance.ChangeSettled;
import org.kvartal.alliance.ChangeSuggested;
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
class Suggestions {

    /** What one person may have waiting at once: enough for an afternoon's work, too little to flood the office. */
    private static final int MOST_WAITING = 20;

    private static final int NOTE_LENGTH = 1_000;

    private final EntryRepository entries;
    private final ProposalRepository proposals;
    private final Ledger ledger;
    private final Desk desk;
    private final Proofreader proofreader;
    private final Keepers keepers;

    Suggestions(
            EntryRepository entries,
            ProposalRepository proposals,
            Ledger ledger,
            Desk desk,
            Proofreader proofreader,
            Keepers keepers) {
        this.entries = entries;
        this.proposals = proposals;
        this.ledger = ledger;
        this.desk = desk;
        this.proofreader = proofreader;
        this.keepers = keepers;
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
        Proposal known = proposals.findById(edit.id().value()).orElse(null);
        if (known != null) {
            if (known.madeBy().equals(person) && known.entry().equals(entry.id())) {
                return new Saved.Suggested(edit.id());
            }
            throw new Forbidden();
        }
        requirePatience(by);
        EntryContent seen = Fields.open(entry.content());
        EntryContent wanted = proofreader.read(entry.id(), entry.kind(), edit.content());
        if (wanted.picture() != null && !wanted.picture().equals(seen.picture())) {
            throw new Forbidden();
        }
        if (wanted.equals(seen)) {
            throw Refused.because("alliance.refused.nothing-changed");
        }
        if (entry.version() != edit.version()) {
            return new Saved.Conflict(seen, entry.version(), entry.changedBy());
        }
        String note = Typed.line("note", edit.note(), NOTE_LENGTH);
        proposals.saveAndFlush(new Proposal(edit.id(), entry.id(), person, desk.now(), note, seen, wanted));
        desk.record(audit(by, "alliance.change-suggested", entry, edit.id(), true));
        desk.tell(new ChangeSuggested(edit.id(), entry.id(), person, desk.now()));
        return new Saved.Suggested(edit.id());
    }

    void take(Asker by, RevisionId id) {
        long revision = ledger.revise();
        Proposal proposal = proposals.findById(id.value()).orElseThrow(NotFound::new);
        Entry entry = entries.findById(proposal.entry().value()).orElseThrow(NotFound::new);
        keepers.requireKeeper(by, entry);
        if (proposal.state() == RevisionState.TAKEN) {
            return;
        }
        proposal.take(by.person().orElse(null), desk.now());
        proposals.saveAndFlush(proposal);
        EntryContent wanted = proofreader.read(entry.id(), entry.kind(), proposal.appliedTo(entry.content()));
        if (!wanted.equals(entry.content())) {
            desk.rewrite(entry, wanted, proposal.madeBy(), revision);
        }
        desk.record(audit(by, "alliance.change-taken", entry, id, keepers.isSteward(by)));
        settled(proposal, true);
    }

    void refuse(Asker by, RevisionId id, String reason) {
        String why = Desk.reason(reason);
        ledger.revise();
        Proposal proposal = proposals.findById(id.value()).orElseThrow(NotFound::new);
        Entry entry = entries.findById(proposal.entry().value()).orElseThrow(NotFound::new);
        keepers.requireKeeper(by, entry);
        if (proposal.state() == RevisionState.REFUSED) {
            return;
        }
        proposal.refuse(why, by.person().orElse(null), desk.now());
        proposals.saveAndFlush(proposal);
        desk.record(audit(by, "alliance.change-refused", entry, id, keepers.isSteward(by))
                .because(why));
        settled(proposal, false);
    }

    private void settled(Proposal proposal, boolean taken) {
        desk.tell(new ChangeSettled(proposal.id(), proposal.entry(), proposal.madeBy(), taken, desk.now()));
    }

    private AuditEntry audit(Asker by, String act, Entry entry, RevisionId revision, boolean steward) {
        return desk.entry(by, act, entry, steward).with("revision", revision.value());
    }
}
