package org.kvartal.demo.domain;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.TrialAccounts;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.kernel.House;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The accounts that anybody may try the house with. They may be in a house that is no demonstration any more, and are known there all the same. */
@Component
class DemonstrationAccounts implements TrialAccounts {

    private final House house;
    private final SingletonSupplier<List<TrialAccount>> accounts =
            SingletonSupplier.of(() -> StoryBook.read().people().values().stream()
                    .flatMap(DemonstrationAccounts::account)
                    .toList());

    DemonstrationAccounts(House house) {
        this.house = house;
    }

    @Override
    public List<TrialAccount> accounts() {
        return accounts.obtain();
    }

    @Override
    public boolean offered() {
        return house.demo();
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
