package org.kvartal.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/**
 * Erases people who want to be gone. What they wrote with others stays, under a name that they choose or as somebody who is no longer there; everything else goes.
 *
 * @see "Decision record 0163, how somebody is erased"
 */
public interface Erasures {

    /** Who may do so for somebody who can't sign in. */
    Permission CARRY_OUT = Permission.of("accounts.erase", Role.ADMINISTRATOR);

    /** How long one can still change one's mind. */
    Duration WAIT = Duration.ofDays(7);

    int LONGEST_REASON = 1000;

    /**
     * The asker wants to be erased. They are signed out everywhere at once; a letter says until when a link in it keeps the account.
     *
     * @throws org.kvartal.kernel.Refused at {@code password} if that is not theirs, at {@code name} if that can't be one, and if nobody else keeps the house
     * @throws org.kvartal.site.TooOften after too many wrong passwords
     */
    void ask(Asker asker, String password, Wish wish);

    /**
     * The same for somebody who can't do so themselves.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}, at {@code name}, and if nobody else keeps the house
     * @throws org.kvartal.kernel.Forbidden if the asker may not, or it is themselves
     */
    void order(Asker by, PersonId person, Wish wish, String reason);

    /** What waits for that person. For themselves and those who may {@link #CARRY_OUT}; others see none. */
    Optional<Waiting> waiting(Asker by, PersonId person);

    /** Keeps the account after all, for whoever may {@link #CARRY_OUT}; no error where nothing waits. */
    void keep(Asker by, PersonId person);

    /** What the link of a letter would stop, if it still works. Changes nothing. */
    Optional<Waiting> look(String token);

    /** Keeps the account after all. @return whether the link still worked */
    boolean keep(String token);

    /** Erases again who was erased before the data of the house were brought back from an older copy. Done at each start. */
    void applyAgain();

    /**
     * How somebody wants to be gone.
     *
     * @param shownName under which what they wrote stays; null as somebody who is no longer there
     * @param certificates whether their certificates may still be checked, with the name that stands on them
     */
    record Wish(@Nullable String shownName, boolean certificates) {}

    /**
     * An erasure that waits for its day.
     *
     * @param own whether they asked themselves
     */
    record Waiting(PersonId person, String name, Instant due, boolean own) {}
}
