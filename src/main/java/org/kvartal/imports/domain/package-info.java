@NullMarked
package org.kvartal.imports.domain;

import org.jspecify.annotations.NullMarked;
