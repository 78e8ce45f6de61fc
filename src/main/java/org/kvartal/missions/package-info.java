/** Mentorship projects and their consultants, missions and delegations, agreements, and what came of all of them. */
@ApplicationModule(
        displayName = "Missions",
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
            "discussions",
            "alliance"
        })
@NullMarked
package org.kvartal.missions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
