package org.kvartal.membership;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * What is shown of a member. Of a person it holds no more than whoever asked may see: there is none of a person who hides their name from
 * them.
 *
 * @param number what people see, never reused
 * @param person who it is where a person is the member, else null
 * @param city code of a {@link Places.Place}, null where unknown, not in the list of places, or not shown
 * @param sectors codes of {@link Sectors.Sector}
 * @param since when it was admitted
 */
public record MemberCard(
        MemberId id,
        long number,
        MemberKind kind,
        LocalizedText name,
        @Nullable PersonId person,
        @Nullable String city,
        List<String> sectors,
        Instant since) {

    public MemberCard {
        sectors = List.copyOf(sectors);
    }
}
