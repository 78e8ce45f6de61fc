/** Who did what, when and why: written once, never changed. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel"})
@NullMarked
package org.kvartal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
