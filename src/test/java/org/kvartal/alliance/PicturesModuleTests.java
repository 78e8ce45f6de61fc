package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.springframework.beans.factory.annotation.Autowired;

/** A picture is for everybody once it stands in a public entry, and goes when nothing uses it. */
class PicturesModuleTests extends DirectoryHouse {

    @Autowired
    Files files;

    @Autowired
    EntryDrafts drafts;

    @Autowired
    List<FileAccess> accesses;

    @Test
    void whatWasPutIntoAnEntryIsForThoseWhoKeepItUntilItStandsThere() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        FileId file = uploaded(id);

        assertThat(readers(file)).containsExactly(steward);
        save(steward, id, kept(id).withPicture(new Picture(file, null, null)));
        assertThat(readers(file)).containsExactly(steward, maria, Asker.guest());

        entries.archive(steward, id, "Gone");
        assertThat(readers(file)).containsExactly(steward);
    }

    @Test
    void whatNeitherTheEntryNorADraftNorASuggestionUsesIsTold() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        FileId shown = uploaded(id);
        FileId typed = uploaded(id);
        FileId left = uploaded(id);
        FileId elsewhere = uploaded(id);
        EntryId other = made(EntryKind.VENUE, "Shed");
        save(steward, id, kept(id).withPicture(new Picture(shown, null, null)));
        drafts.keep(steward, id, version(id), kept(id), kept(id).withPicture(new Picture(typed, null, null)), "");
        Map<FileId, UUID> asked =
                Map.of(shown, id.value(), typed, id.value(), left, id.value(), elsewhere, other.value());

        assertThat(pictures().unused(asked)).containsExactlyInAnyOrder(left, elsewhere);
        drafts.discard(steward, id);
        assertThat(pictures().unused(asked)).containsExactlyInAnyOrder(left, elsewhere, typed);
        save(maria, id, kept(id).withWebsite("https://depot.example.org"));
        jdbc.sql("UPDATE entry SET content = content - 'picture' WHERE id = ?")
                .param(id.value())
                .update();
        assertThat(pictures().unused(asked)).as("a suggestion waits").doesNotContain(shown);
        assertThat(pictures().unused(Map.of())).isEmpty();
    }

    private List<Asker> readers(FileId file) {
        return List.of(steward, maria, Asker.guest()).stream()
                .filter(asker -> !files.addresses(Set.of(file), asker).isEmpty())
                .toList();
    }

    private FileId uploaded(EntryId id) {
        return files.storePicture(
                        steward, entries.attach(steward, id), "hall.png", new ByteArrayInputStream(Samples.png(40, 30)))
                .id();
    }

    private FileAccess pictures() {
        return accesses.stream()
                .filter(access -> access.module().equals("alliance"))
                .findFirst()
                .orElseThrow();
    }
}
