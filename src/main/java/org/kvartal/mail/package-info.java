/** Letters of the house: posted with the act that causes them, sent once, kept where sending fails. */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"kernel", "site"})
@NullMarked
package org.kvartal.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
