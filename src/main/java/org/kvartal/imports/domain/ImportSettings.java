package org.kvartal.imports.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a file may be that is brought in.
 *
 * @param rowLimit rows below the heading
 * @param fileLimit bytes
 */
@ConfigurationProperties("kvartal.imports")
record ImportSettings(
        @DefaultValue("50000") int rowLimit,
        @DefaultValue("25MB") DataSize fileLimit) {}
