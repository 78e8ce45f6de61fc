package org.kvartal.accounts.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.FirstKeeper;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.StartNote;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.Links;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A house that nobody keeps yet: whoever started the program is told a link, good for one use, that makes its first administrator.
 */
@Component
@Order(10)
public class FirstAdministrator implements StartNote, FirstKeeper {

    static final LinkPurpose PURPOSE = new LinkPurpose("accounts.first-administrator");

    /** How long a printed link works; the next start prints another. */
    public static final Duration LIFE = Duration.ofDays(3);

    private static final String HOUSE = "house";
    private static final Asker ACTOR = Asker.house("first administrator");

    private final JdbcClient jdbc;
    private final Newcomers newcomers;
    private final Grants grants;
    private final PasswordHashes hashes;
    private final Links links;
    private final House house;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstAdministrator(
            JdbcClient jdbc,
            Newcomers newcomers,
            Grants grants,
            PasswordHashes hashes,
            Links links,
            House house,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.newcomers = newcomers;
        this.grants = grants;
        this.hashes = hashes;
        this.links = links;
        this.house = house;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<String> lines() {
        if (house.demo() || hasAdministrator()) {
            return List.of();
        }
        String token = transaction
                .execute(_ -> {
                    links.revoke(PURPOSE, HOUSE);
                    return links.issue(PURPOSE, HOUSE, LIFE);
                })
                .value();
        return List.of(
                "Nobody keeps this house yet. Set it up here, within " + LIFE.toDays() + " days and once:",
                house.address(AccountsPages.SET_UP + "?token=" + token));
    }

    @Override
    public boolean works(String token) {
        return links.look(token, PURPOSE).isPresent() && !hasAdministrator();
    }

    @Override
    public List<Refused> problems(NewKeeper form) {
        // The page that asks for a person asks for the house's own name too.
        return signUp(form).problems().stream()
                .map(problem -> "name".equals(problem.field())
                        ? Refused.at("person", problem.key(), problem.arguments())
                        : problem)
                .toList();
    }

    @Override
    public int shortestPassword() {
        return PasswordRule.MIN_LENGTH;
    }

    @Override
    public Optional<PersonId> make(String token, NewKeeper form) {
        problems(form).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        if (!works(token)) {
            return Optional.empty();
        }
        EmailAddress address = EmailAddress.of(form.email());
        String hash = hashes.hash(form.password());
        return transaction.execute(_ -> links.redeem(token, PURPOSE)
                .filter(_ -> !hasAdministrator())
                .map(_ -> {
                    PersonId person = PersonId.next();
                    newcomers.admit(
                            ACTOR,
                            person,
                            DisplayName.of(form.name()),
                            form.language(),
                            form.zone(),
                            new Newcomers.Credentials(address, hash));
                    Instant now = clock.instant();
                    grants.give(ACTOR, new Grant(person, Role.ADMINISTRATOR, Scope.PLATFORM, now, null));
                    grants.give(ACTOR, new Grant(person, Role.OFFICER, Scope.PLATFORM, now, null));
                    return person;
                }));
    }

    private static SignUpForm signUp(NewKeeper form) {
        return new SignUpForm(form.name(), form.email(), form.password(), form.language(), form.zone());
    }

    private boolean hasAdministrator() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM role_grant
                 WHERE role = :role AND scope_kind = :platform AND (to_at IS NULL OR to_at > :now))
                """)
                .param("role", Role.ADMINISTRATOR.name())
                .param("platform", Scope.PLATFORM.kind())
                .param("now", Columns.moment(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
