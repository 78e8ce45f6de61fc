/** People and associations that belong to the house, how they come and go, and who may speak for whom. */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "kernel",
            "site",
            "shell",
            "live",
            "audit",
            "links",
            "mail",
            "files",
            "imports",
            "tasks",
            "search",
            "calendar",
            "accounts",
            "notifications"
        })
@NullMarked
package org.kvartal.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
