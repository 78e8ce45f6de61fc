package org.kvartal.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/**
 * Makes the ids of everything that is stored: UUID version 7, whose order is the order of making.
 *
 * <p>The caller makes the id, so that a repeated request names the same thing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562, UUID Version 7</a>
 */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A new id, later than every earlier one up to the millisecond. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
