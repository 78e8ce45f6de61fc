package org.kvartal.discussions.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.SpaceChange;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;

/** A room for threads: its name, its address, and who may read what is said in it. */
@Entity
@Table(name = "space")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Space {

    static final int NAME_LENGTH = 80;
    static final int DESCRIPTION_LENGTH = 400;

    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int ADDRESS_LENGTH = 60;

    @Id
    private UUID id;

    @Column(updatable = false)
    private String address;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText name;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText description;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private int position;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Space() {}

    private Space(UUID id, String address, LocalizedText name, Visibility visibility) {
        this.id = id;
        this.address = address;
        this.name = name;
        this.visibility = visibility;
    }

    /** Makes a space at the end of the list. */
    static Space open(NewSpace wish, int position) {
        if (wish.address().length() > ADDRESS_LENGTH
                || !ADDRESS.matcher(wish.address()).matches()) {
            throw Refused.at("address", "discussions.refused.address", ADDRESS_LENGTH);
        }
        Space space = new Space(wish.id().value(), wish.address(), wish.name(), wish.visibility());
        space.describe(wish.name(), wish.description());
        space.position = position;
        return space;
    }

    /** Changes everything about the space but its address, which others may have written down. */
    void change(SpaceChange wish) {
        if (version == null || version != wish.version()) {
            throw Refused.because("discussions.refused.space-changed");
        }
        describe(wish.name(), wish.description());
        visibility = wish.visibility();
    }

    boolean standsAt(String address) {
        return this.address.equals(address);
    }

    private void describe(LocalizedText name, @Nullable LocalizedText description) {
        this.name = line("name", name, NAME_LENGTH);
        this.description = description == null ? null : line("description", description, DESCRIPTION_LENGTH);
    }

    private static LocalizedText line(String field, LocalizedText typed, int most) {
        LocalizedText line = typed.asLine();
        if (line.texts().values().stream().anyMatch(wording -> wording.length() > most)) {
            throw Refused.at(field, "kernel.refused.too-long", most);
        }
        return line;
    }
}
