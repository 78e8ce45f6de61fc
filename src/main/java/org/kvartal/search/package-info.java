/** One box over everything that the asker may see: what the modules above say, found by the forms of its words. */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"kernel", "shell"})
@NullMarked
package org.kvartal.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
