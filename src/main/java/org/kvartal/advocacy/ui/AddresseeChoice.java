package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeLine;

/** Finds an addressee by part of its name, its unit or its post. */
class AddresseeChoice extends ComboBox<AddresseeLine> {

    private static final int MOST = 50;

    AddresseeChoice(String label, Addressees addressees, Words words) {
        super(label);
        setItemLabelGenerator(line -> line.content().unit().isEmpty()
                ? words.name(line.name())
                : words.name(line.name()) + ", " + line.content().unit());
        setRequiredIndicatorVisible(true);
        setItems(
                query -> found(addressees, words, query.getFilter().orElse("")).stream()
                        // What follows the first stretch is found by typing on.
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(addressees, words, query.getFilter().orElse("")).size());
    }

    private static List<AddresseeLine> found(Addressees addressees, Words words, String text) {
        return addressees.search(words.asker(), text, words.language(), MOST);
    }
}
