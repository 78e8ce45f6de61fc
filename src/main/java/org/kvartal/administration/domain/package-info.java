/** How backups are made, kept and restored. */
@NullMarked
package org.kvartal.administration.domain;

import org.jspecify.annotations.NullMarked;
