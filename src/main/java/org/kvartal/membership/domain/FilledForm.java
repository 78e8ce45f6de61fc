package org.kvartal.membership.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;

/**
 * A form in which everything is right.
 *
 * @param name of what becomes a member; of a representative their own
 * @param description null where none is asked for
 * @param association what a representative applies to, null for all other kinds
 */
record FilledForm(
        String applicant,
        String position,
        LocalizedText name,
        String ownName,
        @Nullable Registration registration,
        @Nullable String place,
        String city,
        List<String> sectors,
        String website,
        @Nullable LocalizedText description,
        @Nullable Integer founded,
        @Nullable Integer size,
        @Nullable MemberId association,
        @Nullable RepresentationKind wish) {}
