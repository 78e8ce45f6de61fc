/** What became of what: links from a first word to a verified result, stated once and walked from either end. */
@ApplicationModule(
        displayName = "Trace",
        allowedDependencies = {"kernel", "shell"})
@NullMarked
package org.kvartal.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
