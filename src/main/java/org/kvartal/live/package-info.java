/** Tells open pages, on every node, that something they show has changed. */
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {"kernel"})
@NullMarked
package org.kvartal.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
