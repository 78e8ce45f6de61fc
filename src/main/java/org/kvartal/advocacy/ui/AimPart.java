package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.advocacy.Measures.IndicatorReading;
import org.kvartal.advocacy.Measures.ReportLine;

/** What a measure is measured by and may cost, as far as somebody has said so. */
final class AimPart {

    private AimPart() {}

    static Optional<Component> of(Aims aims, Words words) {
        if (aims.none()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("indicators");
        aims.indicators().forEach(one -> list.add(row(one, words)));
        Div facts = new Div();
        facts.addClassName("meta");
        Budget budget = aims.budget();
        if (budget != null) {
            facts.add(new Span(words.text("advocacy.measure.budget") + ": "
                    + words.wording().money(budget.amount(), budget.currency(), words.language())));
        }
        if (aims.weight() != null) {
            facts.add(new Span(words.text("advocacy.measure.weight") + ": "
                    + words.text("advocacy.measure.weight-of", aims.weight())));
        }
        if (aims.indicators().isEmpty()) {
            return Optional.of(facts);
        }
        return Optional.of(Pieces.part(words.text("advocacy.measure.indicators"), list, facts));
    }

    private static ListItem row(Indicator one, Words words) {
        Div name = new Div(words.shown(one.name()));
        name.addClassName("row-title");
        Div figures = new Div();
        figures.addClassName("meta");
        figure(figures, "current", one.current(), one, words);
        figure(figures, "target", one.target(), one, words);
        figure(figures, "baseline", one.baseline(), one, words);
        return new ListItem(name, figures);
    }

    private static void figure(Div figures, String what, @Nullable BigDecimal value, Indicator of, Words words) {
        if (value != null) {
            figures.add(new Span(words.text("advocacy.indicator." + what, value, of.unit())));
        }
    }

    static Optional<Component> readings(ReportLine report, Words words) {
        if (report.readings().isEmpty()) {
            return Optional.empty();
        }
        Div facts = new Div();
        facts.addClassName("meta");
        for (IndicatorReading one : report.readings()) {
            facts.add(new Span(
                    words.text("advocacy.indicator.reading", words.name(one.name()), one.value(), one.unit())));
        }
        return Optional.of(facts);
    }
}
