/** Whole ways through the house, walked in a real browser as people walk them. */
@NullMarked
package org.kvartal.journeys;

import org.jspecify.annotations.NullMarked;
