@NullMarked
package org.kvartal.discussions.ui;

import org.jspecify.annotations.NullMarked;
