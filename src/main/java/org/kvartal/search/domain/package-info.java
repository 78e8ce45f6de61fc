@NullMarked
package org.kvartal.search.domain;

import org.jspecify.annotations.NullMarked;
