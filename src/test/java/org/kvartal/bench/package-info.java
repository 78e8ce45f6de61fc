/** What Kvartal promises about speed and sudden death, measured: {@code ./kvartal bench}. */
@NullMarked
package org.kvartal.bench;

import org.jspecify.annotations.NullMarked;
