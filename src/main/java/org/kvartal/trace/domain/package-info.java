@NullMarked
package org.kvartal.trace.domain;

import org.jspecify.annotations.NullMarked;
