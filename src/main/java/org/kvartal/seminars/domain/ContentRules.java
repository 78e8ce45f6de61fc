package org.kvartal.seminars.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.calendar.EventCities;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Members;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may stand in a seminar: brings what was typed into one form, or refuses it at its field. */
@Component
class ContentRules {

    private static final BigDecimal MOST_HOURS = new BigDecimal("9999.9");
    private static final int MOST_MONTHS = 50 * 12;

    private final Sectors sectors;
    private final EventCities cities;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    ContentRules(
            Sectors sectors, EventCities cities, People people, Members members, JdbcClient jdbc, HouseClock clock) {
        this.sectors = sectors;
        this.cities = cities;
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
                SeminarDesk.hours(List.of(new Day(DayId.next(), wish.date(), wish.start(), wish.end()))),
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

    SeminarContent checked(SeminarContent typed) {
        LocalDate today = clock.today();
        BigDecimal hours = typed.hours();
        if (hours.signum() < 0
                || hours.compareTo(MOST_HOURS) > 0
                || hours.stripTrailingZeros().scale() > 1) {
            throw Refused.at("hours", "seminars.refused.hours");
        }
        int capacity = Typed.number("capacity", typed.capacity(), 1, SeminarDesk.MOST_SEATS);
        if ((typed.minimum() == null) != (typed.goNoGoOn() == null)) {
            throw Refused.at(typed.minimum() == null ? "minimum" : "goNoGoOn", "kernel.refused.missing");
        }
        if (typed.minimum() != null) {
            Typed.number("minimum", typed.minimum(), 1, capacity);
        }
        if (typed.goNoGoOn() != null) {
            Entered.day("goNoGoOn", typed.goNoGoOn(), today);
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
            throw Refused.at("languages", "kernel.refused.missing");
        }
        Typed.number("topics", typed.topics().size(), 0, SeminarDesk.MOST_TOPICS);
        if (!typed.topics().isEmpty()
                && !sectors.all().stream()
                        .map(Sector::code)
                        .collect(Collectors.toSet())
                        .containsAll(typed.topics())) {
            throw Refused.at("topics", "seminars.refused.topic");
        }
        if (typed.city() != null && cities.find(List.of(typed.city())).isEmpty()) {
            throw Refused.at("city", "seminars.refused.city");
        }
        if (typed.programme() != null && !hasProgramme(typed.programme())) {
            throw Refused.at("programme", "seminars.refused.programme");
        }
        String link = typed.link().isBlank() ? "" : Entered.link("link", typed.link());
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
            Entered.day(field, moment.toLocalDate(), today);
        }
    }

    private boolean hasProgramme(ProgrammeId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM seminar_programme WHERE id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }
}
