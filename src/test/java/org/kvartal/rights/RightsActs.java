package org.kvartal.rights;

import java.util.Map;
import org.kvartal.kernel.Asker;

/**
 * The acts of one module, as the rows of {@code rights-matrix.csv} name them. A module adds a bean of this to its tests and its rows to
 * the table; {@link RightsMatrixTests} tries each as everybody.
 */
public interface RightsActs {

    /** The acts by the names of their rows. */
    Map<String, Act> acts();

    /** Something that may or may not be done. */
    @FunctionalInterface
    interface Act {

        /**
         * Makes whatever it needs as the house, and then tries the act itself.
         *
         * @throws org.kvartal.kernel.Forbidden if this asker may not
         * @throws org.kvartal.kernel.NotFound if they may not even know of it; an act that asks for something and sees nothing
         *     throws this too
         */
        void attempt(Asker by);
    }
}
