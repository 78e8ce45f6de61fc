@NullMarked
package org.kvartal.mail.web;

import org.jspecify.annotations.NullMarked;
