/** The frame of the workspace: rail, header, Today, and the components that all screens share. */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"kernel", "site"})
@NullMarked
package org.kvartal.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
