/** Pages by which the house is kept. */
@NullMarked
package org.kvartal.administration.ui;

import org.jspecify.annotations.NullMarked;
