@NullMarked
package org.kvartal.search.ui;

import org.jspecify.annotations.NullMarked;
