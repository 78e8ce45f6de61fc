package org.kvartal.alliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.files.FileId;
import org.kvartal.kernel.LocalizedText;

/**
 * What a list shows of an entry.
 *
 * @param slug the last part of its address: lower-case Latin letters, digits and hyphens
 * @param description its paragraph, whole
 * @param sectors codes, as the entry names them
 * @param place the code of the place where it stands first
 * @param coordinates where the map shows it first; null where it is not on the map
 * @param member whether it stands for an organisation that is a member now
 * @param checkedOn when somebody last said that all this is right
 */
public record EntryCard(
        EntryId id,
        String slug,
        EntryKind kind,
        EditorialState state,
        Names names,
        @Nullable LocalizedText description,
        Status status,
        List<String> sectors,
        @Nullable String place,
        @Nullable Coordinates coordinates,
        @Nullable FileId picture,
        boolean member,
        @Nullable LocalDate checkedOn,
        Instant changedAt) {}
