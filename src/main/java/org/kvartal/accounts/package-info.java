/** Who signs in, who they are, and what they may do. */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"kernel", "site", "shell", "live", "audit", "links", "mail", "files", "tasks"})
@NullMarked
package org.kvartal.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
