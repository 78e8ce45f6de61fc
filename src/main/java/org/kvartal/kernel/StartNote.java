package org.kvartal.kernel;

import java.util.List;

/**
 * What a module tells the person who has just started the program, below the address: plain English lines of words they can use
 * at once (an address, an account). {@code @Order} says which module speaks first. Never a secret of a house that keeps real
 * people's data, save the one link that makes its first administrator.
 */
public interface StartNote {

    /** The lines, none where there is nothing to tell; asked once, when the program answers requests. */
    List<String> lines();
}
