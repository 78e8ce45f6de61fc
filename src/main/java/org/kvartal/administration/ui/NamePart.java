package org.kvartal.administration.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.kvartal.kernel.HouseBook;

/** How the house calls itself, and where people reach it. */
class NamePart extends SectionPart {

    NamePart(SettingsDesk desk) {
        super("name", desk);
        long seen = desk.section(HouseBook.IDENTITY).version();
        TextField name = field("name", new TextField(getTranslation("administration.field.name")));
        name.setValue(desk.house().name());
        name.setRequiredIndicatorVisible(true);
        if (given("kvartal.name", name)) {
            shown(name);
        } else {
            form(() -> desk.settings().callIt(desk.asker(), seen, name.getValue()), name);
        }
    }
}
