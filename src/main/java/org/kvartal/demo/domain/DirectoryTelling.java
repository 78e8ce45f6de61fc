package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RevisionId;
import org.kvartal.demo.domain.DirectoryStory.Image;
import org.kvartal.demo.domain.DirectoryStory.Item;
import org.kvartal.demo.domain.DirectoryStory.Tie;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells what stands in the directory, and what belongs together. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class DirectoryTelling {

    private final Entries entries;
    private final EntryDesk desk;
    private final Files files;

    DirectoryTelling(Entries entries, EntryDesk desk, Files files) {
        this.entries = entries;
        this.desk = desk;
        this.files = files;
    }

    void tell(StoryIds ids) {
        DirectoryStory story = DirectoryBook.read();
        story.items().forEach(item -> make(item, ids));
        story.images().forEach((key, image) -> illustrate(ids.entry(key), image, ids));
        story.ties().forEach(tie -> relate(tie, ids));
    }

    private void make(Item item, StoryIds ids) {
        entries.make(
                Demonstration.HOUSE,
                new NewEntry(
                        ids.entry(item.key()),
                        item.kind(),
                        item.content(),
                        item.member() == null ? null : ids.member(item.member()),
                        item.key()));
    }

    private void illustrate(EntryId entry, Image image, StoryIds ids) {
        FileOwner owner = entries.attach(Demonstration.HOUSE, entry);
        if (files.of(owner).isEmpty()) {
            try (InputStream content = StoryFiles.picture(image.file())) {
                files.storePicture(Asker.of(ids.person(image.by())), owner, image.file(), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        EntryDesk.EntryForm form = desk.form(Demonstration.HOUSE, entry);
        if (form.content().picture() == null) {
            Picture picture = new Picture(files.of(owner).getFirst().id(), image.text(), null);
            entries.save(
                    Demonstration.HOUSE,
                    new EntryEdit(
                            new RevisionId(ids.settled("picture " + entry)),
                            entry,
                            form.version(),
                            form.content().withPicture(picture),
                            null));
        }
    }

    private void relate(Tie tie, StoryIds ids) {
        entries.relate(
                Demonstration.HOUSE,
                new NewRelation(
                        new RelationId(ids.settled("relation " + tie.from() + " " + tie.kind() + " " + tie.to())),
                        ids.entry(tie.from()),
                        tie.kind(),
                        ids.entry(tie.to()),
                        tie.since(),
                        tie.until(),
                        tie.about(),
                        tie.source()));
    }
}
