/** Seminars: who teaches what and when, who has a place, who was there, and what that is certified by. */
@ApplicationModule(
        displayName = "Seminars",
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
            "membership"
        })
@NullMarked
package org.kvartal.seminars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
