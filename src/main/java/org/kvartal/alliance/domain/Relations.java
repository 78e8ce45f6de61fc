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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** States, ends and takes back how entries belong together; whoever keeps one of the two may. */
@Component
class Relations {

    private final EntryRepository entries;
    private final RelationRepository relations;
    private final Ledger ledger;
    private final Desk desk;
    private final Keepers keepers;

    Relations(EntryRepository entries, RelationRepository relations, Ledger ledger, Desk desk, Keepers keepers) {
        this.entries = entries;
        this.relations = relations;
        this.ledger = ledger;
        this.desk = desk;
        this.keepers = keepers;
    }

    void state(Asker by, NewRelation wish) {
        long revision = ledger.revise();
        Entry kept = keptEnd(by, wish.from(), wish.to());
        PersonId person = by.person().orElse(null);
        Relation relation = relations.findById(wish.id().value()).orElse(null);
        if (relation == null) {
            relation = Relation.state(wish, person, desk.now());
        } else if (relation.isMeantBy(wish)) {
            relation.word(wish, person, desk.now());
        } else {
            throw new Forbidden();
        }
        try {
            relations.saveAndFlush(relation);
        } catch (DataIntegrityViolationException twice) {
            throw Refused.at("to", "alliance.refused.relation-twice");
        }
        changed(by, "alliance.relation-stated", kept, relation, revision);
    }

    void end(Asker by, RelationId id, RoughDate until) {
        long revision = ledger.revise();
        Relation relation = relations.findById(id.value()).orElseThrow(NotFound::new);
        Entry kept = keptEnd(by, relation.from(), relation.to());
        relation.end(until);
        relations.saveAndFlush(relation);
        changed(by, "alliance.relation-ended", kept, relation, revision);
    }

    void withdraw(Asker by, RelationId id) {
        long revision = ledger.revise();
        Relation relation = relations.findById(id.value()).orElseThrow(NotFound::new);
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

    private void changed(Asker by, String act, Entry kept, Relation relation, long revision) {
        ledger.touch(relation.from(), revision);
        ledger.touch(relation.to(), revision);
        EntryId other = kept.id().equals(relation.from()) ? relation.to() : relation.from();
        AuditEntry entry = desk.entry(by, act, kept, keepers.isSteward(by))
                .with("relation", relation.id().value())
                .with("kind", relation.kind())
                .with("other", other.value());
        desk.record(entry);
        ledger.publicOnes(relation.from(), relation.to()).forEach(one -> desk.tell(new EntryChanged(one, desk.now())));
    }
}
