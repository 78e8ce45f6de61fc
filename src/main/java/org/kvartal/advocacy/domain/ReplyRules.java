package org.kvartal.advocacy.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kvartal.advocacy.Answers;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.springframework.stereotype.Component;

/** What an addressee's word must hold; what does not belong to their choice is left out. */
@Component
class ReplyRules {

    private static final int MOST_DAYS = 3_650;

    private final HouseClock clock;

    ReplyRules(HouseClock clock) {
        this.clock = clock;
    }

    /**
     * @param from the first day that may be promised
     * @throws Refused at a field, all of them together
     */
    ReplyContent checked(ReplyContent typed, LocalDate from) {
        ReplyChoice choice = typed.choice();
        List<Refused> wrong = new ArrayList<>();
        String words = take(
                wrong,
                "",
                () -> choice.needsWords()
                        ? Typed.requiredBlock("words", typed.words(), Answers.WORDS_LENGTH)
                        : Typed.block("words", typed.words(), Answers.WORDS_LENGTH));
        String responsible = take(wrong, "", () -> Typed.line("responsible", typed.responsible(), Answers.NAME_LENGTH));
        boolean promises = choice == ReplyChoice.ACCEPTED || choice == ReplyChoice.PARTLY;
        LocalDate promised = promises ? typed.promisedOn() : null;
        if (promised != null && outside(promised, from)) {
            wrong.add(Refused.at("promisedOn", "advocacy.refused.past"));
        }
        LocalDate until = choice == ReplyChoice.NEEDS_TIME ? typed.until() : null;
        if (choice == ReplyChoice.NEEDS_TIME && (until == null || outside(until, from))) {
            wrong.add(Refused.at("until", "advocacy.refused.until"));
        }
        String passedTo = choice == ReplyChoice.PASSED_ON
                ? take(wrong, "", () -> Typed.requiredLine("passedTo", typed.passedTo(), Answers.NAME_LENGTH))
                : "";
        if (!wrong.isEmpty()) {
            throw Refused.together(wrong);
        }
        return new ReplyContent(choice, typed.language(), words, responsible, promised, until, passedTo);
    }

    LocalDate today(ZoneId zone) {
        return clock.today(zone);
    }

    private static boolean outside(LocalDate day, LocalDate from) {
        return day.isBefore(from) || day.isAfter(from.plusDays(MOST_DAYS));
    }

    private static String take(List<Refused> wrong, String otherwise, Supplier<String> rule) {
        try {
            return rule.get();
        } catch (Refused refused) {
            wrong.add(refused);
            return otherwise;
        }
    }
}
