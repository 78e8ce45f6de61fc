package org.kvartal.accounts.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.DisplayName;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** A human whom the house knows: what others see of them, and how they want to read. */
@Entity
@Table(name = "person")
@SuppressWarnings("UnusedVariable") // pages read what stands here by SQL
class Person {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String name;

    private String language;

    private String zone;
    private @Nullable UUID picture;
    private Instant joinedAt;
    private @Nullable Instant erasedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    Person() {}

    Person(PersonId id, DisplayName name, Language language, ZoneId zone, Instant now) {
        this.id = id.value();
        this.name = name.value();
        this.language = language.code();
        this.zone = zone.getId();
        this.joinedAt = now;
    }

    void rename(DisplayName newName) {
        this.name = newName.value();
    }

    void readIn(Language newLanguage) {
        this.language = newLanguage.code();
    }

    void liveBy(ZoneId newZone) {
        this.zone = newZone.getId();
    }

    /** Shows another picture, or the initials; gives back the one that is no longer needed. */
    Optional<FileId> show(@Nullable FileId newPicture) {
        Optional<FileId> earlier = Optional.ofNullable(picture).map(FileId::new);
        this.picture = newPicture == null ? null : newPicture.value();
        return earlier;
    }

    PersonId id() {
        return new PersonId(id);
    }

    String name() {
        return name;
    }

    boolean erased() {
        return erasedAt != null;
    }

    Language language() {
        return Language.of(language).orElse(Language.EN);
    }
}
