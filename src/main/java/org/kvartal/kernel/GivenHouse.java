package org.kvartal.kernel;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the settings of the program say about the house; null where they say nothing, so that its owners may. */
@ConfigurationProperties("kvartal")
record GivenHouse(
        @Nullable String name,
        @Nullable String baseUrl,
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean embedded,
        @Nullable ZoneId zone,
        @Nullable List<Language> languages) {}
