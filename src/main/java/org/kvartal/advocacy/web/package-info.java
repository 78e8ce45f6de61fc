@NullMarked
package org.kvartal.advocacy.web;

import org.jspecify.annotations.NullMarked;
