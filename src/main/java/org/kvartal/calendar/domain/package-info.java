@NullMarked
package org.kvartal.calendar.domain;

import org.jspecify.annotations.NullMarked;
