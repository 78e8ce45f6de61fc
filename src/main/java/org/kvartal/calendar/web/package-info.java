@NullMarked
package org.kvartal.calendar.web;

import org.jspecify.annotations.NullMarked;
