package org.kvartal.seminars;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberCard;
import org.kvartal.seminars.Materials.MaterialLine;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.SeminarContent;

/** Seminars as pages show them. Drafts are known to their team and to the office, all others to everybody. Each answer takes a constant number of queries. */
public interface Seminars {

    /** By when they begin: what comes with the nearest first, what is over with the last first; by keyset. */
    SeminarList list(Asker asker, SeminarFilter filter, @Nullable SeminarKey after, int limit);

    /** What touches the time between two moments, the second not included; cancelled ones too. At most 1 000 days. */
    List<DayCard> between(Asker asker, Instant from, Instant to);

    Optional<SeminarPage> find(Asker asker, String slug);

    Map<SeminarId, SeminarCard> cards(Asker asker, Collection<SeminarId> ids);

    /** Where the asker has, or had, a place or waits for one, the newest first and at most 100. */
    List<MySeminar> mine(Asker asker);

    /** Those in whose team the asker is and which are not archived, by when they begin; at most 100. */
    List<SeminarCard> led(Asker asker);

    /** The series of seminars, by name in that language. */
    List<ProgrammeCard> programmes(Language language);

    /**
     * @param over whether what is over, or else what comes
     * @param topic code, null for all
     * @param text part of the title, empty for all
     */
    record SeminarFilter(
            boolean over,
            @Nullable ProgrammeId programme,
            @Nullable String topic,
            String text) {

        public static final SeminarFilter COMING = new SeminarFilter(false, null, null, "");
        public static final SeminarFilter PAST = new SeminarFilter(true, null, null, "");
    }

    record SeminarKey(Instant startsAt, SeminarId seminar) {}

    /** @param next the key to go on after, null at the end */
    record SeminarList(List<SeminarCard> seminars, @Nullable SeminarKey next) {

        public SeminarList {
            seminars = List.copyOf(seminars);
        }
    }

    /**
     * @param free seats that somebody without a reserved one could take now
     * @param starts by the clock of the zone, {@code ends} the same
     */
    record SeminarCard(
            SeminarId id,
            String slug,
            SeminarState state,
            LocalizedText title,
            @Nullable ProgrammeId programme,
            Set<Language> languages,
            Set<String> topics,
            BigDecimal hours,
            LocalDateTime starts,
            LocalDateTime ends,
            int days,
            ZoneId zone,
            String place,
            @Nullable String city,
            boolean online,
            RegistrationMode mode,
            int capacity,
            int free,
            int waiting,
            Instant changedAt,
            int sequence,
            long version) {

        public SeminarCard {
            languages = Set.copyOf(languages);
            topics = Set.copyOf(topics);
        }

        /** Whether one sees it before it takes place, or after. */
        public boolean over(Instant now) {
            return !ends.atZone(zone).toInstant().isAfter(now);
        }
    }

    /** A day of a seminar in a calendar. */
    record DayCard(SeminarCard seminar, Day day, int number) {}

    /**
     * @param content as it is edited; the link only for those who take part or belong to the team, else empty
     * @param programme null for none
     * @param groups for those who decide; else empty
     * @param mine the asker's own place, the newest; null for none
     * @param speaksFor the associations for which the asker may register people
     * @param feedback what the asker may say something about: {@code null} stands for the whole
     */
    record SeminarPage(
            SeminarCard card,
            SeminarContent content,
            @Nullable ProgrammeCard programme,
            List<Day> days,
            List<Part> parts,
            List<GroupLine> groups,
            List<Question> questions,
            List<TrainerLine> team,
            List<MaterialLine> materials,
            String reason,
            @Nullable Place mine,
            List<MemberCard> speaksFor,
            List<FeedbackWish> feedback,
            May may) {

        public SeminarPage {
            days = List.copyOf(days);
            parts = List.copyOf(parts);
            groups = List.copyOf(groups);
            questions = List.copyOf(questions);
            team = List.copyOf(team);
            materials = List.copyOf(materials);
            speaksFor = List.copyOf(speaksFor);
            feedback = List.copyOf(feedback);
        }
    }

    /** @param day null for the whole */
    record FeedbackWish(@Nullable DayId day) {}

    /** What the asker may do in it. */
    record May(
            boolean register,
            boolean manage,
            boolean decide,
            boolean keep,
            boolean letIn,
            boolean certify,
            boolean read) {}

    /** @param taken how many of its seats are taken or held */
    record GroupLine(Group group, int taken) {}

    record TrainerLine(@Nullable PersonCard person, String name, TrainerRole role) {}

    record ProgrammeCard(
            ProgrammeId id, LocalizedText name, @Nullable LocalizedText about) {}

    record MySeminar(SeminarCard seminar, RegistrationId registration, RegistrationState state) {}
}
