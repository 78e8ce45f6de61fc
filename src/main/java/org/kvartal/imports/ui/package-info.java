@NullMarked
package org.kvartal.imports.ui;

import org.jspecify.annotations.NullMarked;
