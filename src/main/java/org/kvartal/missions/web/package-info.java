@NullMarked
package org.kvartal.missions.web;

import org.jspecify.annotations.NullMarked;
