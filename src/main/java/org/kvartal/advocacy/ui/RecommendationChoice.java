package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.Recommendations.RecommendationPage;

/** Finds an adopted recommendation by part of its title, or by its code. */
class RecommendationChoice extends ComboBox<RecommendationCard> {

    private static final int MOST = 50;

    private static final Set<RecommendationState> ADOPTED =
            Set.of(RecommendationState.ADOPTED, RecommendationState.ACTIVE);

    /** @param fits which of them may be chosen here */
    RecommendationChoice(
            String label, Recommendations recommendations, Words words, Predicate<RecommendationCard> fits) {
        super(label);
        setItemLabelGenerator(card -> card.code() + " · " + words.name(card.title()));
        setRequiredIndicatorVisible(true);
        setItems(
                query -> found(recommendations, words, query.getFilter().orElse(""), fits).stream()
                        // What follows the first stretch is found by typing on.
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(recommendations, words, query.getFilter().orElse(""), fits)
                        .size());
    }

    private static List<RecommendationCard> found(
            Recommendations recommendations, Words words, String typed, Predicate<RecommendationCard> fits) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        List<RecommendationCard> cards = code.matches(AdvocacyPages.RECOMMENDATION_CODE)
                ? recommendations
                        .find(words.asker(), code)
                        .map(RecommendationPage::card)
                        .filter(card -> ADOPTED.contains(card.state()))
                        .stream()
                        .toList()
                : recommendations
                        .list(words.asker(), new RecommendationFilter(ADOPTED, typed), null, MOST)
                        .recommendations();
        return cards.stream().filter(fits).toList();
    }
}
