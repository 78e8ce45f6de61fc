@NullMarked
package org.kvartal.administration.domain;

import org.jspecify.annotations.NullMarked;
