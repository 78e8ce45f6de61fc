@NullMarked
package org.kvartal.calendar.feed;

import org.jspecify.annotations.NullMarked;
