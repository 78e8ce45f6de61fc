package org.kvartal.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The first page of the workspace: what is next, what is mine, what moved. */
@Route(ShellPages.TODAY)
@Menu(title = "shell.today", order = 0, icon = "today")
@GoTo("h")
@PermitAll
class TodayView extends Div implements HasDynamicTitle {

    TodayView(House house, List<HomeCard> cards, CurrentReader currentReader) {
        addClassNames("view", "wide");
        Reader reader = currentReader.get();
        add(new PageHeading(getTranslation("shell.today")));
        List<HomeCard> shown = house.inUse(cards);
        List<Component> columns = Stream.of(HomeCard.Column.values())
                .flatMap(column -> column(column, shown, reader).stream())
                .toList();
        if (columns.isEmpty()) {
            add(new EmptyState(getTranslation("shell.today.empty.title"), getTranslation("shell.today.empty.text")));
            return;
        }
        Div today = new Div();
        today.addClassNames("today");
        today.add(columns);
        add(today);
    }

    private Optional<Component> column(HomeCard.Column column, List<HomeCard> cards, Reader reader) {
        List<Component> shown = cards.stream()
                .filter(card -> card.column() == column)
                .sorted(Comparator.comparingInt(HomeCard::order))
                .flatMap(card -> card.card(reader).stream())
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        H2 title = new H2(getTranslation("shell.today." + Code.of(column)));
        title.addClassName("today-title");
        Div place = new Div(title);
        place.addClassName("today-column");
        place.add(shown);
        return Optional.of(place);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.today");
    }
}
