@NullMarked
package org.kvartal.advocacy.domain;

import org.jspecify.annotations.NullMarked;
