/** Who may do what, as a table that is walked. */
@NullMarked
package org.kvartal.rights;

import org.jspecify.annotations.NullMarked;
