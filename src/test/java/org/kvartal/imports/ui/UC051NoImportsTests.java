package org.kvartal.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.imports.OfficeChair;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;

/** In a house where no module offers anything to import, imports leave no trace. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "imports", extraIncludes = "shell")
@Import(OfficeChair.class)
@ViewPackages(packages = {"org.kvartal.imports.ui", "org.kvartal.shell.ui"})
@WithMockUser(roles = "ADMINISTRATOR")
class UC051NoImportsTests extends SpringBrowserlessTest {

    @Autowired
    OfficeChair chair;

    @Autowired
    ImportsPart part;

    @ParameterizedTest
    @ValueSource(strings = {"admin/import", "admin/import/1", "no/such/place"})
    void theirAddressesAreLikeAnyThatIsNotThere(String address) {
        chair.take(Asker.of(PersonId.next()), Language.EN);

        UI.getCurrent().navigate(address);

        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
    }

    @Test
    void nothingLeadsThere() {
        Asker administrator = Asker.of(PersonId.next());
        chair.take(administrator, Language.EN);
        UI.getCurrent().navigate("");

        assertThat(find(Nav.class).single().getElement().getTextRecursively()).doesNotContain("Import");
        assertThat(part.visible(new Reader(administrator, Language.EN, ZoneOffset.UTC)))
                .isFalse();
    }
}
