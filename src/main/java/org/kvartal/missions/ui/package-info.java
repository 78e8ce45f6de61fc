@NullMarked
package org.kvartal.missions.ui;

import org.jspecify.annotations.NullMarked;
