@NullMarked
package org.kvartal.files.web;

import org.jspecify.annotations.NullMarked;
