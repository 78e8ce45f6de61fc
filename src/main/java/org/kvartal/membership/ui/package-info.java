@NullMarked
package org.kvartal.membership.ui;

import org.jspecify.annotations.NullMarked;
