package org.kvartal.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.notifications.Notifications.Echo;

/** Letters of the office to all who belong, or to some of them: people who are members, and those who represent organisations. */
public interface Circulars {

    /** The longest text of a letter, in characters. */
    int TEXT_LENGTH = 8_000;

    /** The longest subject. */
    int SUBJECT_LENGTH = 120;

    /**
     * What the circle of a letter may ask for beside kind, body and place, of modules in use: codes as {@link Functions} has them, whose text {@code <code>.function} names who is
     * meant.
     */
    List<String> functions(Asker by);

    /**
     * How many a letter would reach, by the language in which each of them would read it.
     *
     * @throws org.kvartal.kernel.Refused at {@code subject} and {@code text}, so that whoever looks at it first hears of it there
     * @throws org.kvartal.kernel.Forbidden unless the asker may {@link MembershipRights#WRITE_TO_MEMBERS}
     * @throws org.kvartal.kernel.Refused where nobody knows its function any more
     */
    Map<Language, Integer> reach(Asker by, NewCircular circular);

    /**
     * Sends the asker alone what the letter would say, in each of its languages.
     *
     * @throws org.kvartal.kernel.Refused at {@code subject} or {@code text}, or where the asker has no address
     */
    void rehearse(Asker by, NewCircular circular);

    /**
     * Sends it: to the inbox of each, and by mail as each of them wishes. The same one a second time is not sent.
     *
     * @throws org.kvartal.kernel.Refused at {@code subject} or {@code text}, where it would reach nobody, or where nobody knows its function any more
     */
    void send(Asker by, NewCircular circular);

    /** What was sent, newest first; a constant number of queries. */
    List<SentCircular> sent(Asker by, int limit);

    /**
     * A letter as it was sent, for those to whom it went and those who may write such letters.
     *
     * @throws org.kvartal.kernel.NotFound for everybody else
     */
    SentCircular find(Asker by, CircularId id);

    /**
     * Whom a letter is for; null leaves it open.
     *
     * @param kind of the member: who represents an organisation belongs to its kind
     * @param country its code of two capital letters
     * @param place the code of a city
     * @param function what they are in the house, one of {@link #functions}
     */
    record Circle(
            @Nullable MemberKind kind,
            @Nullable BodyId body,
            @Nullable String country,
            @Nullable String place,
            @Nullable String function) {

        public static final Circle ALL = new Circle(null, null, null, null);

        /** Whatever they are in the house. */
        public Circle(
                @Nullable MemberKind kind, @Nullable BodyId body, @Nullable String country, @Nullable String place) {
            this(kind, body, country, place, null);
        }
    }

    record NewCircular(CircularId id, Circle to, LocalizedText subject, LocalizedText text) {}

    /** @param echo what became of it; null for whoever only reads it */
    record SentCircular(
            CircularId id,
            LocalizedText subject,
            LocalizedText text,
            PersonCard by,
            Instant at,
            int people,
            @Nullable Echo echo) {

        /** The same with what became of it. */
        public SentCircular with(@Nullable Echo became) {
            return new SentCircular(id, subject, text, by, at, people, became);
        }
    }
}
