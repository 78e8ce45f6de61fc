package org.kvartal.alliance.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Catalogues.Wish;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.Facets;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.DirectoryFilter.Box;
import org.kvartal.alliance.EditionId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;
import org.kvartal.shell.OfferedLanguages;

/** Which entries a catalogue holds, in which language and for whom. What is chosen stands in the address of the page. */
class CatalogueWish extends Div {

    private final Catalogues catalogues;
    private final Directory directory;
    private final DeskWords words;
    private final Runnable begun;
    private final TextField text;
    private final MultiSelectComboBox<EntryKind> kinds;
    private final MultiSelectComboBox<String> sectors;
    private final MultiSelectComboBox<String> places;
    private final MultiSelectComboBox<String> languages;
    private final Checkbox members;
    private final Checkbox box;
    private final Select<Language> language = new Select<>();
    private final Checkbox ofHouse;
    private final Paragraph count = new Paragraph();
    private final ErrorText error = new ErrorText();
    private final @Nullable Box part;
    private EditionId next = EditionId.next();

    CatalogueWish(
            Catalogues catalogues,
            Directory directory,
            DeskWords words,
            boolean steward,
            DirectoryFilter chosen,
            Runnable begun) {
        this.catalogues = catalogues;
        this.directory = directory;
        this.words = words;
        this.begun = begun;
        this.part = chosen.box();
        addClassName("catalogue-wish");

        text = new TextField(words.text("alliance.directory.search"));
        text.setMaxLength(DirectoryFilter.TEXT_LENGTH);
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(chosen.text());
        Facets all = directory.facets(DirectoryFilter.ALL);
        kinds = several("kinds", all.kinds().keySet(), chosen.kinds(), words.said()::kinds);
        sectors = several("sectors", sorted(all.sectors().keySet(), words::sector), chosen.sectors(), words::sector);
        places = several("places", sorted(all.places().keySet(), words::place), chosen.places(), words::place);
        languages = several("languages", all.languages().keySet(), chosen.languages(), words::languageName);
        members = new Checkbox(words.text("alliance.catalogue.screen.members"), chosen.members());
        box = new Checkbox(words.text("alliance.catalogue.screen.box"), part != null);
        box.setVisible(part != null);
        language.setLabel(words.text("alliance.catalogue.screen.language"));
        language.setItems(OfferedLanguages.with(words.language()));
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(words.language());
        ofHouse = new Checkbox(words.text("alliance.catalogue.screen.of-house"));
        ofHouse.setHelperText(words.text("alliance.catalogue.screen.of-house-help"));
        ofHouse.setVisible(steward);
        List<HasValue<?, ?>> narrowing = List.of(text, kinds, sectors, places, languages, members, box);
        narrowing.forEach(field -> field.addValueChangeListener(_ -> narrow()));

        count.addClassName("catalogue-count");
        count.getElement().setAttribute("role", "status");
        Div fields = new Div(text, kinds, sectors, places, languages);
        fields.addClassName("catalogue-fields");
        Div edition = new Div(language, ofHouse);
        edition.addClassName("catalogue-fields");
        Button make = new Button(words.text("alliance.catalogue.screen.act"), _ -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setDisableOnClick(true);
        make.addClickListener(_ -> make.setEnabled(true));
        Div acts = new Div(make, error);
        acts.addClassName("form-acts");
        H2 title = new H2(words.text("alliance.catalogue.screen.which"));
        title.addClassName("desk-title");
        add(title, fields, members, box, count, edition, acts);
        tell();
    }

    private <T> MultiSelectComboBox<T> several(
            String key, Collection<T> offered, Collection<T> chosen, Function<T, String> name) {
        MultiSelectComboBox<T> field = new MultiSelectComboBox<>(words.text("alliance.catalogue.screen." + key));
        TreeSet<T> chosenToo = new TreeSet<>(chosen);
        chosenToo.removeAll(offered);
        List<T> items = new ArrayList<>(offered);
        items.addAll(chosenToo);
        field.setItems(items);
        field.setItemLabelGenerator(name::apply);
        field.setPlaceholder(words.text("alliance.catalogue.screen.all"));
        field.setClearButtonVisible(true);
        field.setValue(chosen);
        return field;
    }

    private List<String> sorted(Collection<String> codes, Function<String, String> name) {
        Collator alphabet = Collator.getInstance(words.language().locale());
        return codes.stream().sorted(Comparator.comparing(name, alphabet)).toList();
    }

    private DirectoryFilter filter() {
        return new DirectoryFilter(
                text.getValue(),
                new TreeSet<>(kinds.getValue()),
                new TreeSet<>(sectors.getValue()),
                new TreeSet<>(places.getValue()),
                new TreeSet<>(languages.getValue()),
                members.getValue(),
                box.getValue() ? part : null);
    }

    private void narrow() {
        error.clear();
        tell();
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(
                        null, new Location(AlliancePages.CATALOGUES, QueryParameters.fromString(filter().write())));
    }

    private void tell() {
        count.setText(words.text(
                "alliance.catalogue.screen.count", directory.facets(filter()).total()));
    }

    private void make() {
        error.clear();
        try {
            catalogues.make(
                    words.asker(),
                    new Wish(next, filter(), language.getValue(), ofHouse.isVisible() && ofHouse.getValue()));
            next = EditionId.next();
            Notices.done(words.text("alliance.catalogue.screen.begun"));
            begun.run();
        } catch (Refused refused) {
            error.say(words.text(refused));
        }
    }
}
