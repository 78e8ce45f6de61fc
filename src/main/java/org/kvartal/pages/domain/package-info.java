@NullMarked
package org.kvartal.pages.domain;

import org.jspecify.annotations.NullMarked;
