/** Outlines of land and borders, and where a point lies on a map of them. */
@NullMarked
package org.kvartal.alliance.atlas;

import org.jspecify.annotations.NullMarked;
