package org.kvartal.membership.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.shell.Icon;

/** By which name, of which kind, in which sector and city one looks for members. */
class MemberFilters extends Div {

    private final Words words;
    private final TextField name = new TextField();
    private final Select<Sector> sector = new Select<>();
    private final ComboBox<Place> city = new ComboBox<>();
    private final Nav kinds = new Nav();
    private final Anchor all = new Anchor();
    private MemberWish wish = MemberWish.ALL;

    /**
     * @param typed what happens as a name is typed
     * @param chosen what happens where something is chosen
     */
    MemberFilters(Lists lists, Words words, Consumer<MemberWish> typed, Consumer<MemberWish> chosen) {
        this.words = words;
        addClassNames("filters", "member-filters");

        name.setLabel(words.text("membership.app.members.name"));
        name.setPrefixComponent(Icon.SEARCH.create());
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed.accept(wish.named(change.getValue()));
            }
        });

        sector.setLabel(words.text("membership.bodies.sector"));
        sector.setEmptySelectionAllowed(true);
        sector.setEmptySelectionCaption(words.text("membership.app.members.all-sectors"));
        sector.setItemLabelGenerator(
                one -> one == null ? words.text("membership.app.members.all-sectors") : label(one));
        sector.setItems(lists.sectors());
        sector.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(wish.in(
                        change.getValue() == null ? null : change.getValue().code()));
            }
        });

        city.setLabel(words.text("membership.join.field.city"));
        city.setPlaceholder(words.text("membership.app.members.all-cities"));
        city.setClearButtonVisible(true);
        city.setItemLabelGenerator(place -> words.name(place.name()));
        city.setItems(lists.places(words));
        city.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(wish.at(
                        change.getValue() == null ? null : change.getValue().code()));
            }
        });

        kinds.addClassName("chips");
        kinds.setAriaLabel(words.text("membership.app.members.kind"));
        all.setHref(MemberWish.ALL.path());
        all.setText(words.text("membership.app.members.show-all"));
        add(name, sector, city, kinds, all);
    }

    /** Shows what is chosen. */
    void show(MemberWish now) {
        wish = now;
        if (!name.getValue().equals(now.name())) {
            name.setValue(now.name());
        }
        sector.setValue(sector.getListDataView()
                .getItems()
                .filter(one -> one.code().equals(now.sector()))
                .findFirst()
                .orElse(null));
        city.setValue(city.getListDataView()
                .getItems()
                .filter(one -> one.code().equals(now.city()))
                .findFirst()
                .orElse(null));
        kinds.removeAll();
        kinds.add(kind(null, words.text("membership.app.members.all")));
        for (MemberKind kind : MemberKind.values()) {
            kinds.add(kind(kind, words.of("app.kinds", kind)));
        }
        all.setVisible(now.isNarrow());
    }

    private Anchor kind(@Nullable MemberKind kind, String name) {
        Anchor chip = new Anchor(wish.of(kind).path(), name);
        chip.addClassName("chip");
        if (wish.kind() == kind) {
            chip.getElement().setAttribute("aria-current", "page");
        }
        return chip;
    }

    /** What lies within another sector stands a little behind it. */
    private String label(Sector one) {
        return one.parent() == null ? words.name(one.name()) : "– " + words.name(one.name());
    }
}
