package org.kvartal.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.RowList;
import org.kvartal.imports.ImportsPages;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Code;
import org.kvartal.shell.Icon;

/** The rows of an import, those of one state or all, some at a time. */
class RowsPart extends Section {

    private final Desk desk;
    private final RowWords words;
    private final @Nullable RowState wanted;

    RowsPart(Desk desk, ImportKind kind, @Nullable RowState wanted) {
        this.desk = desk;
        this.words = new RowWords(desk, kind);
        this.wanted = wanted;
        addClassName("import-rows");
        getElement().setAttribute("aria-label", desk.text("imports.filter"));
    }

    void show(ImportCard card, RowList rows) {
        removeAll();
        setVisible(!card.state().atWork());
        add(chips(card));
        if (rows.rows().isEmpty()) {
            Paragraph none = new Paragraph(desk.text("imports.no-rows"));
            none.addClassName("settings-hint");
            add(none);
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("rows");
        rows.rows().forEach(row -> list.add(new RowItem(desk, words, card.columns(), row)));
        add(list, paging(card, rows));
    }

    private Component chips(ImportCard card) {
        Nav chips = new Nav();
        chips.addClassName("chips");
        chips.setAriaLabel(desk.text("imports.filter"));
        chips.add(chip(ImportsPages.one(card.number()), desk.text("imports.filter-all"), card.rows(), wanted == null));
        for (RowState state : RowState.values()) {
            int rows = card.count(state);
            if (rows > 0 || state == wanted) {
                chips.add(chip(
                        address(card, state, null),
                        desk.text("imports.rows-with." + Code.of(state)),
                        rows,
                        state == wanted));
            }
        }
        return chips;
    }

    private Anchor chip(String address, String name, int rows, boolean chosen) {
        Span number = new Span(desk.wording().number(rows, desk.reader().language()));
        number.addClassName("number");
        Anchor chip = new Anchor(address, new Span(name), number);
        chip.addClassName("chip");
        if (chosen) {
            chip.getElement().setAttribute("aria-current", "page");
        }
        return chip;
    }

    private Component paging(ImportCard card, RowList rows) {
        Div paging = new Div();
        paging.addClassNames("between", "import-paging");
        if (rows.before() != null) {
            Anchor before =
                    new Anchor(address(card, wanted, "before=" + rows.before().line()));
            before.add(Icon.LEFT.small(), new Span(desk.text("imports.rows-before")));
            before.addClassName("button");
            paging.add(before);
        }
        if (rows.after() != null) {
            Anchor after =
                    new Anchor(address(card, wanted, "after=" + rows.after().line()));
            after.add(new Span(desk.text("imports.rows-after")), Icon.RIGHT.small());
            after.addClassNames("button", "import-after");
            paging.add(after);
        }
        return paging;
    }

    private static String address(ImportCard card, @Nullable RowState state, @Nullable String key) {
        String address = ImportsPages.one(card.number());
        String rows = state == null ? "" : "rows=" + Code.of(state);
        if (key == null) {
            return rows.isEmpty() ? address : address + "?" + rows;
        }
        return address + "?" + (rows.isEmpty() ? key : rows + "&" + key);
    }
}
