package org.kvartal.alliance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.kvartal.alliance.Catalogues.Wish;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.Entries.Saved;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done in the directory, for the walker of the rights matrix. Owners have no column: their tests stand in the module. */
@TestConfiguration(proxyBeanMethods = false)
public class AllianceActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");

    private final Entries entries;
    private final EntryDesk desk;
    private final EntryDrafts drafts;
    private final Directory directory;
    private final Admissions admissions;
    private final Catalogues catalogues;

    AllianceActs(
            Entries entries,
            EntryDesk desk,
            EntryDrafts drafts,
            Directory directory,
            Admissions admissions,
            Catalogues catalogues) {
        this.entries = entries;
        this.desk = desk;
        this.drafts = drafts;
        this.directory = directory;
        this.admissions = admissions;
        this.catalogues = catalogues;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        reading(acts);
        suggesting(acts);
        keeping(acts);
        relating(acts);
        printing(acts);
        return acts;
    }

    private void reading(Map<String, Act> acts) {
        acts.put("find a public entry", by -> seen(found(by, publicEntry())));
        acts.put("find an entry that waits", by -> seen(found(by, waiting())));
        acts.put("find an entry that was taken out", by -> seen(found(by, archived())));
        acts.put("find an entry that waits in a list", by -> {
            EntryId id = waiting();
            seen(desk.find(by, "Yard", EditorialState.SUGGESTED, Language.EN, null, 200).entries().stream()
                    .anyMatch(card -> card.id().equals(id)));
        });
        acts.put("see which entries were suggested", by -> {
            EntryId id = waiting();
            seen(desk.suggestedEntries(by, null, 200).stream()
                    .anyMatch(card -> card.id().equals(id)));
        });
        acts.put("see which changes were suggested", by -> {
            RevisionId id = suggested(publicEntry());
            seen(desk.suggestions(by, null, 200).stream()
                    .anyMatch(one -> one.id().equals(id)));
        });
        acts.put("read a change that somebody else suggested", by -> desk.suggestion(by, suggested(publicEntry())));
        acts.put("read what changed in an entry", by -> desk.history(by, changed(), null, 10));
        acts.put(
                "read which contacts of an entry changed",
                by -> seen(desk.history(by, changed(), null, 10).stream()
                        .anyMatch(change -> change.field().equals("contacts"))));
        acts.put(
                "see the contact of somebody who did not agree",
                by -> seen(!desk.form(by, changed()).content().contacts().isEmpty()));
        acts.put("see the former addresses of an entry", by -> desk.addresses(by, publicEntry()));
        acts.put("go on with what somebody else typed", by -> {
            EntryId id = publicEntry();
            drafts.keep(Asker.of(PersonId.next()), id, version(id), content(id), content(id), "");
            seen(drafts.find(by, id).isPresent());
        });
    }

    private void suggesting(Map<String, Act> acts) {
        acts.put("suggest an entry", by -> entries.make(by, wish()));
        acts.put("make an entry that is public at once", by -> {
            NewEntry wish = wish();
            entries.make(by, wish);
            allowed(desk.form(HOUSE, wish.id()).card().state() == EditorialState.CONFIRMED);
        });
        acts.put("suggest a change to an entry", by -> save(by, publicEntry()));
        acts.put("change an entry at once", by -> allowed(save(by, publicEntry()) instanceof Saved.AtOnce));
        acts.put("keep a draft of an entry", by -> {
            EntryId id = publicEntry();
            drafts.keep(by, id, version(id), content(id), content(id), "");
        });
        acts.put(
                "keep a draft of an entry to come",
                by -> drafts.keepNew(by, EntryId.next(), EntryKind.HUB, EntryContent.of(EntryKind.HUB, yard())));
        acts.put("keep a draft of an entry that waits", by -> {
            EntryId id = waiting();
            drafts.keep(by, id, version(id), content(id), content(id), "");
        });
    }

    private void keeping(Map<String, Act> acts) {
        acts.put("take a suggested change over", by -> entries.take(by, suggested(publicEntry())));
        acts.put("turn a suggested change down", by -> entries.refuse(by, suggested(publicEntry()), "No."));
        acts.put("make a suggested entry public", by -> entries.confirm(by, waiting()));
        acts.put("turn a suggested entry down", by -> entries.reject(by, waiting(), "No."));
        acts.put("take an entry out of the directory", by -> entries.archive(by, publicEntry(), "Gone."));
        acts.put("bring an entry back", by -> entries.restore(by, archived()));
        acts.put("say that an entry is right", by -> entries.assure(by, publicEntry()));
        acts.put("change the address of an entry", by -> {
            EntryId id = publicEntry();
            entries.readdress(by, id, "moved-" + id);
        });
        acts.put("say for which member an entry stands", by -> entries.link(by, publicEntry(), association()));
        acts.put(
                "say of a suggestion for which member it stands",
                by -> entries.make(
                        by,
                        new NewEntry(
                                EntryId.next(),
                                EntryKind.HUB,
                                EntryContent.of(EntryKind.HUB, yard()),
                                association(),
                                null)));
        acts.put("add a picture to an entry", by -> entries.attach(by, publicEntry()));
    }

    private void relating(Map<String, Act> acts) {
        BiConsumer<Asker, RelationId> relate = (by, id) -> entries.relate(
                by, new NewRelation(id, publicEntry(), RelationKind.HOSTS, publicEntry(), null, null, null, null));
        acts.put("say how two entries belong together", by -> relate.accept(by, RelationId.next()));
        acts.put("agree to how two entries belong together", by -> {
            RelationId id = RelationId.next();
            relate.accept(HOUSE, id);
            entries.agree(by, id);
        });
        acts.put("end how two entries belong together", by -> {
            RelationId id = RelationId.next();
            relate.accept(HOUSE, id);
            entries.end(by, id, RoughDate.ofYear(2020));
        });
        acts.put("take back how two entries belong together", by -> {
            RelationId id = RelationId.next();
            relate.accept(HOUSE, id);
            entries.withdraw(by, id);
        });
    }

    private void printing(Map<String, Act> acts) {
        acts.put("have a catalogue made for oneself", by -> printed(by, false));
        acts.put("have a catalogue made for everybody", by -> printed(by, true));
        acts.put("find a catalogue that somebody else had made for themselves", by -> {
            EditionId id = printed(somebody(), false);
            seen(catalogues.editions(by, 100).stream()
                    .anyMatch(edition -> edition.id().equals(id)));
        });
        acts.put(
                "throw away a catalogue that somebody else had made",
                by -> catalogues.discard(by, printed(somebody(), false)));
    }

    private EditionId printed(Asker by, boolean ofHouse) {
        publicEntry();
        EditionId id = EditionId.next();
        catalogues.make(by, new Wish(id, DirectoryFilter.ALL, Language.EN, ofHouse));
        return id;
    }

    private static Asker somebody() {
        return Asker.of(PersonId.next());
    }

    /** A public entry that nobody owns. */
    public EntryId publicEntry() {
        NewEntry wish = wish();
        entries.make(HOUSE, wish);
        return wish.id();
    }

    public String slug(EntryId id) {
        return desk.form(HOUSE, id).card().slug();
    }

    /** A change that somebody suggested. */
    public RevisionId suggested(EntryId entry) {
        RevisionId id = RevisionId.next();
        EntryContent wish = content(entry).withStatus(Status.INACTIVE);
        entries.save(Asker.of(PersonId.next()), new EntryEdit(id, entry, version(entry), wish, null));
        return id;
    }

    private EntryId waiting() {
        NewEntry wish = wish();
        entries.make(Asker.of(PersonId.next()), wish);
        return wish.id();
    }

    private EntryId archived() {
        EntryId id = publicEntry();
        entries.archive(HOUSE, id, "Gone.");
        return id;
    }

    /** An entry whose contacts hold somebody who did not agree to be shown. */
    private EntryId changed() {
        EntryId id = publicEntry();
        EntryContent wish = content(id).withContacts(List.of(new Contact("Ada", null, "ada@example.org", null, null)));
        entries.save(HOUSE, new EntryEdit(RevisionId.next(), id, version(id), wish, null));
        return id;
    }

    private MemberId association() {
        return admissions.admit(
                HOUSE,
                NewMember.of(
                        MemberId.next(),
                        MemberKind.ASSOCIATION,
                        LocalizedText.of(Language.EN, "Weavers " + Instant.now()),
                        null));
    }

    private Saved save(Asker by, EntryId id) {
        return entries.save(
                by,
                new EntryEdit(
                        RevisionId.next(), id, version(id), content(id).withWebsite("https://example.org"), null));
    }

    private boolean found(Asker by, EntryId id) {
        return directory.look(by, slug(id)) instanceof Look.Found;
    }

    private EntryContent content(EntryId id) {
        return desk.form(HOUSE, id).content();
    }

    private long version(EntryId id) {
        return desk.form(HOUSE, id).version();
    }

    private static NewEntry wish() {
        return NewEntry.of(EntryId.next(), EntryKind.HUB, EntryContent.of(EntryKind.HUB, yard()));
    }

    private static Names yard() {
        return Names.of("Yard", "en");
    }

    private static void seen(boolean seen) {
        if (!seen) {
            throw new NotFound();
        }
    }

    private static void allowed(boolean done) {
        if (!done) {
            throw new Forbidden();
        }
    }
}
