package org.kvartal.demo.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.Reaction;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * Everything that the demonstration tells, as its files hold it.
 *
 * @param people by key, in the order of the file
 * @param spaces in the order in which the house lists them
 */
record Story(Map<String, Figure> people, List<Place> spaces, List<Talk> talks) {

    /** The zone in which the files give their times. */
    static final ZoneId ZONE = ZoneId.of("Europe/Sofia");

    /** @throws IllegalArgumentException if nobody has that key */
    Figure figure(String key) {
        Figure person = people.get(key);
        if (person == null) {
            throw new IllegalArgumentException("there is nobody called " + key);
        }
        return person;
    }

    /**
     * One of the invented people.
     *
     * @param zone of the city they live in
     * @param city its code
     * @param sector the code of what they work in
     * @param roles none for a guest
     * @param signIn null for those who have no address; without a password for those whom nobody plays
     */
    record Figure(
            String key,
            String name,
            Language language,
            ZoneId zone,
            String city,
            String sector,
            List<Role> roles,
            @Nullable SignIn signIn) {

        /** @throws IllegalArgumentException if they have none */
        String address() {
            if (signIn == null) {
                throw new IllegalArgumentException(key + " has no address");
            }
            return signIn.email();
        }

        /** Whether a visitor may try the house as this person. */
        boolean played() {
            return signIn != null && signIn.password() != null;
        }
    }

    record Place(String key, LocalizedText name, LocalizedText description, Visibility visibility) {}

    /**
     * A thread.
     *
     * @param need null where it is no need
     */
    record Talk(
            String key,
            String space,
            Language language,
            String title,
            List<Line> posts,
            @Nullable Backed need) {}

    /**
     * A need and who stands behind it.
     *
     * @param associations by their keys, with the keys of the representatives who say so
     */
    record Backed(NeedFacts facts, List<String> people, Map<String, String> associations) {}

    /**
     * A post.
     *
     * @param text Markdown with {@code picture:} and {@code thread:} addresses
     * @param reactions the people who gave each
     */
    record Line(String by, Time at, Language language, String text, Map<Reaction, List<String>> reactions) {}

    /** When something was said, counted back from the first start of the house. */
    sealed interface Time {

        Pattern DAYS = Pattern.compile("-(\\d{1,4})d (\\d\\d:\\d\\d)");
        Pattern SHORTLY = Pattern.compile("-(\\d{1,3})([hm])");

        Instant before(Instant start);

        /** @throws IllegalArgumentException if the text is neither {@code -12d 14:05} nor {@code -3h} nor {@code -25m} */
        static Time of(String text) {
            Matcher days = DAYS.matcher(text);
            if (days.matches()) {
                return new DaysBefore(Integer.parseInt(days.group(1)), LocalTime.parse(days.group(2)));
            }
            Matcher shortly = SHORTLY.matcher(text);
            if (shortly.matches()) {
                long number = Long.parseLong(shortly.group(1));
                return new ShortlyBefore(
                        shortly.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number));
            }
            throw new IllegalArgumentException("neither “-12d 14:05” nor “-3h” nor “-25m”: " + text);
        }

        /** A time of day, whole days earlier. */
        record DaysBefore(int days, LocalTime time) implements Time {

            @Override
            public Instant before(Instant start) {
                return LocalDate.ofInstant(start, ZONE)
                        .minusDays(days)
                        .atTime(time)
                        .atZone(ZONE)
                        .toInstant();
            }
        }

        record ShortlyBefore(Duration earlier) implements Time {

            @Override
            public Instant before(Instant start) {
                return start.minus(earlier);
            }
        }
    }
}
