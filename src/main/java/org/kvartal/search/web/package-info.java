@NullMarked
package org.kvartal.search.web;

import org.jspecify.annotations.NullMarked;
