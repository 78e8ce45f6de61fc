package org.kvartal.advocacy.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** An office to which it may be written. */
@Entity
@Table(name = "addressee")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Addressee {

    private static final int MOST_DAYS = 365;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID entry;
    private String unit;
    private String post;
    private String email;
    private String address;
    private String language;
    private String zone;
    private int replyDays;
    private @Nullable Instant closedAt;

    @Column(updatable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected Addressee() {}

    static Addressee enter(AddresseeId id, AddresseeContent content, Instant now) {
        Addressee made = new Addressee();
        made.id = id.value();
        made.madeAt = now;
        made.describe(content);
        return made;
    }

    void change(long seen, AddresseeContent content) {
        requireVersion(seen);
        requireInUse();
        describe(content);
    }

    void close(long seen, Instant now) {
        requireVersion(seen);
        requireInUse();
        closedAt = now;
    }

    private void describe(AddresseeContent content) {
        entry = content.entry().value();
        unit = Typed.line("unit", content.unit(), Addressees.TEXT_LENGTH);
        post = Typed.line("post", content.post(), Addressees.TEXT_LENGTH);
        email = mail(content.email());
        address = Typed.block("address", content.address(), 2 * Addressees.TEXT_LENGTH);
        language = content.language().code();
        zone = content.zone().getId();
        replyDays = Typed.number("replyDays", content.replyDays(), 1, MOST_DAYS);
    }

    private static String mail(String typed) {
        String line = PlainText.line(typed);
        return line.isEmpty() ? "" : EmailAddress.of(line).value();
    }

    void requireInUse() {
        if (closedAt != null) {
            throw Refused.at("addressee", "advocacy.refused.addressee");
        }
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("advocacy.refused.changed");
        }
    }

    AddresseeId id() {
        return new AddresseeId(id);
    }

    EntryId entry() {
        return new EntryId(entry);
    }

    String unit() {
        return unit;
    }

    String post() {
        return post;
    }

    String email() {
        return email;
    }

    String address() {
        return address;
    }

    Language language() {
        return Language.of(language).orElse(Language.EN);
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }
}
