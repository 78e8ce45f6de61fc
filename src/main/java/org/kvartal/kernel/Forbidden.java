package org.kvartal.kernel;

/** The asker may know that the thing exists, but may not do this with it. */
public class Forbidden extends RuntimeException {

    public Forbidden() {
        super("forbidden");
    }
}
