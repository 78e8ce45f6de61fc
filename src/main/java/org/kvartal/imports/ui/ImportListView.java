package org.kvartal.imports.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.PageHeading;

/** Where tables are brought in, and what was brought in before. The address says which kind. There is nothing here for those who may import none. */
@Route(ImportsPages.IMPORT_ROUTE)
@PermitAll
@StyleSheet("context://imports/imports.css")
class ImportListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Desk desk;

    ImportListView(Desks desks) {
        desk = desks.set();
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<ImportKind> kinds = desk.imports().kinds(desk.asker());
        if (kinds.isEmpty()) {
            throw new NotFound();
        }
        ImportKind shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("kind")
                .map(name -> kinds.stream()
                        .filter(kind -> kind.name().equals(name))
                        .findFirst()
                        .orElseThrow(NotFound::new))
                .orElse(kinds.getFirst());
        removeAll();
        FileField file = new FileField(desk.imports(), desk.messages(), desk.reader(), shown.name(), this::goTo);
        add(
                new PageHeading(getPageTitle()).lead(desk.text("imports.lead")),
                new NewImportPart(kinds, shown, file, desk.messages(), desk.reader()),
                new EarlierImports(desk, kinds));
    }

    @Override
    public String getPageTitle() {
        return desk.text("imports.title");
    }

    private void goTo(ImportId taken) {
        desk.imports()
                .find(desk.asker(), taken)
                .ifPresent(
                        card -> getUI().ifPresent(ui -> ui.navigate(ImportsPages.IMPORT_ROUTE + "/" + card.number())));
    }
}
