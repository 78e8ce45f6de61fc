/** One's own account in the workspace. */
@NullMarked
package org.kvartal.accounts.ui;

import org.jspecify.annotations.NullMarked;
