/** Spaces and threads: where people talk. */
@ApplicationModule(
        displayName = "Discussions",
        allowedDependencies = {
            "kernel",
            "site",
            "shell",
            "live",
            "audit",
            "files",
            "search",
            "trace",
            "accounts",
            "notifications",
            "membership"
        })
@NullMarked
package org.kvartal.discussions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
