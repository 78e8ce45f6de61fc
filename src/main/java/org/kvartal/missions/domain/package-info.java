@NullMarked
package org.kvartal.missions.domain;

import org.jspecify.annotations.NullMarked;
