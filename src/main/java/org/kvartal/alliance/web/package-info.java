@NullMarked
package org.kvartal.alliance.web;

import org.jspecify.annotations.NullMarked;
