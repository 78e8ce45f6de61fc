package org.kvartal.alliance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.EntryList;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.kernel.Code;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** All entries by name; the address says which. */
class EntrySearch extends Div {

    private static final int PAGE = 40;

    private final EntryDesk desk;
    private final DeskWords words;
    private final TextField name;
    private final Select<EditorialState> state = new Select<>();
    private final Div found = new Div();
    private EntryLines lines;

    EntrySearch(EntryDesk desk, DeskWords words, boolean steward, QueryParameters address) {
        this.desk = desk;
        this.words = words;
        this.lines = new EntryLines(words);
        addClassName("entry-search");
        name = new TextField(words.text("alliance.directory.search"));
        name.setPrefixComponent(Icon.SEARCH.create());
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setValue(address.getSingleParameter("name").orElse(""));
        state.setLabel(words.text("alliance.app.state"));
        state.setItems(EditorialState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(words.text("alliance.app.state-any"));
        state.setItemLabelGenerator(
                one -> one == null ? words.text("alliance.app.state-any") : words.word("state", one));
        state.setValue(
                address.getSingleParameter("state").flatMap(EntrySearch::state).orElse(null));
        state.setVisible(steward);
        name.addValueChangeListener(change -> choose(change.isFromClient()));
        state.addValueChangeListener(change -> choose(change.isFromClient()));
        Div filters = new Div(name, state);
        filters.addClassName("entry-filters");
        add(filters, found);
        begin();
    }

    private static Optional<EditorialState> state(String code) {
        return Stream.of(EditorialState.values())
                .filter(one -> Code.of(one).equals(code))
                .findFirst();
    }

    private void choose(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        begin();
        Map<String, String> parameters = new TreeMap<>();
        if (!name.getValue().isBlank()) {
            parameters.put("name", name.getValue());
        }
        if (state.getValue() != null) {
            parameters.put("state", Code.of(state.getValue()));
        }
        // What is typed is one step of the browser's history, however many letters it has.
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(AlliancePages.DIRECTORY, QueryParameters.simple(parameters)));
    }

    private void begin() {
        lines = new EntryLines(words);
        found.removeAll();
        EntryList list = read(null);
        if (list.entries().isEmpty()) {
            found.add(new EmptyState(
                    words.text("alliance.directory.empty-title"), words.text("alliance.app.empty-text")));
            return;
        }
        found.add(lines);
        show(list);
    }

    private void show(EntryList list) {
        lines.entries(list.entries());
        String next = list.next();
        if (next != null) {
            Div older = new Div();
            Button more = new Button(words.text("alliance.directory.more"), _ -> {
                found.remove(older);
                EntryList further = read(next);
                show(further);
                getUI().ifPresent(ui -> Notices.whisper(
                        ui, words.text("alliance.app.came", further.entries().size())));
            });
            older.add(more);
            older.addClassName("older");
            found.add(older);
        }
    }

    private EntryList read(@Nullable String after) {
        return desk.find(words.asker(), name.getValue(), state.getValue(), words.language(), after, PAGE);
    }
}
