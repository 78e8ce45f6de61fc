package org.kvartal.alliance.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.AllianceRights;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where catalogues are made: which entries, in which language, how far it is, and the editions that there are. The address is the filter. */
@Route(AlliancePages.CATALOGUES)
@PermitAll
@StyleSheet("context://alliance/desk.css")
@StyleSheet("context://alliance/catalogue.css")
class CatalogueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 50;

    private final Catalogues catalogues;
    private final Directory directory;
    private final Live live;
    private final DeskWords words;
    private final boolean steward;
    private final Div wish = new Div();
    private final EditionLines lines;
    private final EmptyState empty;
    private @Nullable Listening listening;

    CatalogueView(Catalogues catalogues, Directory directory, Live live, DeskWordbook book, Permissions permissions) {
        this.catalogues = catalogues;
        this.directory = directory;
        this.live = live;
        this.words = book.open();
        this.steward = permissions.has(words.asker(), AllianceRights.STEWARD, Scope.PLATFORM);
        this.lines = new EditionLines(catalogues, words, steward, () -> show(read()));
        this.empty = new EmptyState(
                words.text("alliance.catalogue.screen.editions-empty"),
                words.text("alliance.catalogue.screen.editions-empty-text"));
        addClassName("view");
        H2 title = new H2(words.text("alliance.catalogue.screen.editions"));
        title.setId("editions");
        title.addClassName("desk-title");
        Section editions = new Section(title, lines, empty);
        editions.addClassName("desk-part");
        editions.getElement().setAttribute("aria-labelledby", "editions");
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(AlliancePages.DIRECTORY), words.text("alliance.app.menu"))
                        .lead(words.text("alliance.catalogue.screen.lead")),
                wish,
                editions);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("alliance.catalogue.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, String[]> parameters = new HashMap<>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        wish.removeAll();
        wish.add(new CatalogueWish(
                catalogues, directory, words, steward, DirectoryFilter.read(parameters), () -> show(read())));
        show(read());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        listening = live.onChange(Catalogues.topic(), () -> renew(ui));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    private void renew(UI ui) {
        List<Edition> editions = read();
        try {
            var _ = ui.access(() -> show(editions));
        } catch (UIDetachedException left) {
            // The page was closed meanwhile; detaching ends the listening.
        }
    }

    private List<Edition> read() {
        return catalogues.editions(words.asker(), SHOWN);
    }

    private void show(List<Edition> editions) {
        lines.show(editions);
        lines.setVisible(!editions.isEmpty());
        empty.setVisible(editions.isEmpty());
    }
}
