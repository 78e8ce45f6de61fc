package org.kvartal.alliance.ui;

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
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.AllianceRights;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.live.Rereading;
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
    private final DeskWords words;
    private final boolean steward;
    private final Div wish = new Div();
    private final EditionLines lines;
    private final EmptyState empty;
    private final Rereading.Watch watch;

    CatalogueView(
            Catalogues catalogues,
            Directory directory,
            Rereading rereading,
            DeskWordbook book,
            Permissions permissions) {
        this.catalogues = catalogues;
        this.directory = directory;
        this.words = book.open();
        this.steward = permissions.has(words.asker(), AllianceRights.STEWARD, Scope.PLATFORM);
        this.lines = new EditionLines(catalogues, words, steward, this::again);
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
        watch = rereading.watch(this);
        watch.on(Catalogues.topic(), this::read, this::show);
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
                catalogues, directory, words, steward, DirectoryFilter.read(parameters), this::again));
        again();
    }

    private void again() {
        show(read());
    }

    private List<Edition> read() {
        return catalogues.editions(words.asker(), SHOWN);
    }

    private void show(List<Edition> editions) {
        watch.shown();
        lines.show(editions);
        lines.setVisible(!editions.isEmpty());
        empty.setVisible(editions.isEmpty());
    }
}
