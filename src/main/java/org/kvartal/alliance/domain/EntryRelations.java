package org.kvartal.alliance.domain;

import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryChanged;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RoughDate;
import org.kvartal.audit.AuditEntry;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.stereotype.Component;

/** States, agrees to, ends and takes back how entries belong together. What only one end has stated waits for the other. */
@Component
class EntryRelations {

    private final EntryRepository entries;
    private final EntryRelationRepository relations;
    private final EntryLedger ledger;
    private final EntryWriting writing;
    private final EntryKeepers keepers;
    private final EntryErrands errands;

    EntryRelations(
            EntryRepository entries,
            EntryRelationRepository relations,
            EntryLedger ledger,
            EntryWriting writing,
            EntryKeepers keepers,
            EntryErrands errands) {
        this.entries = entries;
        this.relations = relations;
        this.ledger = ledger;
        this.writing = writing;
        this.keepers = keepers;
        this.errands = errands;
    }

    void state(Asker by, NewRelation wish) {
        ledger.lock();
        Ends ends = ends(by, wish.from(), wish.to());
        PersonId person = by.person().orElse(null);
        EntryRelation relation = relations.findById(wish.id().value()).orElse(null);
        boolean wasAgreed = relation != null && relation.isAgreed();
        if (relation == null) {
            relation = EntryRelation.state(wish, person, writing.now());
        } else if (relation.isMeantBy(wish)) {
            relation.word(wish, person, writing.now());
        } else {
            throw new Forbidden();
        }
        if (ledger.isSaidAlready(wish)) {
            throw Refused.at("to", "alliance.refused.relation-twice");
        }
        errands.relationSettled(relation.id());
        if (keepers.keeps(by, ends.other)) {
            relation.agree();
        } else {
            relation.ask(ends.other.id());
        }
        relations.saveAndFlush(relation);
        if (relation.asks() != null) {
            errands.relationAsks(relation.id(), ends.other, ends.kept);
        }
        changed(by, "alliance.relation-stated", ends, relation, wasAgreed || relation.isAgreed());
    }

    void agree(Asker by, RelationId id) {
        ledger.lock();
        EntryRelation relation = relations.findById(id.value()).orElseThrow(NotFound::new);
        Ends ends = ends(by, relation.from(), relation.to());
        EntryId asked = relation.asks();
        if (asked == null) {
            return;
        }
        Entry end = ends.kept.id().equals(asked) ? ends.kept : ends.other;
        if (!keepers.keeps(by, end)) {
            throw new Forbidden();
        }
        relation.agree();
        relations.saveAndFlush(relation);
        errands.relationSettled(id);
        changed(by, "alliance.relation-agreed", ends, relation, true);
    }

    void end(Asker by, RelationId id, RoughDate until) {
        ledger.lock();
        EntryRelation relation = relations.findById(id.value()).orElseThrow(NotFound::new);
        Ends ends = ends(by, relation.from(), relation.to());
        relation.end(until);
        relations.saveAndFlush(relation);
        changed(by, "alliance.relation-ended", ends, relation, relation.isAgreed());
    }

    void withdraw(Asker by, RelationId id) {
        ledger.lock();
        EntryRelation relation = relations.findById(id.value()).orElseThrow(NotFound::new);
        Ends ends = ends(by, relation.from(), relation.to());
        // While it stands: the other end is touched by it.
        changed(by, "alliance.relation-withdrawn", ends, relation, relation.isAgreed());
        errands.relationSettled(id);
        relations.delete(relation);
    }

    /** @param kept the end by which the asker has a say */
    private record Ends(Entry kept, Entry other) {}

    private Ends ends(Asker by, EntryId from, EntryId to) {
        Entry one = entries.findById(from.value()).orElseThrow(NotFound::new);
        Entry other = entries.findById(to.value()).orElseThrow(NotFound::new);
        keepers.requireKnown(by, one);
        keepers.requireKnown(by, other);
        if (keepers.keeps(by, one)) {
            return new Ends(one, other);
        }
        if (keepers.keeps(by, other)) {
            return new Ends(other, one);
        }
        throw new Forbidden();
    }

    /** @param shown whether it was or is more than a proposal */
    private void changed(Asker by, String act, Ends ends, EntryRelation relation, boolean shown) {
        AuditEntry entry = writing.entry(by, act, ends.kept, keepers.isSteward(by))
                .with("relation", relation.id().value())
                .with("kind", relation.kind())
                .with("other", ends.other.id().value());
        writing.record(entry);
        if (shown && ends.kept.isPublic() && ends.other.isPublic()) {
            ledger.touch(relation.from());
            writing.tell(new EntryChanged(relation.from(), writing.now()));
            writing.tell(new EntryChanged(relation.to(), writing.now()));
        }
    }
}
