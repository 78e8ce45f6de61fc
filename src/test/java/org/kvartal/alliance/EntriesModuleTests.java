package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** Entries are made, changed, suggested and decided on. */
class EntriesModuleTests extends DirectoryHouse {

    @Test
    void whatAStewardMakesIsPublicAtOnce() {
        EntryContent content = content(EntryKind.VENUE, "Winzavod", "moscow", "galleries")
                .withDescription(LocalizedText.of(Language.EN, "A former brewery."));
        EntryId id = made(content, EntryKind.VENUE);

        assertThat(content(id)).isEqualTo(content);
        String slug = form(id).card().slug();
        assertThat(slug).startsWith("winzavod");
        assertThat(directory.look(Asker.guest(), slug)).isInstanceOf(Look.Found.class);
        assertThat(shown(slug).content()).isEqualTo(content);
        assertThat(names(ours())).containsExactly("Winzavod");
    }
}
