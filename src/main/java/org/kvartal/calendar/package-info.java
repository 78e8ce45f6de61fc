/** What happens when and where, over all modules; what others enter of their own; clashes, and feeds for other calendars. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"kernel", "site", "shell", "audit", "tasks", "search"})
@NullMarked
package org.kvartal.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
