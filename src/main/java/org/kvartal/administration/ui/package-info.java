@NullMarked
package org.kvartal.administration.ui;

import org.jspecify.annotations.NullMarked;
