package org.kvartal.files.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What people may upload.
 *
 * @param pictureLimit the largest picture as it is uploaded; what is kept of it is smaller
 * @param fileLimit the largest file of any other kind
 * @param host a host name of their own for files, as {@code https://files.example.org}; null serves them beside the pages
 */
@ConfigurationProperties("kvartal.files")
record FileSettings(
        @DefaultValue("15MB") DataSize pictureLimit,
        @DefaultValue("25MB") DataSize fileLimit,
        @Nullable String host) {

    long largest() {
        return Math.max(pictureLimit.toBytes(), fileLimit.toBytes());
    }
}
