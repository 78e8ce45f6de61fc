package org.kvartal.kernel;

/** There is no such thing, or the asker may not know whether there is. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
