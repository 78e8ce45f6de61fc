package org.kvartal.kernel.database;

import org.jspecify.annotations.Nullable;

/** The program can't start for a reason the person at the keyboard can mend; the message is one sentence for them, which goes on after
 * "Kvartal can't start:". */
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        this(sentence, null);
    }

    CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
