@NullMarked
package org.kvartal.pages.ui;

import org.jspecify.annotations.NullMarked;
