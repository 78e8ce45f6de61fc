@NullMarked
package org.kvartal.mail.domain;

import org.jspecify.annotations.NullMarked;
