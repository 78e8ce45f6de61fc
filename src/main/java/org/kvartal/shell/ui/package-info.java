@NullMarked
package org.kvartal.shell.ui;

import org.jspecify.annotations.NullMarked;
