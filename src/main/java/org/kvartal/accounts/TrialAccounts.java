package org.kvartal.accounts;

import java.util.List;
import org.kvartal.kernel.Language;

/**
 * Accounts that anybody may try a house with, shown on the sign-in page as buttons that fill the form. A house with real people has no
 * implementation of this, and its sign-in page shows nothing.
 */
public interface TrialAccounts {

    /** In the order in which the page shows them; none while they are being made. */
    List<TrialAccount> accounts();

    record TrialAccount(Role role, String name, Language language, String email, String password) {}
}
