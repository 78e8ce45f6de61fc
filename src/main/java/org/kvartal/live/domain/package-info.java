@NullMarked
package org.kvartal.live.domain;

import org.jspecify.annotations.NullMarked;
