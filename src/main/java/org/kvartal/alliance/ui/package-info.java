/** The directory in the workspace: entries are kept, suggested and decided on here. */
@NullMarked
package org.kvartal.alliance.ui;

import org.jspecify.annotations.NullMarked;
