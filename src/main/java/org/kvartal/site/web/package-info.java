@NullMarked
package org.kvartal.site.web;

import org.jspecify.annotations.NullMarked;
