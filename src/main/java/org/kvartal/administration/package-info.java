/** What keeps a house running: how it fares, what went wrong, and what is told to those who watch over it from outside. */
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"kernel", "site", "shell", "audit", "mail", "accounts"})
@NullMarked
package org.kvartal.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
