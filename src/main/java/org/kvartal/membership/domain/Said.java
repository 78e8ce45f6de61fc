package org.kvartal.membership.domain;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Registration;

/** What the newest submission of an application says, for lists and for finding who applies a second time. */
@Embeddable
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Said {

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] searchNames = {};

    private @Nullable String place;
    private String city = "";
    private @Nullable String registrationScheme;
    private @Nullable String registrationNumber;
    private @Nullable UUID association;
    private int submissions;

    @SuppressWarnings("NullAway.Init")
    protected Said() {}

    /** Nothing has been sent yet. */
    Said(String name) {
        this.name = name;
    }

    void say(FilledForm form, Language language) {
        Registration registration = form.registration();
        name = form.name().in(language);
        searchNames = TwinSearch.names(form);
        place = form.place();
        city = form.city();
        registrationScheme = registration == null ? null : registration.scheme();
        registrationNumber = registration == null ? null : registration.number();
        association = form.association() == null ? null : form.association().value();
        submissions++;
    }

    String name() {
        return name;
    }

    int submissions() {
        return submissions;
    }

    Optional<MemberId> association() {
        return Optional.ofNullable(association).map(MemberId::new);
    }

    Optional<Registration> registration() {
        return registrationScheme == null || registrationNumber == null
                ? Optional.empty()
                : Optional.of(new Registration(registrationScheme, registrationNumber));
    }
}
