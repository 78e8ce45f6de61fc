@NullMarked
package org.kvartal.calendar.ui;

import org.jspecify.annotations.NullMarked;
