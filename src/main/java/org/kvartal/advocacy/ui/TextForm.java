package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.CostBand;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;

/** What a recommendation says, to be written. */
class TextForm {

    private final Ask ask;
    private final LocalizedField title;
    private final LocalizedField problem;
    private final LocalizedField affected;
    private final LocalizedField proposal;
    private final DayField byWhen;
    private LocalizedField legal;
    private Select<CostBand> cost;

    /** @param text null for a new one */
    @SuppressWarnings("NullAway.Init") // two are made where the form folds them
    TextForm(Words words, String form, String press, @Nullable RecommendationText text) {
        ask = new Ask(words, form, press);
        title = ask.text("title", "advocacy.field.title", 1, true, text == null ? null : text.title());
        problem = ask.text("problem", "advocacy.field.problem", 4, false, text == null ? null : text.problem());
        affected = ask.text("affected", "advocacy.field.affected", 2, false, text == null ? null : text.affected());
        proposal = ask.text("proposal", "advocacy.field.proposal", 4, false, text == null ? null : text.proposal());
        byWhen = ask.day("byWhen", "advocacy.field.by-when", text == null ? null : text.byWhen(), false);
        ask.folded(text != null && (text.legal() != null || text.cost() != null), () -> {
            legal = ask.text("legal", "advocacy.field.legal", 2, false, text == null ? null : text.legal());
            cost = ask.option(
                    "cost",
                    "advocacy.field.cost",
                    List.of(CostBand.values()),
                    one -> words.of("cost", one),
                    text == null ? null : text.cost());
        });
    }

    Ask ask() {
        return ask;
    }

    RecommendationText text() {
        return new RecommendationText(
                title.text(),
                problem.textOrNull(),
                affected.textOrNull(),
                proposal.textOrNull(),
                byWhen.getValue(),
                legal.textOrNull(),
                cost.getValue());
    }
}
