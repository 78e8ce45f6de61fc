package org.kvartal.kernel;

/**
 * Tells who reads the page that is being made on this thread. Faces (views, controllers) ask it once, when they begin, and hand the
 * {@link Asker} on; rules never ask it. The module that owns sign-in implements it.
 */
public interface CurrentReader {

    Reader get();
}
