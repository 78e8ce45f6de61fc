@NullMarked
package org.kvartal.demo.domain;

import org.jspecify.annotations.NullMarked;
