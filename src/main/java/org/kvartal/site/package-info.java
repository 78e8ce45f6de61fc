/** The frame of the public pages: front page, languages, sitemap, forms, what a search engine may read, and what slows floods. */
@ApplicationModule(
        displayName = "Site",
        allowedDependencies = {"kernel"})
@NullMarked
package org.kvartal.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
