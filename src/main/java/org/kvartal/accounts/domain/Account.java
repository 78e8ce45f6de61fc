package org.kvartal.accounts.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.PersonId;

/** How a person signs in: a confirmed address and the hash of a password, which may be missing until a letter has set one. */
@Entity
@Table(name = "account")
@SuppressWarnings("UnusedVariable") // queries look for what stands here
class Account {

    @Id
    private UUID person;

    @Version
    private @Nullable Long version;

    private String address;
    private String addressFolded;
    private @Nullable String password;
    private @Nullable Instant passwordChangedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    Account() {}

    Account(PersonId person, EmailAddress address, @Nullable String passwordHash, Instant now) {
        this.person = person.value();
        this.address = address.value();
        this.addressFolded = address.folded();
        this.password = passwordHash;
        this.passwordChangedAt = passwordHash == null ? null : now;
    }

    void changePassword(String newHash, Instant now) {
        this.password = newHash;
        this.passwordChangedAt = now;
    }

    PersonId person() {
        return new PersonId(person);
    }

    EmailAddress address() {
        return new EmailAddress(address);
    }

    /** The hash; null where no password opens the account. */
    @Nullable String password() {
        return password;
    }
}
