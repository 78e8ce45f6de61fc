@NullMarked
package org.kvartal.notifications.ui;

import org.jspecify.annotations.NullMarked;
