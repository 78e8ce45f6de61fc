package org.kvartal.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** Somebody in the office has a table and wants what is in it in the house. */
class UC050ImportTableTests extends OfficeTests {

    @Test
    void whoMayImportNothingFindsNothing() {
        chair.take(Asker.of(PersonId.next()), Language.EN);

        UI.getCurrent().navigate("admin/import");
        assertThat(find(ImportListView.class).exists()).isFalse();
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
    }

    @Test
    void thePageSaysWhatATableMustHoldAndGivesAnExample() {
        navigate(ImportListView.class);

        assertThat(page())
                .contains("Streets of the quarter, each with its code.")
                .contains("Code (needed)")
                .contains("A year")
                .contains("up to 50,000 rows and 25 MB");
        assertThat(find(Anchor.class).all().stream()
                        .filter(link -> link.hasClassName("import-example"))
                        .map(OfficeTests::words))
                .containsExactly("English", "Русский", "Български");
    }

    @Test
    void aKindThatIsNotOfferedIsNotFound() {
        UI.getCurrent().navigate("admin/import", QueryParameters.of("kind", "houses"));

        assertThat(find(ImportListView.class).exists()).isFalse();
    }

    @Test
    void aTableIsDroppedLookedAtAndBroughtIn() {
        navigate(ImportListView.class);
        drop(file(), "code,name,city\n" + quarter + "1,Lime,Sofia\n" + quarter + "2,,Sofia\n");
        awaitSeen("1 row is new and can come in.");

        assertThat(find(H1.class).single().getText()).isEqualTo(file());
        assertThat(rows()).hasSize(2);
        assertThat(rows().get(0)).contains("Line 2").contains("new").contains("Lime");
        assertThat(rows().get(1)).contains("problem").contains("A street needs a name.");

        press("Bring in 1 row");
        awaitSeen("1 row has come in.");

        assertThat(streets.names(quarter)).containsExactly("Lime");
        assertThat(find(Anchor.class).withText("Walk the streets").single().getHref())
                .startsWith("/app/streets?import=");
    }

    @Test
    void whatIsWrongWithAFileIsSaidWhereItWasChosen() {
        navigate(ImportListView.class);

        drop(file(), "Town,Year\nSofia,1912\n");
        awaitSeen("Columns are missing: “Code”, “Name”.");
        drop(file(), "PK\u0003\u0004");
        awaitSeen("This is an Excel workbook.");

        assertThat(find(ImportListView.class).exists()).isTrue();
        assertThat(imports.list(officer, null, 10).imports())
                .extracting(ImportCard::fileName)
                .doesNotContain(file());
    }

    @Test
    void differencesStandBesideTheirCells() {
        streets.build(quarter + "1", "Lime", "Plovdiv", 1912);
        ImportCard card = checked("code,name,city\n" + quarter + "1,Lime,Sofia\n");

        open(card, "");

        assertThat(page()).contains("1 row is here already, but says something else.");
        assertThat(rows().getFirst()).contains("differs").contains("Sofia").contains("here: Plovdiv");
        assertThat(find(Button.class).all().stream().map(Button::getText))
                .noneMatch(text -> text.startsWith("Bring in"));
    }

    @Test
    void rowsAreChosenByTheirState() {
        ImportCard card = checked("code,name\n" + quarter + "1,Lime\n" + quarter + "2,\n" + quarter + "3,Oak\n");

        open(card, "?rows=invalid");
        assertThat(rows()).singleElement().asString().contains("Line 3");
        assertThat(chips()).containsExactly("All3", "New2", "With problems1");

        open(card, "?rows=new");
        assertThat(rows()).hasSize(2);
        open(card, "?rows=nonsense&after=x");
        assertThat(rows()).hasSize(3);
    }

    @Test
    void manyRowsAreTurnedLikePages() {
        StringBuilder file = new StringBuilder("code,name\n");
        for (int number = 1; number <= 60; number++) {
            file.append(quarter).append(number).append(",Street\n");
        }
        ImportCard card = checked(file.toString());

        open(card, "");
        assertThat(rows()).hasSize(25);
        String after = link("Rows after").getHref();
        open(after);
        assertThat(rows().getFirst()).contains("Line 27");
        String before = link("Rows before").getHref();
        open(before);
        assertThat(rows().getFirst()).contains("Line 2");
        assertThat(page()).doesNotContain("Rows before");
    }

    @Test
    void theWorkIsSeenByEverybodyWhoLooks() {
        ImportCard card = checked("code,name\n" + quarter + "1,Lime\n");
        open(card, "");

        imports.bringIn(officer, card.id());
        awaitSeen("1 row has come in.");

        assertThat(find(ProgressBar.class).exists()).isFalse();
        assertThat(chips()).containsExactly("All1", "Brought in1");
    }

    @Test
    void whatCameInIsTakenBackAfterOneQuestion() {
        ImportCard card = broughtIn("code,name\n" + quarter + "1,Lime\n" + quarter + "2,Oak\n");
        streets.rename(quarter + "2", "Old Oak");
        open(card, "");

        press("Take back");
        test(find(ConfirmDialog.class).single()).confirm();
        awaitSeen("1 row was taken back.");

        assertThat(page()).contains("1 row stayed; why stands beside it.");
        assertThat(rows())
                .anySatisfy(
                        row -> assertThat(row).contains("stayed").contains("Somebody has changed this street since."));
        assertThat(streets.names(quarter)).containsExactly("Old Oak");
    }

    @Test
    void aFileOfWhichNothingCameInIsThrownAway() {
        ImportCard card = checked("code,name\n" + quarter + "1,Lime\n");
        open(card, "");

        press("Throw away");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(ImportListView.class).exists()).isTrue();
        assertThat(imports.find(officer, card.id())).isEmpty();
    }

    @Test
    void earlierImportsAreListedWithTheirState() {
        ImportCard card = broughtIn("code,name\n" + quarter + "1,Lime\n");

        navigate(ImportListView.class);

        assertThat(listed().getFirst())
                .contains(file())
                .contains("Streets")
                .contains("1 row brought in")
                .contains("brought in");
        assertThat(find(Anchor.class).withText(file()).single().getHref()).isEqualTo(ImportsPages.one(card.number()));
    }

    @Test
    void theListFollowsWhatHappensElsewhere() {
        navigate(ImportListView.class);
        assertThat(page()).doesNotContain(file());

        ImportCard card = checked("code,name\n" + quarter + "1,Lime\n");
        awaitSeen(file());
        imports.bringIn(officer, card.id());
        rests(card.id(), ImportState.DONE);

        await().pollInSameThread().untilAsserted(() -> {
            hearNews();
            assertThat(listed().getFirst()).contains(file()).contains("1 row brought in");
        });
    }

    @Test
    void anImportOfSomebodyElsesKindIsNotFound() {
        ImportCard card = checked("code,name\n" + quarter + "1,Lime\n");
        chair.take(Asker.of(PersonId.next()), Language.EN);

        UI.getCurrent().navigate("admin/import/" + card.number());
        assertThat(find(ImportView.class).exists()).isFalse();
        UI.getCurrent().navigate("admin/import/999999999");
        assertThat(find(ImportView.class).exists()).isFalse();
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        ImportCard card = checked("code,name\n" + quarter + "1,Lime\n");
        chair.take(officer, Language.RU);

        open(card, "");

        assertThat(page()).contains("1 строка новая, её можно внести.");
        assertThat(find(Button.class).withText("Внести 1 строку").exists()).isTrue();
    }

    private Anchor link(String words) {
        return find(Anchor.class).all().stream()
                .filter(link -> words(link).equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void open(ImportCard card, String query) {
        open(ImportsPages.one(card.number()) + query);
    }

    private void open(String address) {
        UI.getCurrent()
                .navigate(
                        address.substring("/app/".length()).replaceFirst("\\?.*", ""),
                        QueryParameters.fromString(
                                address.contains("?") ? address.substring(address.indexOf('?') + 1) : ""));
    }

    private void drop(String name, String content) {
        test(find(Upload.class).single()).upload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }
}
