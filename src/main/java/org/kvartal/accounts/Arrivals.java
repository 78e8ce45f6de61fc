package org.kvartal.accounts;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/**
 * Brings in people who did not sign up themselves: those of an import, of the demonstration, of a list kept on paper. Only the house
 * ({@link Asker.House}) and administrators may; no letter is sent.
 */
public interface Arrivals {

    /** Who may bring people in, beside the house itself. */
    Permission BRING = Permission.of("accounts.bring-people", Role.ADMINISTRATOR);

    /**
     * Makes a person. The same id again is the same person, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code name}, {@code email} or {@code password}, by the rules of signing up; at {@code email} also
     *     when another person has it
     */
    void bring(Asker by, Newcomer newcomer);

    /**
     * Gives a role for a scope and a term; a grant that stands already is not given twice.
     *
     * @see Grants#give
     */
    void grant(Asker by, Grant grant);

    /** @param signIn null for a person who has no sign-in of their own */
    record Newcomer(
            PersonId id,
            String name,
            Language language,
            ZoneId zone,
            @Nullable SignIn signIn) {}

    /**
     * How a person signs in.
     *
     * @param email taken as confirmed
     * @param password null for a person who has none yet: a letter to set one, or an invitation, lets them in
     */
    record SignIn(String email, @Nullable String password) {

        /** Hides both: neither belongs in a log. */
        @Override
        public String toString() {
            return "SignIn[…]";
        }
    }
}
