/** Sessions of the Forum: how they come about, what stands on their agendas, who comes, how they are run, and what comes out of them. */
@ApplicationModule(
        displayName = "Forum",
        allowedDependencies = {
            "kernel",
            "site",
            "shell",
            "live",
            "audit",
            "links",
            "mail",
            "files",
            "press",
            "tasks",
            "search",
            "calendar",
            "trace",
            "accounts",
            "notifications",
            "membership",
            "discussions"
        })
@NullMarked
package org.kvartal.forum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
