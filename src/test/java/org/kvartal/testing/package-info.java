/** Tools that the tests of all modules share. */
@NullMarked
package org.kvartal.testing;

import org.jspecify.annotations.NullMarked;
