package org.kvartal.accounts;

import java.util.List;
import org.kvartal.kernel.Language;

/**
 * Accounts that anybody may try a house with: everybody knows their passwords. A house that offers them shows them on the sign-in page as buttons that fill the form; in every house
 * they open nothing to anybody on a network.
 */
public interface TrialAccounts {

    /** In the order in which the page shows them; none while they are being made. */
    List<TrialAccount> accounts();

    /** Whether this house is there to be tried. */
    default boolean offered() {
        return true;
    }

    record TrialAccount(Role role, String name, Language language, String email, String password) {}
}
