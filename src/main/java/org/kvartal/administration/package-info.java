/** What a house is and does, as its owners say it: set up, changed, looked after. */
@ApplicationModule(
        displayName = "Administration",
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
            "calendar",
            "trace",
            "accounts",
            "notifications",
            "membership",
            "discussions",
            "alliance",
            "forum",
            "seminars",
            "missions",
            "advocacy"
        })
@NullMarked
package org.kvartal.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
