package org.kvartal.alliance.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.LocalizedField;

/** What an entry does, and where and in which languages it works. */
class AboutPart extends Div implements FormPart {

    private final LocalizedField description;
    private final MultiSelectComboBox<String> sectors = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> languages = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> areas = new MultiSelectComboBox<>();
    private final Select<Status> status = new Select<>();
    private final RadioButtonGroup<Licence> licence = new RadioButtonGroup<>();
    private final List<String> allLanguages;

    AboutPart(DeskWords words) {
        addClassName("stack");
        description = LocalizedField.block("description", words.text("alliance.form.description"), 4, words.language())
                .hint(words.text("alliance.form.description-hint", EntryContent.DESCRIPTION_LENGTH))
                .telling(TYPING_PAUSE);
        sectors.setLabel(words.text("alliance.entry.sectors"));
        sectors.setItemLabelGenerator(words::sector);
        sectors.setItems(words.sectors().keySet());
        allLanguages = words.languages();
        languages.setLabel(words.text("alliance.entry.languages"));
        languages.setItemLabelGenerator(words::languageName);
        languages.setItems(allLanguages);
        areas.setLabel(words.text("alliance.form.areas"));
        areas.setHelperText(words.text("alliance.form.areas-hint"));
        areas.setItemLabelGenerator(words::place);
        areas.setItems(words.places().keySet());
        status.setLabel(words.text("alliance.entry.status"));
        status.setItems(Status.values());
        status.setItemLabelGenerator(one -> words.word("status", one));
        status.setValue(Status.ACTIVE);
        licence.setLabel(words.text("alliance.form.licence"));
        licence.setHelperText(words.text("alliance.form.licence-hint"));
        licence.setItems(Licence.values());
        licence.setItemLabelGenerator(one -> words.word("form.licence", one));
        licence.setValue(Licence.CC_BY);
        Stream.of(sectors, languages, areas).forEach(field -> {
            field.setClearButtonVisible(true);
            field.addValueChangeListener(_ -> field.setInvalid(false));
        });
        add(description, sectors, languages, areas, status, licence);
    }

    void show(EntryContent content) {
        description.show(content.description());
        sectors.setValue(new LinkedHashSet<>(content.sectors()));
        Set<String> spoken = new LinkedHashSet<>(content.languages());
        if (!allLanguages.containsAll(spoken)) {
            Set<String> items = new LinkedHashSet<>(spoken);
            items.addAll(allLanguages);
            languages.setItems(items);
        }
        languages.setValue(spoken);
        areas.setValue(new LinkedHashSet<>(content.areas()));
        status.setValue(content.status());
        licence.setValue(content.licence());
    }

    @Nullable LocalizedText description() {
        return description.textOrNull();
    }

    /** The codes as they were where the same are chosen: an order that nobody changed is no change. */
    List<String> sectors(Collection<String> before) {
        return kept(before, sectors.getValue());
    }

    List<String> languages(Collection<String> before) {
        return kept(before, languages.getValue());
    }

    List<String> areas(Collection<String> before) {
        return kept(before, areas.getValue());
    }

    private static List<String> kept(Collection<String> before, Set<String> chosen) {
        Set<String> codes = new LinkedHashSet<>(before);
        codes.retainAll(chosen);
        codes.addAll(chosen);
        return List.copyOf(codes);
    }

    Status status() {
        return status.getValue();
    }

    Licence licence() {
        return licence.getValue();
    }

    @Override
    public boolean refuse(String field, String why) {
        return switch (field.split("\\.", 2)[0]) {
            case "description" -> description.refuse(field, why);
            case "sectors" -> FormPart.refuseAt(sectors, why);
            case "languages" -> FormPart.refuseAt(languages, why);
            case "areas" -> FormPart.refuseAt(areas, why);
            default -> false;
        };
    }
}
