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

/** States, ends and takes back how entries belong together; whoever keeps one of the two may. */
@Component
class EntryRelations {

    private final EntryRepository entries;
    private final EntryRelationRepository relations;
    private final EntryLedger ledger;
    private final EntryWriting writing;
    private final EntryKeepers keepers;

    EntryRelations(
            EntryRepository entries,
            EntryRelationRepository relations,
            EntryLedger ledger,
            EntryWriting writing,
            EntryKeepers keepers) {
        this.entries = entries;
        this.relations = relations;
        this.ledger = ledger;
        this.writing = writing;
        this.keepers = keepers;
    }

    void state(Asker by, NewRelation wish) {
        long revision = ledger.revise();
        Entry kept = keptEnd(by, wish.from(), wish.to());
        PersonId person = by.person().orElse(null);
        EntryRelation relation = relations.findById(wish.id().value()).orElse(null);
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
        relations.saveAndFlush(relation);
        changed(by, "alliance.relation-stated", kept, relation, revision);
    }

    void end(Asker by, RelationId id, RoughDate until) {
        long revision = ledger.revise();
        EntryRelation relation = relations.findById(id.value()).orElseThrow(NotFound::new);
        Entry kept = keptEnd(by, relation.from(), relation.to());
        relation.end(until);
        relations.saveAndFlush(relation);
        changed(by, "alliance.relation-ended", kept, relation, revision);
    }

    void withdraw(Asker by, RelationId id) {
        long revision = ledger.revise();
        EntryRelation relation = relations.findById(id.value()).orElseThrow(NotFound::new);
        Entry kept = keptEnd(by, relation.from(), relation.to());
        // While it stands: both ends are touched by it.
        changed(by, "alliance.relation-withdrawn", kept, relation, revision);
        relations.delete(relation);
    }

    private Entry keptEnd(Asker by, EntryId from, EntryId to) {
        Entry one = entries.findById(from.value()).orElseThrow(NotFound::new);
        Entry other = entries.findById(to.value()).orElseThrow(NotFound::new);
        keepers.requireKnown(by, one);
        keepers.requireKnown(by, other);
        if (keepers.keeps(by, one)) {
            return one;
        }
        if (keepers.keeps(by, other)) {
            return other;
        }
        throw new Forbidden();
    }

    private void changed(Asker by, String act, Entry kept, EntryRelation relation, long revision) {
        ledger.touch(relation.from(), revision);
        ledger.touch(relation.to(), revision);
        EntryId other = kept.id().equals(relation.from()) ? relation.to() : relation.from();
        AuditEntry entry = writing.entry(by, act, kept, keepers.isSteward(by))
                .with("relation", relation.id().value())
                .with("kind", relation.kind())
                .with("other", other.value());
        writing.record(entry);
        ledger.publicOnes(relation.from(), relation.to())
                .forEach(one -> writing.tell(new EntryChanged(one, writing.now())));
    }
}
