@NullMarked
package org.kvartal.forum.domain;

import org.jspecify.annotations.NullMarked;
