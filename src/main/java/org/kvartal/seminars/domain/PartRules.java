package org.kvartal.seminars.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.accounts.People;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.springframework.stereotype.Component;

/** What may belong to a seminar: days and their parts, groups, questions and the team. Each is brought into one form, or refused at its field. */
@Component
class PartRules {

    private static final int MOST_WORDS = 80;

    private final People people;
    private final Members members;
    private final HouseClock clock;

    PartRules(People people, Members members, HouseClock clock) {
        this.people = people;
        this.members = members;
        this.clock = clock;
    }

    /** In their order, and none twice at the same time. */
    List<Day> days(List<Day> typed) {
        Typed.number("days", typed.size(), 1, SeminarDesk.MOST_DAYS);
        LocalDate today = clock.today();
        List<Day> days = typed.stream()
                .sorted(Comparator.comparing(Day::date).thenComparing(Day::start))
                .toList();
        Day before = null;
        for (Day day : days) {
            Entered.day("days", day.date(), today);
            if (!day.end().isAfter(day.start())) {
                throw Refused.at("days", "seminars.refused.end");
            }
            if (before != null && before.date().equals(day.date())) {
                throw Refused.at("days", "seminars.refused.day-twice");
            }
            before = day;
        }
        requireOnce("days", days, Day::id);
        return days;
    }

    List<Part> parts(List<Part> typed, List<Day> days) {
        Typed.number("parts", typed.size(), 0, SeminarDesk.MOST_PARTS);
        Map<DayId, Day> known = days.stream().collect(Collectors.toMap(Day::id, day -> day));
        return typed.stream()
                .map(part -> {
                    Day day = known.get(part.day());
                    if (day == null
                            || !part.end().isAfter(part.start())
                            || part.start().isBefore(day.start())
                            || part.end().isAfter(day.end())) {
                        throw Refused.at("parts", "seminars.refused.part-time");
                    }
                    return new Part(
                            part.day(),
                            Typed.title("parts", part.title().asLine(), SeminarDesk.TITLE_LENGTH),
                            part.start(),
                            part.end(),
                            Typed.line("parts", part.room(), MOST_WORDS),
                            Typed.line("parts", part.track(), MOST_WORDS));
                })
                .toList();
    }

    List<Group> groups(List<Group> typed) {
        Typed.number("groups", typed.size(), 0, SeminarDesk.MOST_GROUPS);
        requireOnce("groups", typed, Group::id);
        Set<MemberId> named =
                typed.stream().flatMap(group -> group.members().stream()).collect(Collectors.toSet());
        if (!members.current(named).containsAll(named)) {
            throw Refused.at("groups", "seminars.refused.member");
        }
        return typed.stream()
                .map(group -> {
                    if (group.members().isEmpty() && group.bodies().isEmpty()) {
                        throw Refused.at("groups", "seminars.refused.group-empty");
                    }
                    Typed.number("groups", group.seats(), 1, SeminarDesk.MOST_SEATS);
                    return new Group(
                            group.id(),
                            Typed.requiredLine("groups", group.name(), MOST_WORDS),
                            group.members(),
                            group.bodies(),
                            group.seats(),
                            group.until());
                })
                .toList();
    }

    List<Question> questions(List<Question> typed) {
        Typed.number("questions", typed.size(), 0, SeminarDesk.MOST_QUESTIONS);
        requireOnce("questions", typed, Question::id);
        return typed.stream()
                .map(question -> {
                    boolean choice = question.kind() == QuestionKind.CHOICE;
                    Typed.number(
                            "questions",
                            question.choices().size(),
                            choice ? 2 : 0,
                            choice ? SeminarDesk.MOST_CHOICES : 0);
                    return new Question(
                            question.id(),
                            Typed.title("questions", question.label().asLine(), SeminarDesk.TITLE_LENGTH),
                            question.kind(),
                            question.choices().stream()
                                    .map(one -> Typed.title("questions", one.asLine(), SeminarDesk.TITLE_LENGTH))
                                    .toList(),
                            question.required());
                })
                .toList();
    }

    List<Trainer> trainers(List<Trainer> typed) {
        Typed.number("trainers", typed.size(), 1, SeminarDesk.MOST_TRAINERS);
        List<PersonId> named =
                typed.stream().map(Trainer::person).filter(Objects::nonNull).toList();
        if (Set.copyOf(named).size() < named.size() || people.cards(named).size() < named.size()) {
            throw Refused.at("trainers", "seminars.refused.person");
        }
        if (typed.stream().noneMatch(one -> one.person() != null && one.role().leads())) {
            throw Refused.at("trainers", "seminars.refused.no-lead");
        }
        return typed.stream()
                .map(one -> one.person() != null
                        ? new Trainer(one.person(), "", one.role())
                        : new Trainer(null, Typed.requiredLine("trainers", one.name(), MOST_WORDS), one.role()))
                .toList();
    }

    private static <T> void requireOnce(String field, List<T> things, Function<T, Object> id) {
        if (things.stream().map(id).distinct().count() < things.size()) {
            throw Refused.at(field, "seminars.refused.twice");
        }
    }
}
