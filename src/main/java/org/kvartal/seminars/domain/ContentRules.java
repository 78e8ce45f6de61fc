package org.kvartal.seminars.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.calendar.EventCities;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may stand in a seminar: brings what was typed into one form, or refuses it at its field. */
@Component
class ContentRules {

    private static final BigDecimal MOST_HOURS = new BigDecimal("9999.9");
    private static final int MOST_MONTHS = 50 * 12;
    private static final int MOST_WORDS = 80;

    private final Sectors sectors;
    private final EventCities cities;
    private final People people;
    private final Members members;
    private final JdbcClient jdbc;
    private final SeminarClock clock;

    ContentRules(
            Sectors sectors,
            EventCities cities,
            People people,
            Members members,
            JdbcClient jdbc,
            SeminarClock clock) {
        this.sectors = sectors;
        this.cities = cities;
        this.people = people;
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a seminar begins with of which nothing but the frame is known. */
    SeminarContent first(NewSeminar wish) {
        return checked(new SeminarContent(
                wish.title(),
                null,
                null,
                Set.of(wish.title().source()),
                Set.of(),
                academicHours(wish),
                RegistrationMode.AUTO,
                wish.capacity(),
                null,
                null,
                null,
                48,
                null,
                null,
                null,
                wish.zone(),
                wish.place(),
                null,
                "",
                CertificateRule.USUAL));
    }

    /** An academic hour has 45 minutes. */
    private static BigDecimal academicHours(NewSeminar wish) {
        long minutes = Math.max(0, Duration.between(wish.start(), wish.end()).toMinutes());
        return new BigDecimal(minutes).divide(new BigDecimal(45), 1, RoundingMode.DOWN);
    }

    SeminarContent checked(SeminarContent typed) {
        LocalDate today = clock.today();
        BigDecimal hours = typed.hours();
        if (hours.signum() < 0 || hours.compareTo(MOST_HOURS) > 0 || hours.stripTrailingZeros().scale() > 1) {
            throw Refused.at("hours", "seminars.refused.hours");
        }
        int capacity = Typed.number("capacity", typed.capacity(), 1, SeminarDesk.MOST_SEATS);
        if ((typed.minimum() == null) != (typed.goNoGoOn() == null)) {
            throw Refused.at(typed.minimum() == null ? "minimum" : "goNoGoOn", "seminars.refused.missing");
        }
        if (typed.minimum() != null) {
            Typed.number("minimum", typed.minimum(), 1, capacity);
        }
        if (typed.goNoGoOn() != null) {
            Typed.day("goNoGoOn", typed.goNoGoOn(), today);
        }
        if (typed.perAssociation() != null) {
            Typed.number("perAssociation", typed.perAssociation(), 1, SeminarDesk.MOST_SEATS);
        }
        Typed.number("offerHours", typed.offerHours(), 1, SeminarDesk.MOST_OFFER_HOURS);
        moment("opens", typed.opens(), today);
        moment("closes", typed.closes(), today);
        moment("withdrawUntil", typed.withdrawUntil(), today);
        if (typed.opens() != null && typed.closes() != null && !typed.closes().isAfter(typed.opens())) {
            throw Refused.at("closes", "seminars.refused.order");
        }
        if (typed.languages().isEmpty()) {
            throw Refused.at("languages", "seminars.refused.missing");
        }
        Typed.number("topics", typed.topics().size(), 0, SeminarDesk.MOST_TOPICS);
        if (!typed.topics().isEmpty()
                && !sectors.all().stream().map(Sector::code).collect(Collectors.toSet()).containsAll(typed.topics())) {
            throw Refused.at("topics", "seminars.refused.topic");
        }
        if (typed.city() != null && cities.find(List.of(typed.city())).isEmpty()) {
            throw Refused.at("city", "seminars.refused.city");
        }
        if (typed.programme() != null && !hasProgramme(typed.programme())) {
            throw Refused.at("programme", "seminars.refused.programme");
        }
        String link = typed.link().isBlank() ? "" : Typed.link("link", typed.link());
        String place = Typed.line("place", typed.place(), SeminarDesk.PLACE_LENGTH);
        return new SeminarContent(
                Typed.title("title", typed.title().asLine(), SeminarDesk.TITLE_LENGTH),
                Typed.text("about", typed.about(), SeminarDesk.TEXT_LENGTH),
                typed.programme(),
                typed.languages(),
                typed.topics(),
                hours.setScale(1, RoundingMode.UNNECESSARY),
                typed.mode(),
                capacity,
                typed.minimum(),
                typed.goNoGoOn(),
                typed.perAssociation(),
                typed.offerHours(),
                typed.opens(),
                typed.closes(),
                typed.withdrawUntil(),
                typed.zone(),
                place,
                typed.city(),
                link,
                rule(typed.rule()));
    }

    private static CertificateRule rule(CertificateRule typed) {
        Typed.number("rule", typed.share(), 1, 100);
        if (typed.validMonths() != null) {
            Typed.number("validMonths", typed.validMonths(), 1, MOST_MONTHS);
        }
        return typed;
    }

    private static void moment(String field, @Nullable LocalDateTime moment, LocalDate today) {
        if (moment != null) {
            Typed.day(field, moment.toLocalDate(), today);
        }
    }

    private boolean hasProgramme(ProgrammeId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM seminar_programme WHERE id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
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
            Typed.day("days", day.date(), today);
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
        Set<MemberId> named = typed.stream().flatMap(group -> group.members().stream()).collect(Collectors.toSet());
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
                            "questions", question.choices().size(), choice ? 2 : 0, choice ? SeminarDesk.MOST_CHOICES : 0);
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
