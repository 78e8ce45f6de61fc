/** Makes hashed, single-purpose, expiring tokens for addresses in letters. */
@ApplicationModule(
        displayName = "Links",
        allowedDependencies = {"kernel"})
@NullMarked
package org.kvartal.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
