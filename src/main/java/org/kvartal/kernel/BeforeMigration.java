package org.kvartal.kernel;

/**
 * Hears that a house which is there already is about to get a newer schema. Beans of this kind may use the {@link Schema} and nothing else of the
 * database. What they throw does not stop the start.
 */
public interface BeforeMigration {

    void migrating();
}
