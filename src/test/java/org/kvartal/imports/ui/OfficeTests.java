package org.kvartal.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.server.VaadinSession;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.imports.OfficeChair;
import org.kvartal.imports.Streets;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;

/** Somebody in the office who may import streets, in front of the pages of imports. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "imports", extraIncludes = "shell")
@Import({Streets.Quarter.class, OfficeChair.class})
@ViewPackages(classes = {ImportView.class, org.kvartal.shell.Card.class})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
abstract class OfficeTests extends SpringBrowserlessTest {

    @Autowired
    Imports imports;

    @Autowired
    Streets streets;

    @Autowired
    OfficeChair chair;

    final Asker officer = Asker.of(PersonId.next());
    final String quarter = "U" + Ids.next() + "-";

    @BeforeEach
    void theOfficerSitsDown() {
        streets.allow(officer);
        chair.take(officer, Language.EN);
    }

    /** What the file of this test is called. */
    String file() {
        return quarter + ".csv";
    }

    /** A file that has been judged. */
    ImportCard checked(String file) {
        ImportId id = ImportId.next();
        imports.take(
                officer,
                new NewImport(
                        id,
                        "streets",
                        file(),
                        Language.EN,
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
        return rests(id, ImportState.CHECKED);
    }

    ImportCard broughtIn(String file) {
        ImportCard card = checked(file);
        imports.bringIn(officer, card.id());
        return rests(card.id(), ImportState.DONE);
    }

    ImportCard rests(ImportId id, ImportState state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> imports.find(officer, id).orElseThrow().state() == state);
        return imports.find(officer, id).orElseThrow();
    }

    /** Waits for what the page is to show; news come by themselves. */
    void awaitSeen(String words) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            hearNews();
            assertThat(page()).contains(words);
        });
    }

    /** Lets the page have its turn: in a test it never ends by itself. */
    static void hearNews() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    String page() {
        return getCurrentView().getElement().getTextRecursively();
    }

    List<String> rows() {
        return find(RowItem.class).all().stream().map(OfficeTests::words).toList();
    }

    static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    List<String> chips() {
        return find(Anchor.class, find(Nav.class, (Component) getCurrentView()).single()).all().stream()
                .map(OfficeTests::words)
                .toList();
    }

    List<String> listed() {
        return find(ListItem.class).all().stream()
                .filter(item -> item.hasClassName("row"))
                .map(OfficeTests::words)
                .toList();
    }
}
