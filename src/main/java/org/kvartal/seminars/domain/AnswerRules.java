package org.kvartal.seminars.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.SeminarDesk.Question;

/** What may be answered to the questions of a registration form. */
final class AnswerRules {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.,][0-9]{1,6})?");

    private AnswerRules() {}

    /** Each answer in one form, and none to what was not asked; refused at {@code answer.<question>}. */
    static Map<QuestionId, String> checked(List<Question> questions, Map<QuestionId, String> typed) {
        Map<QuestionId, String> answers = new LinkedHashMap<>();
        for (Question question : questions) {
            String field = "answer." + question.id();
            String answer = Typed.block(field, typed.getOrDefault(question.id(), ""), Registrations.ANSWER_LENGTH);
            if (answer.isEmpty()) {
                if (question.required()) {
                    throw Refused.at(field, "kernel.refused.missing");
                }
            } else if (fits(question, answer)) {
                answers.put(question.id(), answer);
            } else {
                throw Refused.at(field, "seminars.refused.answer");
            }
        }
        return answers;
    }

    private static boolean fits(Question question, String answer) {
        return switch (question.kind()) {
            case TEXT -> true;
            case CHOICE ->
                answer.matches("[0-9]{1,3}")
                        && Integer.parseInt(answer) < question.choices().size();
            case NUMBER -> NUMBER.matcher(answer).matches();
            case YES_NO -> answer.equals("yes") || answer.equals("no");
        };
    }
}
