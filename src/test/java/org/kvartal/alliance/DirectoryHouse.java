package org.kvartal.alliance;

import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.accounts.Role.OFFICER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.Saved;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A house whose directory a steward keeps, with a member who keeps nothing. Entries carry a word of their test, so that it finds its own. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import({Residents.class, SqlCounter.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class DirectoryHouse {

    @Autowired
    Entries entries;

    @Autowired
    Directory directory;

    @Autowired
    EntryDesk desk;

    @Autowired
    Residents town;

    @Autowired
    JdbcClient jdbc;

    /** A word that only this test's entries carry in their names. */
    final String own = "q" + Long.toString(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE, 36);

    Asker steward;
    Asker maria;

    @BeforeEach
    void somebodyKeepsTheDirectory() {
        steward = town.person(OFFICER);
        maria = town.person(MEMBER);
    }

    /** Only this test's entries. */
    DirectoryFilter ours() {
        return DirectoryFilter.ALL.withText(own);
    }

    EntryContent told(EntryKind kind, String name) {
        return EntryContent.of(kind, new Names(name, "en", Map.of(Language.BG, name + " бг"), List.of(own)));
    }

    EntryContent told(EntryKind kind, String name, String place, String... sectors) {
        return told(kind, name).withLocations(List.of(Location.in(place))).withSectors(List.of(sectors));
    }

    /** A public entry. */
    EntryId made(EntryContent content, EntryKind kind) {
        EntryId id = EntryId.next();
        entries.make(steward, NewEntry.of(id, kind, content));
        return id;
    }

    EntryId made(EntryKind kind, String name) {
        return made(told(kind, name), kind);
    }

    Saved save(Asker by, EntryId entry, EntryContent content) {
        return save(by, entry, version(entry), content);
    }

    Saved save(Asker by, EntryId entry, long version, EntryContent content) {
        return entries.save(by, new EntryEdit(RevisionId.next(), entry, version, content, null));
    }

    long version(EntryId entry) {
        return form(entry).version();
    }

    EntryDesk.EntryForm form(EntryId entry) {
        return desk.form(house(), entry);
    }

    EntryContent kept(EntryId entry) {
        return form(entry).content();
    }

    EntryDetail shown(String slug) {
        return ((Look.Found) directory.look(Asker.guest(), slug)).entry();
    }

    List<String> names(DirectoryFilter filter) {
        return directory.search(filter, Language.EN, null, 500).entries().stream()
                .map(card -> card.names().own())
                .toList();
    }

    static Asker house() {
        return Asker.house("test");
    }
}
