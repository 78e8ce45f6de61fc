package org.kvartal.seminars.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.Seminars.FeedbackWish;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.springframework.stereotype.Component;

/** What somebody who was there says of a day, and of the whole. */
@Component
class FeedbackActs {

    private final SeminarFeedback feedback;

    FeedbackActs(SeminarFeedback feedback) {
        this.feedback = feedback;
    }

    Optional<Section> part(SeminarPage page, Words words, Div place, Runnable again) {
        if (page.feedback().isEmpty()) {
            return Optional.empty();
        }
        UnorderedList rows = Pieces.rows();
        for (FeedbackWish wish : page.feedback()) {
            String what = name(page, wish.day(), words);
            rows.add(Pieces.row(
                    new Span(what),
                    new Acts(words, place, again)
                            .also("say", () -> form(page, wish.day(), what, words))
                            .row(what)));
        }
        return Optional.of(Pieces.part(
                words.text("seminars.app.feedback"), Pieces.quiet(words.text("seminars.app.feedback-text")), rows));
    }

    /** What is judged: the whole, or one of the days. */
    static String name(SeminarPage page, @Nullable DayId day, Words words) {
        return page.days().stream()
                .filter(one -> one.id().equals(day))
                .map(Day::date)
                .map(words::day)
                .findFirst()
                .orElseGet(() -> words.text("seminars.app.the-whole"));
    }

    private Ask form(SeminarPage page, @Nullable DayId day, String what, Words words) {
        Ask ask = new Ask(
                words,
                "seminars.feedback." + page.card().slug() + (day == null ? "" : "." + day),
                "seminars.app.send-feedback");
        RadioButtonGroup<Integer> points = ask.asking("points", new RadioButtonGroup<>(what));
        points.setItems(
                IntStream.rangeClosed(1, SeminarFeedback.MOST_POINTS).boxed().toList());
        points.setItemLabelGenerator(point -> words.text("seminars.points." + point));
        points.setRequiredIndicatorVisible(true);
        TextArea said = ask.block("words", ask.label("words"), "", false);
        said.setHelperText(words.text("seminars.hint.words"));
        return ask.doing(() -> feedback.give(words.asker(), page.card().id(), day, points.getValue(), said.getValue()));
    }
}
