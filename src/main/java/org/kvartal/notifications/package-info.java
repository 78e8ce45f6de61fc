/** What people are told: one inbox each, live, and a letter at once. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "shell", "live", "mail", "accounts"})
@NullMarked
package org.kvartal.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
