package org.kvartal.membership.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Recipient;

/** Who applies: the person whom the house knows, or the id that they will have once admitted; and where their letters go. */
@Embeddable
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Applicant {

    private UUID applicant;
    private String address;
    private String addressFolded;
    private String language;
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected Applicant() {}

    Applicant(PersonId person, EmailAddress address, Language language) {
        this.applicant = person.value();
        this.address = address.value();
        this.addressFolded = address.folded();
        this.language = language.code();
    }

    /** The address is the applicant's; false where that was known. */
    boolean confirm(Instant now) {
        if (confirmedAt != null) {
            return false;
        }
        confirmedAt = now;
        return true;
    }

    /** It turned out who it is. */
    void be(PersonId person) {
        applicant = person.value();
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    PersonId person() {
        return new PersonId(applicant);
    }

    String address() {
        return address;
    }

    Language language() {
        return Language.of(language).orElse(Language.EN);
    }

    /** @param called their name as it stands in the form, which may be half a name */
    Recipient recipient(String called) {
        return new Recipient(called, address, language());
    }
}
