package org.kvartal.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ComponentQuery;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.domain.LetterSettings;
import org.kvartal.administration.domain.LetterSettings.ServerForm;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Reader;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.FirstStep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Whoever has just set a house up finds on Today what it still needs. */
@Import(UC902FirstStepsTests.Another.class)
class UC902FirstStepsTests extends AtTheSettings {

    /** A step of a module that is not looked at here. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Another {

        @Bean
        FirstStep another() {
            return new FirstStep() {
                @Override
                public int order() {
                    return 500;
                }

                @Override
                public String title() {
                    return "administration.backups.title";
                }

                @Override
                public String text() {
                    return "administration.backups.about";
                }

                @Override
                public String path() {
                    return AdministrationPages.BACKUPS;
                }

                @Override
                public State state(Reader reader) {
                    return State.OPEN;
                }
            };
        }
    }

    @Autowired
    LetterSettings letters;

    @Autowired
    CurrentReader currentReader;

    @Test
    void eachStepLeadsToWhereItIsDone() {
        today();

        assertThat(open().stream().map(Anchor::getHref))
                .containsExactly(AdministrationPages.SETTINGS, AdministrationPages.BACKUPS);
        assertThat(text(find(OrderedList.class).single())).contains("nobody outside gets any");
    }

    @Test
    void whatIsDoneStaysInTheListWithoutALink() {
        letters.sendThrough(asker(), 0, new ServerForm("127.0.0.1", 25, Encryption.NONE, "", "", "post@house.example"));
        today();

        assertThat(open()).hasSize(1);
        assertThat(text(rows().all().getFirst())).contains("Name the server").contains("done");
    }

    @Test
    void putAwayTheyAreGoneForEverybody() {
        today();
        test(find(Button.class).withText("Put this away").single()).click();

        assertThat(find(OrderedList.class).exists()).isFalse();
        assertThat(text(find(EmptyState.class).single())).contains("A quiet day");
        today();
        assertThat(find(OrderedList.class).exists()).isFalse();
    }

    @Test
    void whoeverDoesNotSetTheHouseUpIsNotTold() {
        grants.end(Asker.house("test"), asker().requirePerson(), Role.ADMINISTRATOR, Scope.PLATFORM);
        today();

        assertThat(find(OrderedList.class).exists()).isFalse();
    }

    /** Opened anew, whatever stood there. */
    private static void today() {
        UI.getCurrent().navigate("admin/settings");
        UI.getCurrent().navigate("");
    }

    private Asker asker() {
        return currentReader.get().asker();
    }

    private ComponentQuery<ListItem> rows() {
        return find(ListItem.class, find(OrderedList.class).single());
    }

    private List<Anchor> open() {
        return find(Anchor.class, find(OrderedList.class).single()).all();
    }
}
