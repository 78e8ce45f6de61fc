package org.kvartal.seminars.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one seminar, counted while its row is locked. Of the seats that are not taken or held, those that are reserved and unused are for their groups alone.
 * Whoever belongs to a group takes one of its seats while there is one, and one of the others afterwards.
 *
 * @see "Decision record 0140, a seat is counted under the lock of its seminar"
 */
final class Tally {

    private final int capacity;
    private final @Nullable Integer quota;
    private final Map<UUID, Integer> reserved;
    private final Map<UUID, Integer> inGroups = new HashMap<>();
    private final Map<UUID, Integer> ofAssociations = new HashMap<>();
    private int taken;

    /** @param reserved how many seats each group has, by its id */
    Tally(int capacity, @Nullable Integer quota, Map<UUID, Integer> reserved) {
        this.capacity = capacity;
        this.quota = quota;
        this.reserved = Map.copyOf(reserved);
    }

    void take(@Nullable UUID group, @Nullable UUID association, int seats) {
        taken += seats;
        if (group != null) {
            inGroups.merge(group, seats, Integer::sum);
        }
        if (association != null) {
            ofAssociations.merge(association, seats, Integer::sum);
        }
    }

    int taken() {
        return taken;
    }

    /** How many seats are reserved, taken or not. */
    int reserved() {
        return reserved.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many seats anybody could take; below 0 where more are taken and reserved than there are. */
    int common() {
        int unused = reserved.keySet().stream().mapToInt(this::unused).sum();
        return capacity - taken - unused;
    }

    private int unused(UUID group) {
        return Math.max(0, reserved.getOrDefault(group, 0) - inGroups.getOrDefault(group, 0));
    }

    /** Whether there is a seat for anybody at all. */
    boolean anything() {
        return common() > 0 || reserved.keySet().stream().anyMatch(group -> unused(group) > 0);
    }

    boolean quotaReached(@Nullable UUID association) {
        return quota != null && association != null && ofAssociations.getOrDefault(association, 0) >= quota;
    }

    /** Whether some association has more seats than it may. */
    boolean beyondQuota() {
        return quota != null && ofAssociations.values().stream().anyMatch(seats -> seats > quota);
    }

    boolean fits(@Nullable UUID group, @Nullable UUID association) {
        return !quotaReached(association) && ((group != null && unused(group) > 0) || common() > 0);
    }
}
