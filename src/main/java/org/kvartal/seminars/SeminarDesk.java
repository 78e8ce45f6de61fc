package org.kvartal.seminars;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.MemberId;
import org.kvartal.trace.TraceNode;

/**
 * How seminars come about: by those who may {@link SeminarRights#BEGIN}; afterwards by the leads of its team, and by the office.
 *
 * @see "Decision record 0140, a seat is counted under the lock of its seminar"
 */
public interface SeminarDesk {

    int TITLE_LENGTH = 200;
    int TEXT_LENGTH = 16_000;
    int PLACE_LENGTH = 300;
    int MOST_SEATS = 10_000;
    int MOST_DAYS = 60;
    int MOST_PARTS = 300;
    int MOST_GROUPS = 30;
    int MOST_QUESTIONS = 40;
    int MOST_CHOICES = 40;
    int MOST_TRAINERS = 50;
    int MOST_TOPICS = 10;

    /** The longest time that a freed seat is held for somebody, in hours. */
    int MOST_OFFER_HOURS = 14 * 24;

    /** How many academic hours days come to: one has 45 minutes. */
    static BigDecimal hours(Collection<Day> days) {
        long minutes = days.stream()
                .mapToLong(day ->
                        Math.max(0, Duration.between(day.start(), day.end()).toMinutes()))
                .sum();
        return new BigDecimal(minutes).divide(new BigDecimal(45), 1, RoundingMode.DOWN);
    }

    /**
     * Begins a draft of one day; the asker is its lead. The same id again is the same one, and nothing happens.
     *
     * @return its address, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code date}, {@code end}, {@code place}, {@code capacity} or {@code from}
     */
    String begin(Asker by, NewSeminar wish);

    /**
     * Changes what it is about and how one registers.
     *
     * @throws org.kvartal.kernel.Refused at a field; at {@code capacity} or {@code perAssociation} also where more seats are taken already; without a field where somebody has
     *     changed it meanwhile
     */
    void change(Asker by, SeminarId seminar, long version, SeminarContent content);

    /**
     * Says on which days it is held and what stands on each. A day on which somebody was seen stays. Academic hours that were counted are counted anew; those that somebody
     * typed stay.
     *
     * @throws org.kvartal.kernel.Refused at {@code days} or {@code parts}
     */
    void plan(Asker by, SeminarId seminar, long version, List<Day> days, List<Part> parts);

    /**
     * Reserves seats. Whoever is registered for a member of a group belongs to it from now on; whoever sits on a seat of a group that goes keeps a seat.
     *
     * @throws org.kvartal.kernel.Refused at {@code groups}, also where seats are wished that are taken already
     */
    void reserve(Asker by, SeminarId seminar, long version, List<Group> groups);

    /**
     * Says what is asked of those who register from now on.
     *
     * @throws org.kvartal.kernel.Refused at {@code questions}
     */
    void ask(Asker by, SeminarId seminar, long version, List<Question> questions);

    /**
     * Says who is in the team; somebody in it leads.
     *
     * @throws org.kvartal.kernel.Refused at {@code trainers}
     */
    void staff(Asker by, SeminarId seminar, long version, List<Trainer> trainers);

    /** Shows it to everybody. */
    void publish(Asker by, SeminarId seminar, long version);

    void openRegistration(Asker by, SeminarId seminar, long version);

    /** Nobody registers any more; who was registered by others and has not confirmed it is told so. Those who wait go on waiting. */
    void closeRegistration(Asker by, SeminarId seminar, long version);

    /** Begins it; offers that nobody has taken end. From two hours before its time. */
    void start(Asker by, SeminarId seminar, long version);

    /** Ends it: whoever was not seen on a day was absent, and who has completed it is settled. Not before its time is over. */
    void finish(Asker by, SeminarId seminar, long version);

    void archive(Asker by, SeminarId seminar, long version);

    /**
     * Says that it will not take place; all who are registered are told.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void cancel(Asker by, SeminarId seminar, long version, String reason);

    /**
     * Opens a series of seminars, or changes what one is called. By those who may {@link SeminarRights#BEGIN}.
     *
     * @throws org.kvartal.kernel.Refused at {@code name} or {@code about}
     */
    void keep(Asker by, ProgrammeId programme, LocalizedText name, @Nullable LocalizedText about);

    /**
     * @param capacity how many seats there are
     * @param from what it comes from, which the asker may know of; null for nothing
     */
    record NewSeminar(
            SeminarId id,
            LocalizedText title,
            LocalDate date,
            LocalTime start,
            LocalTime end,
            ZoneId zone,
            String place,
            int capacity,
            @Nullable TraceNode from) {}

    /**
     * @param about may be missing
     * @param languages in which it is held
     * @param topics codes of {@link org.kvartal.membership.Sectors.Sector}
     * @param hours academic hours, with one place after the point
     * @param minimum how many must have a place on {@code goNoGoOn} so that it is worth while; both null for no such day
     * @param perAssociation how many seats one association may have; null for no limit
     * @param offerHours how long a freed seat is held for the next; on the last day it is 4
     * @param opens when registration opens by itself, {@code closes} when it closes, by the clock of the zone; null for by hand
     * @param withdrawUntil until when one may withdraw without being late; null until it begins
     * @param city code of a {@link org.kvartal.calendar.EventCities.City}
     * @param link where it is held online, for participants; empty for nowhere
     */
    record SeminarContent(
            LocalizedText title,
            @Nullable LocalizedText about,
            @Nullable ProgrammeId programme,
            Set<Language> languages,
            Set<String> topics,
            BigDecimal hours,
            RegistrationMode mode,
            int capacity,
            @Nullable Integer minimum,
            @Nullable LocalDate goNoGoOn,
            @Nullable Integer perAssociation,
            int offerHours,
            @Nullable LocalDateTime opens,
            @Nullable LocalDateTime closes,
            @Nullable LocalDateTime withdrawUntil,
            ZoneId zone,
            String place,
            @Nullable String city,
            String link,
            CertificateRule rule) {

        public SeminarContent {
            languages = Set.copyOf(languages);
            topics = Set.copyOf(topics);
        }
    }

    /** A day, by the clock of the seminar's zone. */
    record Day(DayId id, LocalDate date, LocalTime start, LocalTime end) {}

    /**
     * @param room where, empty where there is only one
     * @param track what runs beside it has another one; empty for all
     */
    record Part(DayId day, LocalizedText title, LocalTime start, LocalTime end, String room, String track) {}

    /**
     * Seats that only some may take.
     *
     * @param members whose people they are for, {@code bodies} the same of bodies; at least one of either
     * @param until from when on everybody may take them; null for never
     */
    record Group(
            GroupId id,
            String name,
            Set<MemberId> members,
            Set<BodyId> bodies,
            int seats,
            @Nullable Instant until) {

        public Group {
            members = Set.copyOf(members);
            bodies = Set.copyOf(bodies);
        }
    }

    /** @param choices for {@link QuestionKind#CHOICE} at least two, else none */
    record Question(
            QuestionId id, LocalizedText label, QuestionKind kind, List<LocalizedText> choices, boolean required) {

        public Question {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Somebody of the team.
     *
     * @param person null for somebody whom the house does not know; then the name says who it is
     */
    record Trainer(@Nullable PersonId person, String name, TrainerRole role) {}
}
