@NullMarked
package org.kvartal.notifications.domain;

import org.jspecify.annotations.NullMarked;
