package org.kvartal.shell;

import org.kvartal.kernel.Reader;

/**
 * A page by which the house is managed, as the landing {@link ShellPages#ADMIN} lists it. A module above implements this as a bean; the page itself checks
 * who opens it.
 */
public interface AdminPart {

    /** Parts are listed in ascending order. */
    int order();

    /** The message key of the page's name. */
    String title();

    /** The message key of one sentence that tells what can be done there. */
    String text();

    /** The page's full path, below {@link ShellPages#ADMIN}. */
    String path();

    /** Whether this reader may open it now. */
    boolean visible(Reader reader);
}
