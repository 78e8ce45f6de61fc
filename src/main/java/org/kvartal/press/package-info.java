/** Sets pages of print: lines of type, pictures, and the structure that readers' aids go by. It knows nothing of what is printed. */
@ApplicationModule(
        displayName = "Press",
        allowedDependencies = {})
@NullMarked
package org.kvartal.press;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
