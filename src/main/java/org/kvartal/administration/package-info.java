/** What keeps the house as a whole: its backups, and what follows from a restoration. */
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"kernel", "site", "shell", "live", "audit", "mail", "files", "tasks", "accounts"})
@NullMarked
package org.kvartal.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
