package org.kvartal.demo.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.TrialAccounts;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.kernel.StartNote;
import org.kvartal.site.OnlyHere;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The accounts that anybody may try the house with, for the terminal and the sign-in page. */
@Component
@Order(20)
@ConditionalOnBooleanProperty("kvartal.demo")
class DemonstrationAccounts implements StartNote, TrialAccounts {

    private final List<TrialAccount> accounts = StoryBook.read().people().values().stream()
            .flatMap(DemonstrationAccounts::account)
            .toList();
    private final Demonstration demonstration;
    private final OnlyHere onlyHere;

    DemonstrationAccounts(Demonstration demonstration, OnlyHere onlyHere) {
        this.demonstration = demonstration;
        this.onlyHere = onlyHere;
    }

    @Override
    public List<TrialAccount> accounts() {
        return accounts;
    }

    @Override
    public List<String> lines() {
        if (!onlyHere.house()) {
            return List.of(
                    "Nobody can sign in with the demonstration accounts, whose passwords everybody knows: this house is reached from other computers.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Demonstration accounts:");
        for (TrialAccount account : accounts) {
            lines.add("  %-14s %-27s %s"
                    .formatted(account.role().name().toLowerCase(Locale.ROOT), account.email(), account.password()));
        }
        if (!demonstration.told()) {
            lines.add("Their people and threads are coming in; all of them are there within a minute.");
        }
        return lines;
    }

    private static Stream<TrialAccount> account(Figure person) {
        SignIn signIn = person.signIn();
        String password = signIn == null ? null : signIn.password();
        if (signIn == null || password == null) {
            return Stream.empty();
        }
        // The roles stand in rising order; the last one says whom a visitor plays.
        Role role = person.roles().getLast();
        return Stream.of(new TrialAccount(role, person.name(), person.language(), signIn.email(), password));
    }
}
