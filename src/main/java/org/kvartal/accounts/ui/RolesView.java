package org.kvartal.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.domain.Residents;
import org.kvartal.accounts.domain.Residents.Among;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Who may what in the house: those who keep it, or whoever is looked for. The address says whom. */
@Route(AccountsPages.ROLES_ROUTE)
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://accounts/accounts.css")
class RolesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final TextField name = new TextField();
    private final Nav chips = new Nav();
    private final ResidentRows rows;
    private Wanted wanted = new Wanted("", null);

    RolesView(Residents residents, Term term, Wording wording, CurrentReader currentReader) {
        this.rows = new ResidentRows(residents, term, wording, currentReader.get());
        addClassNames("view", "narrow");
        name.setLabel(getTranslation("accounts.roles.name"));
        name.setPrefixComponent(Icon.SEARCH.create());
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(new Wanted(change.getValue(), wanted.among));
                // What is typed is one step of the browser's history, however many letters it has.
                UI.getCurrent().getPage().getHistory().replaceState(null, wanted.location());
            }
        });
        chips.addClassName("chips");
        chips.setAriaLabel(getTranslation("accounts.roles.among"));
        Div filters = new Div(name, chips);
        filters.addClassName("filters");
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.ADMIN, getTranslation("shell.admin"))
                        .lead(getTranslation("accounts.roles.lead")),
                filters,
                rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Wanted.of(event.getLocation().getQueryParameters()));
        name.setValue(wanted.name);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.roles.title");
    }

    private void show(Wanted now) {
        wanted = now;
        chips.removeAll();
        for (Among among : Among.values()) {
            Wanted other = new Wanted(now.name, among);
            Anchor chip = new Anchor(
                    ShellPages.path(other.location().getPathWithQueryParameters()),
                    getTranslation("accounts.roles.among." + Wanted.code(among)));
            chip.addClassName("chip");
            if (among == now.effective()) {
                chip.getElement().setAttribute("aria-current", "page");
            }
            chips.add(chip);
        }
        rows.open(now.effective(), now.name);
    }

    /**
     * Whom the address asks for.
     *
     * @param among null where nothing was chosen: whoever keeps the house, or everybody while somebody is looked for
     */
    private record Wanted(String name, @Nullable Among among) {

        static Wanted of(QueryParameters query) {
            return new Wanted(
                    query.getSingleParameter("name").orElse(""),
                    query.getSingleParameter("among")
                            .flatMap(code -> Stream.of(Among.values())
                                    .filter(among -> code(among).equals(code))
                                    .findFirst())
                            .orElse(null));
        }

        Among effective() {
            if (among != null) {
                return among;
            }
            return name.isBlank() ? Among.KEEPERS : Among.ALL;
        }

        Location location() {
            Map<String, String> query = new LinkedHashMap<>();
            if (among != null) {
                query.put("among", code(among));
            }
            if (!name.isBlank()) {
                query.put("name", name);
            }
            return new Location(AccountsPages.ROLES_ROUTE, QueryParameters.simple(query));
        }

        static String code(Among among) {
            return Code.of(among);
        }
    }
}
