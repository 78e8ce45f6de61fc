package org.kvartal.accounts.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.site.Network;
import org.kvartal.site.TooOften;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Joining: somebody says who they are, a letter asks whether the address is theirs, and the confirmation makes the person.
 *
 * <p>Each sign-up stands for itself until then, with its own password and its own letter. Whoever signs up with somebody else's
 * address gains nothing, not even a password that would wait there for the owner's own sign-up. For an address that is known already
 * the same happens, up to the letter, which says so to its owner alone.
 */
@Component
public class SignUps {

    static final LinkPurpose CONFIRM = new LinkPurpose("accounts.confirm-address");

    /** How long a letter to confirm an address works. */
    public static final Duration LIFE = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final Newcomers newcomers;
    private final PasswordHashes hashes;
    private final AccountsPace pace;
    private final Links links;
    private final Postbox postbox;
    private final House house;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUps(
            JdbcClient jdbc,
            AccountRepository accounts,
            Newcomers newcomers,
            PasswordHashes hashes,
            AccountsPace pace,
            Links links,
            Postbox postbox,
            House house,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.newcomers = newcomers;
        this.hashes = hashes;
        this.pace = pace;
        this.links = links;
        this.postbox = postbox;
        this.house = house;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a sign-up and sends the letter.
     *
     * @return the sign-up, for the page that tells to look into the mail; it says nothing about whether the address is known
     * @throws Refused at the field that is wrong
     * @throws TooOften if there were too many from there or for that address
     */
    public UUID begin(SignUpForm form, Network network) {
        form.problems().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        EmailAddress address = EmailAddress.of(form.email());
        pace.signUp(network, address);
        String passwordHash = hashes.hash(form.password());
        UUID id = Ids.next();
        transaction.executeWithoutResult(_ -> {
            keep(id, form, address, passwordHash);
            send(id, DisplayName.of(form.name()), address, form.language());
        });
        return id;
    }

    /** The sign-up behind the page that tells to look into the mail, while it lives. */
    @Transactional(readOnly = true)
    public Optional<PendingSignUp> pending(UUID id) {
        return jdbc.sql("SELECT * FROM sign_up WHERE id = :id AND expires_at > :now")
                .param("id", id)
                .param("now", Columns.moment(clock.instant()))
                .query(SignUps::pending)
                .optional();
    }

    /**
     * Sends the letter once more, to the same address.
     *
     * @return the sign-up, empty where it has expired or was confirmed
     * @throws TooOften if there were too many
     */
    @Transactional
    public Optional<PendingSignUp> resend(UUID id, Network network) {
        Optional<PendingSignUp> pending = pending(id);
        pending.ifPresent(signUp -> {
            EmailAddress address = new EmailAddress(signUp.email());
            pace.letter(network, address);
            send(id, new DisplayName(signUp.name()), address, signUp.language());
        });
        return pending;
    }

    /** What a letter's link would confirm, if it still works. Changes nothing. */
    @Transactional(readOnly = true)
    public Optional<PendingSignUp> look(String token) {
        return links.look(token, CONFIRM).map(LinkSubject::subject).flatMap(id -> pending(UUID.fromString(id)));
    }

    /**
     * Makes the person: the address is theirs.
     *
     * @return whom, empty where the link no longer works
     * @throws Refused if the address has become an account by another sign-up meanwhile
     */
    @Transactional
    public Optional<PersonId> confirm(String token) {
        return links.redeem(token, CONFIRM)
                .map(LinkSubject::subject)
                .flatMap(id -> pending(UUID.fromString(id)))
                .map(signUp -> {
                    PersonId person = new PersonId(signUp.id());
                    EmailAddress address = new EmailAddress(signUp.email());
                    newcomers.admit(
                            Asker.of(person),
                            person,
                            new DisplayName(signUp.name()),
                            signUp.language(),
                            signUp.zone(),
                            new Newcomers.Credentials(address, signUp.passwordHash()));
                    forgetAllOf(address);
                    return person;
                });
    }

    /** The newest sign-up of an address that waits for its confirmation. */
    Optional<PendingSignUp> newest(EmailAddress address) {
        return jdbc.sql("""
                SELECT * FROM sign_up WHERE address_folded = :address AND expires_at > :now
                 ORDER BY begun_at DESC LIMIT 1
                """)
                .param("address", address.folded())
                .param("now", Columns.moment(clock.instant()))
                .query(SignUps::pending)
                .optional();
    }

    /** Forgets sign-ups that nobody confirmed in time. */
    @Transactional
    void forgetExpired() {
        jdbc.sql("DELETE FROM sign_up WHERE expires_at < :now")
                .param("now", Columns.moment(clock.instant()))
                .update();
    }

    private void keep(UUID id, SignUpForm form, EmailAddress address, String passwordHash) {
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO sign_up (id, name, address, address_folded, password, language, zone, begun_at, expires_at)
                VALUES (:id, :name, :address, :folded, :password, :language, :zone, :now, :until)
                """)
                .param("id", id)
                .param("name", DisplayName.of(form.name()).value())
                .param("address", address.value())
                .param("folded", address.folded())
                .param("password", passwordHash)
                .param("language", form.language().code())
                .param("zone", form.zone().getId())
                .param("now", Columns.moment(now))
                .param("until", Columns.moment(now.plus(LIFE)))
                .update();
    }

    private void send(UUID id, DisplayName name, EmailAddress address, Language language) {
        // Made in both cases: what takes time and what is written shall not tell the two apart.
        String token = links.issue(CONFIRM, id.toString(), LIFE).value();
        var to = new Recipient(name.value(), address.value(), language);
        String fact = "accounts.sign-up:" + Ids.next();
        Optional<Account> known = accounts.findByAddressFolded(address.folded());
        Letter letter = known.isPresent()
                ? known(known.get(), fact, to)
                : Letter.about(fact, to, "accounts.letter.confirm", name.value(), house.name(), LIFE.toHours())
                        .withSecretButton(house.address(AccountsPages.confirm(token, language)));
        postbox.post(letter);
    }

    private Letter known(Account account, String fact, Recipient to) {
        return account.password() == null
                ? Letter.about(fact, to, "accounts.letter.no-password", house.name())
                        .withButton(house.address(AccountsPages.reset(to.language())))
                        .with(Letter.Importance.AWAITED)
                : Letter.about(fact, to, "accounts.letter.known", house.name())
                        .withButton(house.address(AccountsPages.signIn(to.language())))
                        .with(Letter.Importance.AWAITED);
    }

    private void forgetAllOf(EmailAddress address) {
        jdbc.sql("DELETE FROM sign_up WHERE address_folded = :address")
                .param("address", address.folded())
                .update();
    }

    private static PendingSignUp pending(ResultSet row, int index) throws SQLException {
        return new PendingSignUp(
                Columns.id(row, "id"),
                row.getString("name"),
                row.getString("address"),
                row.getString("password"),
                Columns.language(row, "language"),
                ZoneId.of(row.getString("zone")));
    }

    /** Somebody who has not confirmed their address yet. */
    public record PendingSignUp(
            UUID id, String name, String email, String passwordHash, Language language, ZoneId zone) {

        /** Hides everything but the id. */
        @Override
        public String toString() {
            return "PendingSignUp[" + id + "]";
        }
    }
}
