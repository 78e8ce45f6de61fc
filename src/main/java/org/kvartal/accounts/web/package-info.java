/** Joining and signing in on plain pages, and the security of every request. */
@NullMarked
package org.kvartal.accounts.web;

import org.jspecify.annotations.NullMarked;
