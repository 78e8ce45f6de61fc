package org.kvartal.demo.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvartal.accounts.TrialAccounts.TrialAccount;
import org.kvartal.kernel.StartNote;
import org.kvartal.site.OnlyHere;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells in the terminal whom somebody may try the house as. */
@Component
@Order(20)
@ConditionalOnBooleanProperty("kvartal.demo")
class DemonstrationNote implements StartNote {

    private final DemonstrationAccounts accounts;
    private final Demonstration demonstration;
    private final OnlyHere onlyHere;

    DemonstrationNote(DemonstrationAccounts accounts, Demonstration demonstration, OnlyHere onlyHere) {
        this.accounts = accounts;
        this.demonstration = demonstration;
        this.onlyHere = onlyHere;
    }

    @Override
    public List<String> lines() {
        if (!onlyHere.house()) {
            return List.of(
                    "Nobody can sign in with the demonstration accounts, whose passwords everybody knows: this house is reached from other computers.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Demonstration accounts:");
        for (TrialAccount account : accounts.accounts()) {
            lines.add("  %-14s %-27s %s"
                    .formatted(account.role().name().toLowerCase(Locale.ROOT), account.email(), account.password()));
        }
        if (!demonstration.told()) {
            lines.add("Their people and threads are coming in; all of them are there within a minute.");
        }
        return lines;
    }
}
