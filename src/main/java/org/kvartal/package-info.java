@NullMarked
package org.kvartal;

import org.jspecify.annotations.NullMarked;
