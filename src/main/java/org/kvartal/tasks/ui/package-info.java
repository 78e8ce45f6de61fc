@NullMarked
package org.kvartal.tasks.ui;

import org.jspecify.annotations.NullMarked;
