package org.kvartal.accounts.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** New passwords: by a letter for who forgot the old one, or with the old one in the settings. */
@Component
public class Passwords {

    static final LinkPurpose RESET = new LinkPurpose("accounts.reset-password");

    /** How long a letter to set a new password works. */
    public static final Duration LIFE = Duration.ofHours(1);

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final PasswordHashes hashes;
    private final WrongPasswords wrong;
    private final PersonLocks locks;
    private final SignOuts signOuts;
    private final SuspensionBook suspensions;
    private final AccountsPace pace;
    private final Links links;
    private final Postbox postbox;
    private final House house;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Passwords(
            AccountRepository accounts,
            PersonRepository people,
            PasswordHashes hashes,
            WrongPasswords wrong,
            PersonLocks locks,
            SignOuts signOuts,
            SuspensionBook suspensions,
            AccountsPace pace,
            Links links,
            Postbox postbox,
            House house,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.hashes = hashes;
        this.wrong = wrong;
        this.locks = locks;
        this.signOuts = signOuts;
        this.suspensions = suspensions;
        this.pace = pace;
        this.links = links;
        this.postbox = postbox;
        this.house = house;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Sends a letter with a link to set a new password, if the address is somebody's. The caller learns nothing about that.
     *
     * @throws Refused at {@code email} if it can't be an address
     * @throws TooOften if too many letters were asked for
     */
    @Transactional
    public void forgotten(String email, Network network) {
        EmailAddress address = EmailAddress.of(email);
        pace.letter(network, address);
        Optional<Account> account = accounts.findByAddressFolded(address.folded());
        // A link is made in both cases, so that the answer takes the same time.
        String subject = account.map(known -> known.person().toString()).orElseGet(() -> "nobody:" + Ids.next());
        String token = links.issue(RESET, subject, LIFE).value();
        account.ifPresent(known -> post(known, token));
    }

    /**
     * Sends the asker the same letter: so whoever has no password yet gets one.
     *
     * @return the address that it goes to
     * @throws Forbidden if they have no account
     * @throws TooOften if too many letters were asked for
     */
    @Transactional
    public String sendLetter(Asker asker) {
        PersonId person = asker.requirePerson();
        Account account = accounts.findById(person.value()).orElseThrow(Forbidden::new);
        pace.letter(account.address());
        post(account, links.issue(RESET, person.toString(), LIFE).value());
        return account.address().value();
    }

    /** What becomes of a letter's link now. */
    public enum Link {
        WORKS,
        /** It was used, or it is too old. */
        OLD,
        /** Whoever the letter went to may not come in, with whatever password. */
        SUSPENDED
    }

    /** Tells whether a letter's link still works. Changes nothing. */
    @Transactional(readOnly = true)
    public Link look(String token) {
        return links.look(token, RESET)
                .flatMap(this::person)
                .map(person -> suspensions.holds(person.id()) ? Link.SUSPENDED : Link.WORKS)
                .orElse(Link.OLD);
    }

    /** Why that password is not taken from whoever holds the letter, if it is not. */
    @Transactional(readOnly = true)
    public Optional<Refused> problem(String token, String password) {
        return links.look(token, RESET)
                .flatMap(this::person)
                .flatMap(person -> PasswordRule.check(password, person.name(), emailOf(person.id())));
    }

    /**
     * Sets the password of whoever the letter went to, ends all their sign-ins, and tells them by mail.
     *
     * @return whose, empty where {@link #look} says that the link does not work
     * @throws Refused at {@code password}
     */
    public Optional<PersonId> reset(String token, String password) {
        // Whoever tries tokens must not make the house compute hashes.
        if (look(token) != Link.WORKS) {
            return Optional.empty();
        }
        problem(token, password).ifPresent(refused -> {
            throw refused;
        });
        String hash = hashes.hash(password);
        return transaction.execute(_ -> redeem(token)
                .flatMap(person -> accounts.findById(person.id().value()))
                .map(account -> {
                    PersonId person = account.person();
                    links.revoke(RESET, person.toString());
                    change(account, hash);
                    signOuts.endOthers(Asker.of(person), null);
                    wrong.forgetBrowsers(person);
                    wrong.forget(wrong.key(account.address()));
                    return person;
                }));
    }

    /** The person before the link: whoever uses one up takes the others of the same person back. */
    private Optional<Person> redeem(String token) {
        return links.look(token, RESET).flatMap(this::person).filter(person -> {
            locks.lock(person.id());
            return links.redeem(token, RESET).isPresent();
        });
    }

    /**
     * Changes the asker's own password, ends their other sign-ins, and tells them by mail.
     *
     * @param kept the sign-in in which they do so
     * @throws Refused at {@code present} if that is not the present one, at {@code password} if the new one is not taken
     * @throws TooOften after too many wrong ones
     */
    public void change(Asker asker, String present, String password, UUID kept) {
        PersonId person = asker.requirePerson();
        Account account = accounts.findById(person.value()).orElseThrow(Forbidden::new);
        WrongPasswords.Key key = wrong.settingsKey(person);
        wrong.expect(key);
        if (!hashes.matches(present, account.password())) {
            throw Refused.at("present", "accounts.password.not-present");
        }
        wrong.forget(key);
        PasswordRule.check(password, person(account).name(), account.address().value())
                .ifPresent(refused -> {
                    throw refused;
                });
        String hash = hashes.hash(password);
        transaction.executeWithoutResult(_ -> {
            locks.lock(person);
            links.revoke(RESET, person.toString());
            change(accounts.findById(person.value()).orElseThrow(Forbidden::new), hash);
            signOuts.endOthers(asker, kept);
        });
    }

    private void post(Account account, String token) {
        Person person = person(account);
        postbox.post(Letter.about(
                        "accounts.reset:" + Ids.next(),
                        new Recipient(person.name(), account.address().value(), person.language()),
                        "accounts.letter.reset",
                        person.name(),
                        house.name(),
                        LIFE.toMinutes())
                .withSecretButton(house.address(AccountsPages.reset(token, person.language()))));
    }

    private void change(Account account, String hash) {
        account.changePassword(hash, clock.instant());
        accounts.saveAndFlush(account);
        Person person = person(account);
        audit.record(AuditEntry.of(
                person.id(),
                "accounts.password-changed",
                Newcomers.PERSON,
                person.id().value()));
        postbox.post(Letter.about(
                        "accounts.password-changed:" + Ids.next(),
                        new Recipient(person.name(), account.address().value(), person.language()),
                        "accounts.letter.changed",
                        person.name(),
                        house.name())
                .withButton(house.address(AccountsPages.reset(person.language()))));
    }

    private Optional<Person> person(LinkSubject link) {
        return link.subject().startsWith("nobody:")
                ? Optional.empty()
                : people.findById(UUID.fromString(link.subject()));
    }

    private Person person(Account account) {
        return people.findById(account.person().value()).orElseThrow();
    }

    private String emailOf(PersonId person) {
        return accounts.findById(person.value())
                .map(account -> account.address().value())
                .orElse("");
    }
}
