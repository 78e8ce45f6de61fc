/** The rules of discussions, and their tables. */
@NullMarked
package org.kvartal.discussions.domain;

import org.jspecify.annotations.NullMarked;
