@NullMarked
package org.kvartal.notifications.web;

import org.jspecify.annotations.NullMarked;
