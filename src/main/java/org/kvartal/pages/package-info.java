/** What the house itself tells everybody: who it is, how it is reached, what it does with what it knows of people, and its news. */
@ApplicationModule(
        displayName = "Pages and news",
        allowedDependencies = {"kernel", "site", "shell", "live", "audit", "files", "search", "accounts"})
@NullMarked
package org.kvartal.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
