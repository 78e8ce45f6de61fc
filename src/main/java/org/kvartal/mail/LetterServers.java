package org.kvartal.mail;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.HouseBook.Section;

/**
 * The server that the owners of a house set for its letters, beside one that the settings of the program may name, which then wins.
 *
 * @see "Decision record 0166, the password of the mail server is sealed"
 */
public interface LetterServers {

    /** Whether the settings of the program name one. */
    boolean isGiven();

    /** The address of the sender that the settings of the program name; it holds, also where the server is the house's. */
    Optional<String> givenSender();

    /** Whether letters stay in the house, since neither names one. */
    boolean keepsLetters();

    /** The one that a section of the house's book describes; empty where letters stay in the house. */
    Optional<LetterServer> in(Section section);

    /** Whether the section holds a password that can still be opened. */
    boolean hasPassword(Section section);

    /**
     * What to write into the section.
     *
     * @param server null to keep letters in the house
     * @param password null to keep the one that the section before holds, where it was given for this server and user
     */
    Map<String, String> written(@Nullable LetterServer server, @Nullable String password, Section before);

    /**
     * Sends one letter through a server at once, and says what came of it. Takes up to half a minute: hold neither a transaction nor a page meanwhile.
     *
     * @param password null for the one that the section holds, where it was given for this server and user
     */
    Trial attempt(LetterServer server, @Nullable String password, Section kept, Recipient to);

    /** The same through the server that letters take now; where there is none, the letter is kept in the house. */
    Trial attempt(Recipient to);

    /**
     * What came of it.
     *
     * @param said what the server said, in its own words; empty where it said nothing
     */
    record Trial(Outcome outcome, String said) {}

    enum Outcome {
        SENT,
        /** There is no mail server: the letter is kept in the house. */
        KEPT,
        UNKNOWN_HOST,
        NOBODY_LISTENS,
        NO_ANSWER,
        /** It is an address of the machine's own network, where clouds tell their machines secrets. */
        LINK_LOCAL,
        NO_TLS,
        UNTRUSTED,
        LOGIN_WRONG,
        LOGIN_MISSING,
        SENDER_REFUSED,
        RECIPIENT_REFUSED,
        OTHER
    }
}
