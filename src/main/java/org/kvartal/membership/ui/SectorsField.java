package org.kvartal.membership.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.membership.Sectors.Sector;

/** A field for the sectors of somebody. */
class SectorsField extends MultiSelectComboBox<Sector> {

    SectorsField(Words words, Lists lists, List<String> chosen) {
        List<Sector> sectors = lists.sectors();
        setLabel(words.text("membership.join.field.sectors"));
        setHelperText(words.text("membership.join.field.sectors-hint"));
        setItems(sectors);
        setItemLabelGenerator(sector -> words.name(sector.name()));
        setValue(sectors.stream()
                .filter(sector -> chosen.contains(sector.code()))
                .collect(Collectors.toSet()));
    }

    /** In the order of the list. */
    List<String> codes() {
        return getListDataView()
                .getItems()
                .filter(getValue()::contains)
                .map(Sector::code)
                .toList();
    }
}
