@NullMarked
package org.kvartal.calendar.wording;

import org.jspecify.annotations.NullMarked;
