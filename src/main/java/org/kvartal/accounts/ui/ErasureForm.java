package org.kvartal.accounts.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.kvartal.accounts.Erasures.Wish;
import org.kvartal.kernel.PersonalData.Burden;

/** How somebody is to be gone: what is still expected of them, what goes, what stays, and under which name. */
class ErasureForm extends Div {

    private enum Shown {
        FORMER,
        PRESENT,
        OTHER
    }

    private final String present;
    private final RadioButtonGroup<Shown> shown = new RadioButtonGroup<>();
    private final TextField other = new TextField();
    private final Checkbox certificates = new Checkbox();

    ErasureForm(String present, List<Burden> burdens) {
        this.present = present;
        addClassName("form");
        if (!burdens.isEmpty()) {
            UnorderedList open = new UnorderedList();
            burdens.forEach(burden -> open.add(item(burden)));
            Div words = new Div(new Paragraph(getTranslation("accounts.erase.burdens")), open);
            Div notice = new Div(words);
            notice.addClassNames("notice", "late");
            add(notice);
        }
        add(consequences("accounts.erase.goes", 4), consequences("accounts.erase.stays", 3));
        shown.setLabel(getTranslation("accounts.erase.shown"));
        shown.setItems(Shown.values());
        shown.setItemLabelGenerator(choice -> switch (choice) {
            case FORMER -> getTranslation("accounts.erase.shown-former", getTranslation("accounts.former"));
            case PRESENT -> getTranslation("accounts.erase.shown-present", present);
            case OTHER -> getTranslation("accounts.erase.shown-other");
        });
        shown.addThemeName("vertical");
        shown.setValue(Shown.FORMER);
        other.setLabel(getTranslation("accounts.erase.other-name"));
        other.setVisible(false);
        other.addValueChangeListener(_ -> other.setInvalid(false));
        shown.addValueChangeListener(change -> other.setVisible(change.getValue() == Shown.OTHER));
        certificates.setLabel(getTranslation("accounts.erase.certificates"));
        add(shown, other, certificates);
    }

    Wish wish() {
        return new Wish(
                switch (shown.getValue()) {
                    case FORMER -> null;
                    case PRESENT -> present;
                    case OTHER -> other.getValue();
                },
                certificates.getValue());
    }

    /** Says at the name what is wrong with it. */
    void refuseName(String words) {
        other.setErrorMessage(words);
        other.setInvalid(true);
        other.focus();
    }

    private Div consequences(String key, int lines) {
        UnorderedList list = new UnorderedList();
        for (int i = 1; i <= lines; i++) {
            list.add(new ListItem(getTranslation(key + "-" + i)));
        }
        return new Div(new Paragraph(getTranslation(key)), list);
    }

    private ListItem item(Burden burden) {
        String words = getTranslation(burden.key(), burden.arguments().toArray());
        return burden.path() == null ? new ListItem(new Span(words)) : new ListItem(new Anchor(burden.path(), words));
    }
}
