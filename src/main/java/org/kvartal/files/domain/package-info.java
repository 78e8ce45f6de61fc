@NullMarked
package org.kvartal.files.domain;

import org.jspecify.annotations.NullMarked;
