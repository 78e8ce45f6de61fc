/** The public pages of membership: joining, the applicant's own application, what letters lead to, and the bodies of the house. */
@NullMarked
package org.kvartal.membership.web;

import org.jspecify.annotations.NullMarked;
