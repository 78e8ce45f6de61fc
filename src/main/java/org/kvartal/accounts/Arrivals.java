package org.kvartal.accounts;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
     * The same for hundreds at once, in a number of statements that does not depend on theirs; nobody of them has a password yet.
     *
     * @throws org.kvartal.kernel.Refused at {@code name} or {@code email}, as above: then nobody is brought in
     */
    void bringAll(Asker by, List<Newcomer> newcomers);

    /**
     * Takes back people who were brought in by mistake: those who never came in themselves, hold nothing but the role of a member, and are as
     * they were. Whoever calls has made sure that nothing of its own refers to them.
     *
     * @return who is gone; all others are as before
     */
    Set<PersonId> takeBack(Asker by, Collection<PersonId> people);

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
