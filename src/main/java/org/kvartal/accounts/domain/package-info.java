/** The rules of accounts: people, passwords, sign-ins, roles. */
@NullMarked
package org.kvartal.accounts.domain;

import org.jspecify.annotations.NullMarked;
