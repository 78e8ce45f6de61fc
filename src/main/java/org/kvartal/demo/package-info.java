/** What a house shows to those who try it: invented people who talk about recorded facts. */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "kernel",
            "site",
            "files",
            "calendar",
            "trace",
            "accounts",
            "pages",
            "membership",
            "discussions",
            "alliance",
            "forum",
            "seminars",
            "missions",
            "advocacy"
        })
@NullMarked
package org.kvartal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
