@NullMarked
package org.kvartal.tasks.domain;

import org.jspecify.annotations.NullMarked;
