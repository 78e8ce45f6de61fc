package org.kvartal.demo.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.demo.domain.Story.Time;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.TermMode;

/** The associations of the story, the bodies of the house, and those who would like to join. */
record Belonging(List<Association> associations, List<Body> bodies, List<Wish> wishes) {

    /**
     * @param ownName the name in a script of its own, empty where it is one of the house's languages
     * @param ownLanguage its BCP 47 tag, empty likewise
     * @param website empty for none
     * @param primary key of a person
     * @param deputies keys of people
     * @param written the files of written mandates, by the keys of those who hold them
     */
    record Association(
            String key,
            String ownName,
            String ownLanguage,
            LocalizedText name,
            LocalizedText about,
            String city,
            List<String> sectors,
            String website,
            @Nullable Integer founded,
            @Nullable Integer size,
            Time since,
            String primary,
            List<String> deputies,
            Map<String, String> written) {}

    /** @param sector code, null but for a sector network */
    record Body(
            String key,
            BodyType type,
            LocalizedText name,
            LocalizedText purpose,
            @Nullable String sector,
            int minimum,
            List<Seat> seats) {}

    /**
     * @param from how many days before the first start it began
     * @param to how many days before it ended, null while it lasts
     * @param shown whether the person agreed to be shown to everybody
     */
    record Seat(
            String person,
            BodyRole role,
            TermMode mode,
            int from,
            @Nullable Integer to,
            boolean shown) {

        LocalDate first(LocalDate start) {
            return start.minusDays(from);
        }

        @Nullable LocalDate last(LocalDate start) {
            return to == null ? null : start.minusDays(to);
        }
    }

    /**
     * Somebody's application, sent and not answered.
     *
     * @param fields what was typed, by the names of {@link org.kvartal.membership.ApplicationForm}'s fields
     * @param association key of the association that the person wants to represent, null for other kinds
     */
    record Wish(
            String key,
            String person,
            ApplicationKind kind,
            Language language,
            Map<Language, String> names,
            Map<String, String> fields,
            List<String> sectors,
            @Nullable String association) {

        @Nullable RepresentationKind as() {
            return association == null ? null : RepresentationKind.DEPUTY;
        }
    }
}
