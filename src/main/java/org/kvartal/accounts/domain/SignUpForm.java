package org.kvartal.accounts.domain;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;

/** What somebody typed who wants to join. */
public record SignUpForm(String name, String email, String password, Language language, ZoneId zone) {

    /** Everything that must be mended before it can be taken, in the order of the fields. */
    public List<Refused> problems() {
        List<Refused> problems = new ArrayList<>();
        try {
            DisplayName.of(name);
        } catch (Refused refused) {
            problems.add(refused);
        }
        try {
            EmailAddress.of(email);
        } catch (Refused refused) {
            problems.add(refused);
        }
        PasswordRule.check(password, name, email).ifPresent(problems::add);
        return problems;
    }

    /** Hides the password and whose it is. */
    @Override
    public String toString() {
        return "SignUpForm[…]";
    }
}
