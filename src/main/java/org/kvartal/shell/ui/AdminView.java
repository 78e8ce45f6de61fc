package org.kvartal.shell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** What the reader may manage, as the modules offer it. */
@Route(ShellPages.ADMIN_ROUTE)
@Menu(title = "shell.admin", order = 90, icon = "settings")
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
class AdminView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final House house;
    private final List<AdminPart> parts;
    private final Reader reader;

    AdminView(House house, List<AdminPart> parts, CurrentReader currentReader) {
        this.house = house;
        this.parts = parts;
        this.reader = currentReader.get();
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        house.inUse(parts).stream()
                .sorted(Comparator.comparingInt(AdminPart::order))
                .filter(part -> part.visible(reader))
                .map(this::row)
                .forEach(list::add);
        if (list.getChildren().findAny().isEmpty()) {
            // The role has ended since the page was begun.
            throw new Forbidden();
        }
        add(new PageHeading(getPageTitle()), list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.admin");
    }

    private ListItem row(AdminPart part) {
        H2 title = new H2(new Anchor(part.path(), getTranslation(part.title())));
        title.addClassName("row-title");
        Paragraph text = new Paragraph(getTranslation(part.text()));
        text.addClassName("row-text");
        ListItem row = new ListItem(title, text);
        row.addClassName("row");
        return row;
    }
}
