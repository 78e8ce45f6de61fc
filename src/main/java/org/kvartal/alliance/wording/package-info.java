/** How the directory is said, on pages, at the desk, in print and to machines: one word for one thing. */
@NullMarked
package org.kvartal.alliance.wording;

import org.jspecify.annotations.NullMarked;
