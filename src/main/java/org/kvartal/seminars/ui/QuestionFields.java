package org.kvartal.seminars.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.SeminarDesk.Question;

/** What is asked of those who register, as fields of a form. */
final class QuestionFields {

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Map<QuestionId, Supplier<String>> answers = new LinkedHashMap<>();
    private final Ask ask;

    QuestionFields(Ask ask, List<Question> questions) {
        this.ask = ask;
        questions.forEach(question -> answers.put(question.id(), field(question)));
    }

    Map<QuestionId, String> answers() {
        Map<QuestionId, String> given = new LinkedHashMap<>();
        answers.forEach((question, answer) -> given.put(question, answer.get()));
        return given;
    }

    private Supplier<String> field(Question question) {
        String name = "answer." + question.id();
        String label = ask.words.name(question.label());
        return switch (question.kind()) {
            case TEXT -> {
                TextArea field = ask.block(name, label, "", question.required());
                yield field::getValue;
            }
            case NUMBER -> {
                TextField field = ask.asking(name, new TextField(label));
                field.getElement().setAttribute("inputmode", "decimal");
                field.setRequiredIndicatorVisible(question.required());
                yield field::getValue;
            }
            case CHOICE ->
                chosen(
                        name,
                        label,
                        question.required(),
                        IntStream.range(0, question.choices().size())
                                .mapToObj(String::valueOf)
                                .toList(),
                        index -> ask.words.name(question.choices().get(Integer.parseInt(index))));
            case YES_NO ->
                chosen(
                        name,
                        label,
                        question.required(),
                        List.of(YES, NO),
                        answer -> ask.words.text("seminars.answer." + answer));
        };
    }

    private interface Says {
        String of(String answer);
    }

    private Supplier<String> chosen(String name, String label, boolean required, List<String> all, Says says) {
        Select<String> field =
                required ? ask.choice(name, label, all, says::of, null) : ask.option(name, label, all, says::of, null);
        return () -> field.getOptionalValue().orElse("");
    }

    /** An answer as people read it. */
    static String said(Question question, @Nullable String answer, Words words) {
        if (answer == null) {
            return "";
        }
        return switch (question.kind()) {
            case TEXT, NUMBER -> answer;
            case YES_NO -> words.text("seminars.answer." + answer);
            case CHOICE -> {
                List<LocalizedText> choices = question.choices();
                int index = Integer.parseInt(answer);
                yield index < choices.size() ? words.name(choices.get(index)) : "";
            }
        };
    }
}
