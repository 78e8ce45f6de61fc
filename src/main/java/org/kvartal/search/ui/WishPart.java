package org.kvartal.search.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.search.Search.Kind;
import org.kvartal.search.Search.Order;
import org.kvartal.search.ui.Wish.Age;
import org.kvartal.shell.OfferedLanguages;

/** Of which kind, how old, in which language and in which order: each choice is a link, and keeps the others. */
class WishPart extends Div {

    WishPart(Wish wish, List<Kind> kinds) {
        addClassName("search-filters");
        Nav kind = row("search.filter.kind");
        kind.add(chip(wish.of((String) null), getTranslation("search.filter.all"), wish.kind() == null));
        kinds.forEach(one -> kind.add(chip(
                wish.of(one.code()), getTranslation(one.label()), one.code().equals(wish.kind()))));
        Nav age = row("search.filter.time");
        for (Age one : Age.values()) {
            age.add(chip(wish.within(one), getTranslation("search.filter.time." + Code.of(one)), one == wish.age()));
        }
        Nav order = row("search.filter.sort");
        for (Order one : Order.values()) {
            order.add(
                    chip(wish.sorted(one), getTranslation("search.filter.sort." + Code.of(one)), one == wish.order()));
        }
        Div second = new Div(age, order);
        second.addClassName("between");
        add(kind, second);
        List<Language> languages = OfferedLanguages.with(wish.language());
        if (languages.size() > 1) {
            add(language(wish, languages));
        }
    }

    private Nav language(Wish wish, List<Language> languages) {
        Nav language = row("search.filter.language");
        language.add(chip(wish.in(null), getTranslation("search.filter.language.any"), wish.language() == null));
        languages.forEach(one -> {
            Anchor chip = chip(wish.in(one), one.ownName(), one == wish.language());
            chip.getElement().setAttribute("lang", one.code());
            language.add(chip);
        });
        return language;
    }

    private Nav row(String label) {
        Nav row = new Nav();
        row.addClassName("chips");
        row.setAriaLabel(getTranslation(label));
        return row;
    }

    private static Anchor chip(Wish wish, String words, boolean chosen) {
        Anchor chip = new Anchor(wish.path(), words);
        chip.addClassName("chip");
        if (chosen) {
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }
}
