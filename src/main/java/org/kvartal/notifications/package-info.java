/** What people are told, where and how often: one inbox each, live, and letters as they wish. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "site", "shell", "live", "mail", "accounts"})
@NullMarked
package org.kvartal.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
