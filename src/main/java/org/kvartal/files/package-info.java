/** Files and pictures that people add to what they write, kept safe and served to those who may read it. */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"kernel"})
@NullMarked
package org.kvartal.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
