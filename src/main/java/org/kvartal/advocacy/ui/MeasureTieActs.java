package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.shell.FileDrop;
import org.springframework.stereotype.Component;

/** Says which recommendations a measure carries out, and what shows that it was done. */
@Component
class MeasureTieActs {

    private final MeasureDesk desk;
    private final Recommendations recommendations;

    MeasureTieActs(MeasureDesk desk, Recommendations recommendations) {
        this.desk = desk;
        this.recommendations = recommendations;
    }

    /** What it carries out. */
    Div tying(Acts acts, MeasurePage page) {
        return acts.also("carry-out", () -> carryOut(page, acts.words())).row();
    }

    /** What shows that it was done. */
    Div showing(Acts acts, MeasurePage page, Runnable again) {
        Words words = acts.words();
        return acts.also("point", () -> point(page, words))
                .also(new FileDrop(new Button(words.text("advocacy.app.attach")), (name, content) -> {
                    var _ = desk.attach(words.asker(), page.card().id(), "", name, content);
                    return again::run;
                }))
                .row();
    }

    private Ask carryOut(MeasurePage page, Words words) {
        Set<RecommendationId> tied =
                page.recommendations().stream().map(RecommendationCard::id).collect(Collectors.toUnmodifiableSet());
        Ask ask = ask(page, words, "carry-out").note(words.text("advocacy.app.carry-out-text"));
        RecommendationChoice which = ask.asking(
                "recommendations",
                new RecommendationChoice(
                        words.text("advocacy.app.field.recommendation"),
                        recommendations,
                        words,
                        card -> !tied.contains(card.id())));
        return ask.doing(
                () -> desk.tie(words.asker(), page.card().id(), which.getValue().id()));
    }

    private Ask point(MeasurePage page, Words words) {
        Ask ask = ask(page, words, "point");
        TextField link = ask.line("link", "advocacy.app.field.link", "", true);
        TextField about = ask.line("about", "advocacy.app.field.shows", "", false);
        return ask.doing(() -> desk.point(words.asker(), page.card().id(), about.getValue(), link.getValue()));
    }

    private static Ask ask(MeasurePage page, Words words, String what) {
        return new Ask(words, "advocacy." + what + "." + page.card().code(), "advocacy.app." + what);
    }
}
