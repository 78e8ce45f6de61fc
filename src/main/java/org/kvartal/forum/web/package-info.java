@NullMarked
package org.kvartal.forum.web;

import org.jspecify.annotations.NullMarked;
