/** The printed catalogue: which editions there are, how one is made, and what stands on its pages. */
@NullMarked
package org.kvartal.alliance.catalogue;

import org.jspecify.annotations.NullMarked;
