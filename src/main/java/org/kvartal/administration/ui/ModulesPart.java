package org.kvartal.administration.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.Arrays;
import org.kvartal.administration.domain.OptionalModule;
import org.kvartal.kernel.HouseBook;

/** Which modules the house uses. */
class ModulesPart extends SectionPart {

    ModulesPart(SettingsDesk desk) {
        super("modules", desk);
        long seen = desk.section(HouseBook.MODULES).version();
        CheckboxGroup<OptionalModule> modules = field("modules", new CheckboxGroup<>());
        modules.setLabel(getTranslation("administration.field.modules"));
        modules.setItems(OptionalModule.values());
        modules.setItemLabelGenerator(module -> getTranslation("administration.module." + module.code()));
        modules.setItemHelperGenerator(module -> getTranslation("administration.module." + module.code() + "-about"));
        modules.addClassName("modules-choice");
        modules.select(Arrays.stream(OptionalModule.values())
                .filter(module -> desk.house().uses(module.code()))
                .toList());
        form(() -> desk.settings().use(desk.asker(), seen, modules.getValue()), modules);
    }
}
