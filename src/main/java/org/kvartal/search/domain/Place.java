package org.kvartal.search.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of hits ends, as it stands in an address. */
record Place(float rank, Instant at, UUID id, boolean resembling) {

    static @Nullable Place of(@Nullable String key) {
        String[] parts = key == null ? new String[0] : key.split("_", -1);
        if (parts.length != 4) {
            return null;
        }
        try {
            float rank = Float.intBitsToFloat(Integer.parseUnsignedInt(parts[0], 16));
            long micros = Long.parseLong(parts[1], 36);
            Instant at =
                    Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) || !Float.isFinite(rank)
                    ? null
                    : new Place(rank, at, UUID.fromString(parts[2]), parts[3].equals("1"));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return null;
        }
    }

    /** PostgreSQL takes no other moments than these, and nothing happened outside of them. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    @Override
    public String toString() {
        long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
        return Integer.toHexString(Float.floatToIntBits(rank)) + "_" + Long.toString(micros, 36) + "_" + id + "_"
                + (resembling ? 1 : 0);
    }
}
