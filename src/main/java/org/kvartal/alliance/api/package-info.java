/** The directory for other programs: open data in several formats, described by OpenAPI. */
@NullMarked
package org.kvartal.alliance.api;

import org.jspecify.annotations.NullMarked;
