package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.alliance.EntryDesk.EntryForm;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RevisionId;
import org.kvartal.demo.domain.DirectoryBook.Listed;
import org.kvartal.demo.domain.DirectoryBook.Tie;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Fills the directory: cities and venues with what is recorded of them, and invented associations. Every command may be repeated. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class DemonstratedDirectory {

    private static final Asker HOUSE = Asker.house("demonstration");

    private final Entries entries;
    private final EntryDesk desk;
    private final Files files;

    DemonstratedDirectory(Entries entries, EntryDesk desk, Files files) {
        this.entries = entries;
        this.desk = desk;
        this.files = files;
    }

    /**
     * @param at the moment that ids are made of
     * @param keeper who adds the pictures
     */
    void tell(Instant at, Asker keeper) {
        DirectoryBook book = DirectoryBook.read();
        book.entries().forEach(entry -> list(entry, at, keeper));
        book.ties().forEach(tie -> tie(tie, at));
    }

    private void list(Listed listed, Instant at, Asker keeper) {
        EntryId id = entry(listed.key(), at);
        entries.make(HOUSE, new NewEntry(id, listed.kind(), listed.content(), null, listed.key()));
        String picture = listed.picture();
        if (picture != null) {
            EntryForm form = desk.form(HOUSE, id);
            if (form.content().picture() == null) {
                EntryContent shown = form.content()
                        .withPicture(new Picture(
                                stored(entries.attach(HOUSE, id), picture, keeper), listed.pictureText(), null));
                entries.save(HOUSE, new EntryEdit(RevisionId.next(), id, form.version(), shown, null));
            }
        }
    }

    private FileId stored(FileOwner owner, String name, Asker keeper) {
        return files.of(owner).stream()
                .findFirst()
                .orElseGet(() -> {
                    try (InputStream picture = StoryBook.picture(name)) {
                        return files.storePicture(keeper, owner, name, picture);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .id();
    }

    private void tie(Tie tie, Instant at) {
        RelationId id = new RelationId(Demonstration.id("relation " + tie.from() + tie.kind() + tie.to(), at));
        entries.relate(
                HOUSE,
                new NewRelation(
                        id,
                        entry(tie.from(), at),
                        tie.kind(),
                        entry(tie.to(), at),
                        tie.since(),
                        tie.until(),
                        tie.about(),
                        null));
    }

    private static EntryId entry(String key, Instant at) {
        return new EntryId(Demonstration.id("entry " + key, at));
    }
}
