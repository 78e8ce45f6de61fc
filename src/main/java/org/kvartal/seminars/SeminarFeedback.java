package org.kvartal.seminars;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;

/** What those who were there thought of it. Who said what is kept nowhere: what is kept of a person is that they have said something. */
public interface SeminarFeedback {

    int WORDS_LENGTH = 4_000;
    int MOST_POINTS = 5;

    /** Fewer voices than these would tell who said what; nothing is shown before. */
    int FEWEST = 3;

    /**
     * Says what one thought of a day, or of the whole; once for each.
     *
     * @param day null for the whole
     * @param points 1 to 5
     * @param words may be empty
     * @throws org.kvartal.kernel.Refused at {@code points} or {@code words}; if it was said already, or it is not over yet
     * @throws org.kvartal.kernel.NotFound for who was not there
     */
    void give(Asker by, SeminarId seminar, @Nullable DayId day, int points, String words);

    /** The same for a participant without an account; {@code false} where the link does not work any more. */
    boolean give(String token, @Nullable DayId day, int points, String words);

    /** For the team and the office. */
    Voices voices(Asker asker, SeminarId seminar);

    /** @param parts the whole first, then the days; those with fewer voices than {@link #FEWEST} have no points and words */
    record Voices(List<Voice> parts) {

        public Voices {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param day null for the whole
     * @param points how many gave 1, 2, 3, 4 and 5; empty where there are too few
     * @param words in no order that says anything
     */
    record Voice(@Nullable DayId day, int voices, List<Integer> points, List<String> words) {

        public Voice {
            points = List.copyOf(points);
            words = List.copyOf(words);
        }
    }
}
