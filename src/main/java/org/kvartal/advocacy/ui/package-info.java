@NullMarked
package org.kvartal.advocacy.ui;

import org.jspecify.annotations.NullMarked;
