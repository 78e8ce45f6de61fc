@NullMarked
package org.kvartal.alliance.domain;

import org.jspecify.annotations.NullMarked;
