/** What the sector asks of authorities and donors, what they answered, and what came of it. */
@ApplicationModule(
        displayName = "Advocacy",
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
            "press",
            "tasks",
            "search",
            "trace",
            "accounts",
            "notifications",
            "calendar",
            "membership",
            "discussions",
            "alliance",
            "forum",
            "missions"
        })
@NullMarked
package org.kvartal.advocacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
