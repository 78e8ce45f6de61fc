package org.kvartal.administration.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.kvartal.shell.ZoneNames;

/** Which languages the house offers, and by which clock. */
class PlacePart extends SectionPart {

    private final CheckboxGroup<Language> languages = new CheckboxGroup<>();
    private final Select<Language> first = new Select<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>();

    PlacePart(SettingsDesk desk, Instant now) {
        super("place", desk);
        long seen = desk.section(HouseBook.PLACE).version();
        field("languages", languages);
        languages.setLabel(getTranslation("administration.field.languages"));
        languages.setItems(Language.values());
        languages.setItemLabelGenerator(Language::ownName);
        languages.select(desk.house().languages());
        languages.setHelperText(getTranslation("administration.field.languages-hint"));
        field("first", first);
        first.setLabel(getTranslation("administration.field.first-language"));
        first.setHelperText(getTranslation("administration.field.first-language-hint"));
        first.setItemLabelGenerator(Language::ownName);
        first.setItems(desk.house().languages());
        first.setValue(desk.house().language());
        languages.addValueChangeListener(change -> {
            Language chosen = first.getValue();
            List<Language> offered = List.of(Language.values()).stream()
                    .filter(change.getValue()::contains)
                    .toList();
            first.setItems(offered);
            if (!offered.isEmpty()) {
                first.setValue(chosen != null && offered.contains(chosen) ? chosen : offered.getFirst());
            }
        });
        if (given("kvartal.languages", languages)) {
            first.setVisible(false);
        }
        ZoneNames zones = ZoneNames.in(desk.reader().language(), now);
        field("zone", zone);
        zone.setLabel(getTranslation("administration.field.zone"));
        zone.setHelperText(getTranslation("administration.field.zone-hint"));
        zone.setItems(zones::matches, zones.with(desk.house().zone()));
        zone.setItemLabelGenerator(zones::label);
        zone.setValue(desk.house().zone());
        given("kvartal.zone", zone);
        form(() -> save(seen), languages, first, zone);
    }

    private void save(long seen) {
        List<Language> offered = new ArrayList<>();
        if (first.getValue() != null && languages.getValue().contains(first.getValue())) {
            offered.add(first.getValue());
        }
        List.of(Language.values()).stream()
                .filter(languages.getValue()::contains)
                .filter(language -> !offered.contains(language))
                .forEach(offered::add);
        ZoneId chosen = zone.getValue();
        desk().settings().speak(desk().asker(), seen, offered, chosen == null ? "" : chosen.getId());
    }
}
