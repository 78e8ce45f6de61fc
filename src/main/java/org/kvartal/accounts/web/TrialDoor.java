package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.TrialAccounts;
import org.kvartal.accounts.TrialAccounts.TrialAccount;
import org.kvartal.kernel.Refused;
import org.kvartal.site.OnlyHere;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The accounts whose passwords everybody knows: they open the house to whoever sits at its own computer, and to nobody on a network. */
@Component
class TrialDoor {

    private final ObjectProvider<TrialAccounts> trials;
    private final OnlyHere onlyHere;

    TrialDoor(ObjectProvider<TrialAccounts> trials, OnlyHere onlyHere) {
        this.trials = trials;
        this.onlyHere = onlyHere;
    }

    /** Those that whoever sent the request may use. */
    List<TrialAccount> shownTo(HttpServletRequest request) {
        return onlyHere.sent(request) ? of(trials.stream().filter(TrialAccounts::offered)) : List.of();
    }

    /** Whether there are some, which whoever sent the request may not use. */
    boolean isClosedTo(HttpServletRequest request) {
        return !onlyHere.sent(request) && trials.stream().anyMatch(TrialAccounts::offered);
    }

    /** Whether that address is one of them, in whatever house, and whoever sent the request may not use it. */
    boolean refuses(String email, HttpServletRequest request) {
        return !onlyHere.sent(request)
                && folded(email)
                        .filter(typed -> of(trials.stream()).stream()
                                .flatMap(trial -> folded(trial.email()).stream())
                                .anyMatch(typed::equals))
                        .isPresent();
    }

    private static List<TrialAccount> of(Stream<TrialAccounts> trials) {
        return trials.flatMap(each -> each.accounts().stream()).toList();
    }

    private static Optional<String> folded(String email) {
        try {
            return Optional.of(EmailAddress.of(email).folded());
        } catch (Refused malformed) {
            return Optional.empty();
        }
    }
}
