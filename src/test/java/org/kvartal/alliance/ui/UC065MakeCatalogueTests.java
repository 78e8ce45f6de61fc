package org.kvartal.alliance.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.Catalogues.EditionState;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody wants a part of the directory on paper. */
class UC065MakeCatalogueTests extends AtTheDesk {

    @Autowired
    Catalogues catalogues;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingIsLeftOnTheShelf() {
        catalogues.editions(steward, 100).forEach(edition -> catalogues.discard(steward, edition.id()));
    }

    @Test
    void onePressOnAFilterAndALanguageMakesABook() {
        made(EntryKind.HUB, "Yard");
        made(EntryKind.VENUE, "Depot");
        sits(maria);
        go(AlliancePages.CATALOGUES + "?q=" + own);
        assertThat(page()).contains("2 entries").contains("There are no editions yet");
        assertThat(find(Checkbox.class).withCaption("For everybody").exists()).isFalse();

        kinds(EntryKind.VENUE);
        assertThat(page()).contains("1 entry");
        language(Language.BG);
        press("Make the catalogue");

        assertThat(toast()).isEqualTo("It is being made. You can leave this page meanwhile.");
        Edition edition = whole(maria);
        assertThat(edition.filter().kinds()).containsExactly(EntryKind.VENUE);
        go(AlliancePages.CATALOGUES);
        assertThat(page()).contains("Български · “" + own + "”, Venues").contains("1 entry on");
        assertThat(find(Anchor.class).withText("Download").single().getHref()).isEqualTo("/files/" + edition.file());

        press("Throw away");
        assertThat(toast()).isEqualTo("It is gone.");
        assertThat(catalogues.editions(maria, 10)).isEmpty();
    }

    @Test
    void theOfficeMakesTheOneForEverybody() {
        made(EntryKind.HUB, "Yard");
        sits(steward);
        go(AlliancePages.CATALOGUES + "?q=" + own);
        test(find(Checkbox.class).withCaption("For everybody").single()).click();
        press("Make the catalogue");

        Edition edition = whole(steward);
        assertThat(catalogues.last(Language.EN).map(Edition::id)).contains(edition.id());
        sits(maria);
        go(AlliancePages.CATALOGUES);
        assertThat(page()).contains("For everybody");
        assertThat(find(Button.class).withText("Throw away").exists())
                .as("the office's is not hers to throw away")
                .isFalse();
    }

    @Test
    void whatIsBeingMadeShowsHowFarItIsAndCanBeStopped() {
        jdbc.sql("""
                INSERT INTO catalogue_edition
                    (id, filter, language, of_house, state, wanted_by, wanted_at, attempts, alive_at, worker, done, entries)
                VALUES (?, '', 'ru', false, 'AT_WORK', ?, now(), 1, now(), ?, 250, 1000)""")
                .params(Ids.next(), maria.requirePerson().value(), Ids.next())
                .update();
        sits(maria);
        go(AlliancePages.CATALOGUES);

        assertThat(page()).contains("Русский · the whole directory").contains("250 of 1,000 entries are set");
        ProgressBar bar = find(ProgressBar.class).single();
        assertThat(bar.getValue() / bar.getMax()).isEqualTo(0.25);

        press("Stop");
        assertThat(catalogues.editions(maria, 10)).isEmpty();
        assertThat(page()).contains("There are no editions yet");
    }

    @Test
    void nothingToPrintIsSaidBesideTheButton() {
        sits(maria);
        go(AlliancePages.CATALOGUES + "?q=" + own);
        assertThat(page()).contains("No entries are like that");

        press("Make the catalogue");

        assertThat(page()).contains("No entries are like that. Choose others.");
        assertThat(catalogues.editions(maria, 10)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void kinds(EntryKind kind) {
        MultiSelectComboBox<EntryKind> kinds =
                find(MultiSelectComboBox.class).withCaption("Kinds").single();
        test(kinds).selectItem("Venues");
        assertThat(kinds.getValue()).isEqualTo(Set.of(kind));
    }

    @SuppressWarnings("unchecked")
    private void language(Language language) {
        Select<Language> select =
                find(Select.class).withCaption("Language of the catalogue").single();
        test(select).selectItem(language.ownName());
    }

    private Edition whole(Asker by) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> catalogues.editions(by, 1).getFirst().state() == EditionState.WHOLE);
        return catalogues.editions(by, 1).getFirst();
    }
}
