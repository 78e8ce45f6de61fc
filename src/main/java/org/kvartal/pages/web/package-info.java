@NullMarked
package org.kvartal.pages.web;

import org.jspecify.annotations.NullMarked;
