@NullMarked
package org.kvartal.audit.domain;

import org.jspecify.annotations.NullMarked;
