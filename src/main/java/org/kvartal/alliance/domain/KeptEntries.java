package org.kvartal.alliance.domain;

import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RevisionId;
import org.kvartal.alliance.RoughDate;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with entries, written down. */
@Component
@Transactional
class KeptEntries implements Entries {

    private final EntryRepository entries;
    private final EntryLedger ledger;
    private final EntryWriting writing;
    private final EntryProofreader proofreader;
    private final EntryAddresses addresses;
    private final EntryKeepers keepers;
    private final EntrySuggestions suggestions;
    private final EntryRelations relations;
    private final EntryErrands errands;
    private final EntryStanding standing;

    KeptEntries(
            EntryRepository entries,
            EntryLedger ledger,
            EntryWriting writing,
            EntryProofreader proofreader,
            EntryAddresses addresses,
            EntryKeepers keepers,
            EntrySuggestions suggestions,
            EntryRelations relations,
            EntryErrands errands,
            EntryStanding standing) {
        this.entries = entries;
        this.ledger = ledger;
        this.writing = writing;
        this.proofreader = proofreader;
        this.addresses = addresses;
        this.keepers = keepers;
        this.suggestions = suggestions;
        this.relations = relations;
        this.errands = errands;
        this.standing = standing;
    }

    @Override
    public String make(Asker by, NewEntry wish) {
        boolean steward = keepers.isSteward(by);
        PersonId person = steward ? person(by) : by.requirePerson();
        if (!steward && (wish.member() != null || wish.slug() != null)) {
            throw new Forbidden();
        }
        ledger.lock();
        Entry known = entries.findById(wish.id().value()).orElse(null);
        if (known != null) {
            return repeated(known, person);
        }
        if (!steward) {
            suggestions.requirePatience(by);
        }
        EntryContent content = proofreader.read(wish.id(), wish.kind(), wish.content());
        // First of all: the draft that gives way may have the address that is wanted.
        standing.makeWay(wish.member());
        String slug = wish.slug() == null
                ? addresses.free(content.names(), wish.kind())
                : addresses.wanted(wish.slug(), wish.id());
        Entry entry =
                Entry.suggest(wish.id(), wish.kind(), slug, content, writing.index(content), person, writing.now());
        entry.standFor(wish.member(), standing.current(wish.member()));
        if (steward) {
            entry.confirm(writing.now());
            entry.check(person, writing.today());
        }
        writing.open(entry);
        writing.record(by, "alliance.entry-made", entry, true);
        if (!steward) {
            errands.waits(entry);
        }
        return slug;
    }

    private static String repeated(Entry known, @Nullable PersonId person) {
        PersonId maker = known.madeBy();
        if (maker == null ? person != null : !maker.equals(person)) {
            throw new Forbidden();
        }
        return known.slug();
    }

    @Override
    public Saved save(Asker by, EntryEdit edit) {
        if (by instanceof Asker.Guest) {
            throw new Forbidden();
        }
        ledger.lock();
        Entry entry = known(by, edit.entry());
        if (!keepers.keeps(by, entry)) {
            return suggestions.suggest(by, entry, edit);
        }
        EntryContent wanted = proofreader.read(entry.kind(), edit.content());
        if (wanted.equals(entry.content())) {
            // Nothing to save, or saved already by a request whose answer was lost.
            return new Saved.AtOnce(entry.version());
        }
        // Before the picture is looked for: the one that the editor saw may have given way to another.
        if (entry.version() != edit.version()) {
            return new Saved.Conflict(entry.content(), entry.version(), entry.changedBy());
        }
        proofreader.requirePicture(entry.id(), wanted.picture());
        entry.check(person(by), writing.today());
        writing.rewrite(entry, wanted, person(by));
        writing.record(by, "alliance.entry-changed", entry, keepers.isSteward(by));
        return new Saved.AtOnce(entry.version());
    }

    @Override
    public void take(Asker by, RevisionId id) {
        suggestions.take(by, id);
    }

    @Override
    public void refuse(Asker by, RevisionId id, String reason) {
        suggestions.refuse(by, id, reason);
    }

    @Override
    public void confirm(Asker by, EntryId id) {
        ledger.lock();
        Entry entry = known(by, id);
        boolean steward = keepers.isSteward(by);
        if (!steward && !keepers.owns(by, entry.member())) {
            throw new Forbidden();
        }
        if (entry.isPublic()) {
            return;
        }
        entry.confirm(writing.now());
        entry.check(person(by), writing.today());
        writing.keep(entry, false);
        errands.decided(entry, person(by));
        writing.record(by, "alliance.entry-confirmed", entry, steward);
    }

    @Override
    public void reject(Asker by, EntryId id, String reason) {
        keepers.requireSteward(by);
        String why = EntryWriting.reason(reason);
        ledger.lock();
        Entry entry = known(by, id);
        if (entry.state() == EditorialState.REJECTED) {
            return;
        }
        entry.reject(why);
        writing.keep(entry, false);
        ledger.freeAddresses(entry.id());
        errands.decided(entry, person(by));
        writing.record(writing.entry(by, "alliance.entry-rejected", entry, true).because(why));
    }

    @Override
    public void archive(Asker by, EntryId id, String reason) {
        keepers.requireSteward(by);
        String why = EntryWriting.reason(reason);
        ledger.lock();
        Entry entry = known(by, id);
        if (entry.state() == EditorialState.ARCHIVED) {
            return;
        }
        entry.archive(why, writing.now());
        writing.keep(entry, true);
        writing.record(writing.entry(by, "alliance.entry-archived", entry, true).because(why));
    }

    @Override
    public void restore(Asker by, EntryId id) {
        keepers.requireSteward(by);
        ledger.lock();
        Entry entry = known(by, id);
        if (entry.isPublic()) {
            return;
        }
        entry.restore(writing.now());
        writing.keep(entry, false);
        writing.record(by, "alliance.entry-restored", entry, true);
    }

    @Override
    public void assure(Asker by, EntryId id) {
        ledger.lock();
        Entry entry = kept(by, id);
        entry.check(person(by), writing.today());
        writing.keep(entry, entry.isPublic());
        writing.record(by, "alliance.entry-checked", entry, keepers.isSteward(by));
    }

    @Override
    public void readdress(Asker by, EntryId id, String slug) {
        keepers.requireSteward(by);
        ledger.lock();
        Entry entry = known(by, id);
        if (entry.slug().equals(slug)) {
            return;
        }
        if (entry.state() == EditorialState.REJECTED) {
            throw Refused.because("alliance.refused.state");
        }
        entry.move(addresses.wanted(slug, id));
        ledger.address(slug, id, writing.now());
        writing.keep(entry, entry.isPublic());
        writing.record(by, "alliance.entry-moved", entry, true);
    }

    @Override
    public void link(Asker by, EntryId id, @Nullable MemberId member) {
        keepers.requireSteward(by);
        ledger.lock();
        Entry entry = known(by, id);
        if (member == null ? entry.member() == null : member.equals(entry.member())) {
            return;
        }
        standing.makeWay(member);
        entry.standFor(member, standing.current(member));
        writing.keep(entry, entry.isPublic());
        standing.handOver(entry);
        writing.record(by, "alliance.entry-linked", entry, true);
    }

    @Override
    public void relate(Asker by, NewRelation relation) {
        relations.state(by, relation);
    }

    @Override
    public void agree(Asker by, RelationId relation) {
        relations.agree(by, relation);
    }

    @Override
    public void end(Asker by, RelationId relation, RoughDate until) {
        relations.end(by, relation, until);
    }

    @Override
    public void withdraw(Asker by, RelationId relation) {
        relations.withdraw(by, relation);
    }

    @Override
    @Transactional(readOnly = true)
    public FileOwner attach(Asker by, EntryId id) {
        return EntryPictures.owner(kept(by, id).id());
    }

    private Entry known(Asker by, EntryId id) {
        Entry entry = entries.findById(id.value()).orElseThrow(NotFound::new);
        keepers.requireKnown(by, entry);
        return entry;
    }

    private Entry kept(Asker by, EntryId id) {
        Entry entry = entries.findById(id.value()).orElseThrow(NotFound::new);
        keepers.requireKeeper(by, entry);
        return entry;
    }

    private static @Nullable PersonId person(Asker by) {
        return by.person().orElse(null);
    }
}
