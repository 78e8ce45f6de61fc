package org.kvartal.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.People;
import org.kvartal.accounts.domain.OpenTrail;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Who did what in the house, when, to what and why. The address is the filter. */
@Route(AccountsPages.TRAIL_ROUTE)
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
@StyleSheet("context://accounts/accounts.css")
class TrailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final TrailFilters filters;
    private final TrailRows rows;
    private final Reader reader;

    TrailView(OpenTrail trail, People people, Messages messages, Wording wording, CurrentReader currentReader) {
        this.reader = currentReader.get();
        this.filters = new TrailFilters(
                people, messages, reader, wish -> UI.getCurrent().navigate(AccountsPages.TRAIL_ROUTE, wish.query()));
        this.rows = new TrailRows(trail, messages, wording, reader);
        addClassName("view");
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.ADMIN, getTranslation("shell.admin"))
                        .lead(getTranslation("accounts.trail.lead")),
                filters,
                rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TrailWish wish = TrailWish.of(event.getLocation().getQueryParameters());
        rows.open(wish.filter(reader.zone()), wish.isNarrow());
        filters.show(wish);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.trail.title");
    }
}
