package org.kvartal.accounts.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonJoined;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The one place where people come into being, whichever way they came. */
@Component
class Newcomers implements Arrivals {

    static final String PERSON = "accounts.person";

    private final PersonRepository people;
    private final AccountRepository accounts;
    private final Crowds crowds;
    private final PasswordHashes hashes;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Newcomers(
            PersonRepository people,
            AccountRepository accounts,
            Crowds crowds,
            PasswordHashes hashes,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.crowds = crowds;
        this.hashes = hashes;
        this.permissions = permissions;
        this.audit = audit;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void bring(Asker by, Newcomer newcomer) {
        permissions.check(by, BRING, Scope.PLATFORM);
        DisplayName name = DisplayName.of(newcomer.name());
        SignIn signIn = newcomer.signIn();
        Credentials credentials = null;
        if (signIn != null) {
            EmailAddress address = EmailAddress.of(signIn.email());
            String password = signIn.password();
            if (password != null) {
                PasswordRule.check(password, newcomer.name(), signIn.email()).ifPresent(refused -> {
                    throw refused;
                });
            }
            if (people.existsById(newcomer.id().value())) {
                return;
            }
            credentials = new Credentials(address, password == null ? null : hashes.hash(password));
        }
        Credentials known = credentials;
        transaction.executeWithoutResult(
                _ -> admit(by, newcomer.id(), name, newcomer.language(), newcomer.zone(), known));
    }

    @Override
    @Transactional
    public void bringAll(Asker by, List<Newcomer> newcomers) {
        permissions.check(by, BRING, Scope.PLATFORM);
        crowds.bring(by, newcomers);
    }

    @Override
    @Transactional
    public Set<PersonId> takeBack(Asker by, Collection<PersonId> wished) {
        permissions.check(by, BRING, Scope.PLATFORM);
        return crowds.takeBack(by, wished);
    }

    /**
     * Makes the person in the caller's transaction, unless the id is known already.
     *
     * @throws Refused at {@code email} if the address is somebody else's
     */
    void admit(
            Asker by,
            PersonId id,
            DisplayName name,
            Language language,
            ZoneId zone,
            @Nullable Credentials credentials) {
        if (people.existsById(id.value())) {
            return;
        }
        Instant now = clock.instant();
        people.save(new Person(id, name, language, zone, now));
        if (credentials != null) {
            if (accounts.existsByAddressFolded(credentials.address().folded())) {
                throw taken();
            }
            try {
                accounts.saveAndFlush(new Account(id, credentials.address(), credentials.passwordHash(), now));
            } catch (DataIntegrityViolationException sameAddressAtOnce) {
                throw taken();
            }
        }
        audit.record(AuditEntry.of(by, "accounts.person-joined", new AuditSubject(PERSON, id.value())));
        facts.publishEvent(new PersonJoined(id, language, now));
    }

    private static Refused taken() {
        return Refused.at("email", "accounts.email.taken");
    }

    /** A confirmed address and the hash of a password, if there is one yet. */
    record Credentials(EmailAddress address, @Nullable String passwordHash) {}
}
