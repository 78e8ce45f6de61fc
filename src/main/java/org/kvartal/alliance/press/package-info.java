/** Sets pages of print: lines of type, pictures, and the structure that readers' aids go by. It knows nothing of what is printed. */
@NamedInterface("press")
@NullMarked
package org.kvartal.alliance.press;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
