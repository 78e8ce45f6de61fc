package org.kvartal.notifications;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/**
 * Who wants to hear how much of which place. Places lie in one another, and what was chosen for the nearest counts; what was chosen for none
 * follows from the {@link Preset}. Whether somebody may read there is for the module to say that knows the place.
 */
public interface Following {

    /** How much the asker hears of the first of these places. */
    Attention attention(Asker asker, List<UUID> places);

    /** Chooses how much the asker hears of a place. Of what waits for a letter, nothing goes out of which they want to hear {@link Attention#NOTHING}. */
    void choose(Asker asker, UUID place, Attention attention);

    /** Chooses how often what happens there comes by mail; null for as everything else. Nothing where the asker follows no such place. */
    void choose(Asker asker, UUID place, @Nullable Rhythm rhythm);

    /** Follows a place for somebody who takes part there, in the caller's transaction; what they chose themselves stays. */
    void takePart(PersonId person, UUID place);

    /** Who hears of everything in the first of these places. */
    Set<PersonId> followers(List<UUID> places);

    /** Who of these people wants to hear nothing of the first of these places. */
    Set<PersonId> deaf(Collection<PersonId> people, List<UUID> places);

    /** What the asker follows or leaves out, the newest first, at most {@code limit}. */
    List<Followed> own(Asker asker, int limit);

    /** @param rhythm null for as everything else */
    record Followed(
            UUID place, Attention attention, @Nullable Rhythm rhythm) {}
}
