/** The alliance's directory: who is who and where, in every script, and how they belong together. */
@ApplicationModule(
        displayName = "Alliance",
        allowedDependencies = {
            "kernel",
            "site",
            "shell",
            "live",
            "audit",
            "files",
            "press",
            "tasks",
            "search",
            "accounts",
            "notifications",
            "membership"
        })
@NullMarked
package org.kvartal.alliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
