@NullMarked
package org.kvartal.administration.web;

import org.jspecify.annotations.NullMarked;
