/** The rules of membership: applications, members, mandates, bodies. */
@NullMarked
package org.kvartal.membership.domain;

import org.jspecify.annotations.NullMarked;
