/** The frame of the public pages: front page, languages, sitemap, what a search engine may read. */
@ApplicationModule(
        displayName = "Site",
        allowedDependencies = {"kernel"})
@NullMarked
package org.kvartal.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
