package org.kvartal.accounts.ui;

import com.ibm.icu.text.Collator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.DayField;

/** By whom, in what, and from when until when one reads the audit trail. */
class TrailFilters extends Div {

    private static final String MODULE = "audit.module.";

    private final People people;
    private final Consumer<TrailWish> chosen;
    private final ComboBox<PersonCard> person = new ComboBox<>();
    private final Select<String> module = new Select<>();
    private final DayField from;
    private final DayField to;
    private final Anchor all = new Anchor();
    private TrailWish wish = new TrailWish(null, null, null, null);

    TrailFilters(People people, Messages messages, Reader reader, Consumer<TrailWish> chosen) {
        this.people = people;
        this.chosen = chosen;
        addClassNames("filters", "trail-filters");

        person.setLabel(getTranslation("accounts.trail.person"));
        person.setPlaceholder(getTranslation("accounts.trail.everybody"));
        person.setClearButtonVisible(true);
        person.setItemLabelGenerator(PersonCard::name);
        FetchCallback<PersonCard, String> named = query -> people
                .named(
                        reader.asker(),
                        query.getFilter().orElse(""),
                        reader.language(),
                        query.getOffset(),
                        query.getLimit())
                .stream();
        person.setItems(named);
        person.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(wish.by(
                        change.getValue() == null ? null : change.getValue().id()));
            }
        });

        module.setLabel(getTranslation("accounts.trail.module"));
        module.setEmptySelectionAllowed(true);
        module.setEmptySelectionCaption(getTranslation("accounts.trail.everything"));
        module.setItemLabelGenerator(name -> name == null
                ? getTranslation("accounts.trail.everything")
                : messages.text(reader.language(), MODULE + name));
        module.setItems(modules(messages, reader));
        module.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(wish.in(change.getValue()));
            }
        });

        from = new DayField(getTranslation("accounts.trail.from"), reader.language());
        from.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(wish.from(change.getValue()));
            }
        });
        to = new DayField(getTranslation("accounts.trail.to"), reader.language());
        to.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(wish.to(change.getValue()));
            }
        });
        all.setHref(AccountsPages.TRAIL);
        all.setText(getTranslation("accounts.trail.all"));
        add(person, module, from, to, all);
    }

    /** Shows what is chosen. */
    void show(TrailWish now) {
        wish = now;
        person.setValue(now.person() == null ? null : people.card(now.person()).orElse(null));
        String name = now.module();
        boolean known = module.getListDataView().getItems().anyMatch(one -> one.equals(name));
        module.setValue(known ? name : null);
        from.setValue(now.from());
        to.setValue(now.to());
        all.setVisible(now.isNarrow());
    }

    private void choose(TrailWish now) {
        wish = now;
        chosen.accept(now);
    }

    /** The modules whose acts have a name in the bundles, in the order of the reader's alphabet. */
    private static List<String> modules(Messages messages, Reader reader) {
        Collator alphabet = Collator.getInstance(reader.language().locale());
        return messages.patterns(reader.language(), MODULE).entrySet().stream()
                .sorted((a, b) -> alphabet.compare(a.getValue(), b.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
