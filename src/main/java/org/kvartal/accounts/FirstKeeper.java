package org.kvartal.accounts;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/** Makes the first administrator of a house that nobody keeps yet, for whoever has the link that its start prints. */
public interface FirstKeeper {

    /** Whether the link still works: it was not used, and there is no administrator. Changes nothing. */
    boolean works(String token);

    /** Everything that must be mended before the form can be taken, at {@code person}, {@code email} and {@code password}. */
    List<Refused> problems(NewKeeper form);

    /**
     * Makes the first administrator, who is the first officer as well. The address counts as confirmed: whoever reads the program's
     * output could confirm any. Joins the caller's transaction.
     *
     * @return the person, empty where the link no longer works
     * @throws Refused at the field that is wrong
     */
    Optional<PersonId> make(String token, NewKeeper form);

    /** How many characters a password has at least. */
    int shortestPassword();

    /** What somebody typed who is to keep the house. */
    record NewKeeper(String name, String email, String password, Language language, ZoneId zone) {

        /** Hides the password and whose it is. */
        @Override
        public String toString() {
            return "NewKeeper[…]";
        }
    }
}
