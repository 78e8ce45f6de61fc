/** What people owe and are owed: one open task per thing that waits for somebody, shown to those it waits for, and what others owe, as the modules above say it. */
@ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {"kernel", "shell"})
@NullMarked
package org.kvartal.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
