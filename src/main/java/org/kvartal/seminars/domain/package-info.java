@NullMarked
package org.kvartal.seminars.domain;

import org.jspecify.annotations.NullMarked;
