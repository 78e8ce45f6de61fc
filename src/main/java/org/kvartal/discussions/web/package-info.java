@NullMarked
package org.kvartal.discussions.web;

import org.jspecify.annotations.NullMarked;
