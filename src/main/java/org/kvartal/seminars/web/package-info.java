@NullMarked
package org.kvartal.seminars.web;

import org.jspecify.annotations.NullMarked;
