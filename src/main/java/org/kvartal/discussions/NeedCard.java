package org.kvartal.discussions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberCard;

/**
 * A need as pages show it.
 *
 * @param placeName of a place of the house's list; null where the place is said in words
 * @param changedAt when it was last changed while somebody stood behind it, null if it never was
 * @param people how many stand behind it as themselves
 * @param associations how many associations stand behind it
 * @param behind those associations in the order in which they came, at most {@link Needs#NAMED}
 * @param mine whether the asker stands behind it as themselves
 * @param version rises with each change of the facts
 * @param revision rises with each change of the need, also of who stands behind it
 */
public record NeedCard(
        ThreadId thread,
        NeedFacts facts,
        @Nullable LocalizedText placeName,
        Instant statedAt,
        @Nullable Instant changedAt,
        int people,
        int associations,
        List<MemberCard> behind,
        boolean mine,
        long version,
        long revision) {

    public NeedCard {
        behind = List.copyOf(behind);
    }

    /** Whether somebody stands behind it. */
    public boolean supported() {
        return people > 0 || associations > 0;
    }

    /** The same for an asker who stands behind it, or does not. */
    public NeedCard as(boolean mine) {
        return mine == this.mine
                ? this
                : new NeedCard(
                        thread,
                        facts,
                        placeName,
                        statedAt,
                        changedAt,
                        people,
                        associations,
                        behind,
                        mine,
                        version,
                        revision);
    }
}
