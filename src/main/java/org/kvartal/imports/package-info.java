/** Brings things in from tables: reads a file, tells row by row what would happen, does it in steps, and takes it back. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"kernel", "shell", "live", "audit"})
@NullMarked
package org.kvartal.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
