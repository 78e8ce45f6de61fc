package org.kvartal.administration.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.kvartal.kernel.HouseBook;

/** Where people reach the house. */
class AddressPart extends SectionPart {

    AddressPart(SettingsDesk desk) {
        super("address", desk);
        long seen = desk.section(HouseBook.ADDRESS).version();
        TextField address = field("address", new TextField(getTranslation("administration.field.address")));
        address.setValue(desk.house().baseUrl());
        address.setHelperText(getTranslation("administration.field.address-hint"));
        address.setRequiredIndicatorVisible(true);
        if (given("kvartal.base-url", address)) {
            shown(address);
        } else {
            form(() -> desk.settings().moveTo(desk.asker(), seen, address.getValue()), address);
        }
    }

    @Override
    boolean isOfTheFrame() {
        return false;
    }
}
