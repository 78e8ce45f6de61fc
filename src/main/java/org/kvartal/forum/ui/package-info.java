@NullMarked
package org.kvartal.forum.ui;

import org.jspecify.annotations.NullMarked;
