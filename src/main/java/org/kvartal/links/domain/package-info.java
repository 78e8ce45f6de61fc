@NullMarked
package org.kvartal.links.domain;

import org.jspecify.annotations.NullMarked;
