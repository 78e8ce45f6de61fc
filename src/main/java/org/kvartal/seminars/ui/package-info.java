@NullMarked
package org.kvartal.seminars.ui;

import org.jspecify.annotations.NullMarked;
