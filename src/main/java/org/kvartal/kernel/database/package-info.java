/** How the house reaches its database: the embedded server, the two roles, the scheduler of jobs. */
@NullMarked
package org.kvartal.kernel.database;

import org.jspecify.annotations.NullMarked;
