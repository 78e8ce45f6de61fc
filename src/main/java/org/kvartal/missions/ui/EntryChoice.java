package org.kvartal.missions.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryCard;

/** A field that finds an entry of the directory by its name. */
class EntryChoice extends ComboBox<EntryCard> {

    private static final int MOST = 30;

    EntryChoice(String label, Directory directory, Words words) {
        super(label);
        setItemLabelGenerator(card -> words.name(card.names()));
        setRequiredIndicatorVisible(true);
        setItems(
                query -> {
                    // What follows the first stretch is found by typing on.
                    List<EntryCard> found = query.getOffset() > 0
                            ? List.of()
                            : directory
                                    .search(
                                            DirectoryFilter.ALL.withText(
                                                    query.getFilter().orElse("")),
                                            words.language(),
                                            null,
                                            MOST)
                                    .entries();
                    return found.stream().limit(query.getLimit());
                },
                query -> directory
                        .search(
                                DirectoryFilter.ALL.withText(query.getFilter().orElse("")),
                                words.language(),
                                null,
                                MOST)
                        .entries()
                        .size());
    }
}
