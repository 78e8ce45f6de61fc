/** The launcher's commands that work on a house from outside. */
@NullMarked
package org.kvartal.administration.command;

import org.jspecify.annotations.NullMarked;
