package org.kvartal.administration.domain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which backups are made without being asked for, and where they lie.
 *
 * @param folder null for {@code backups} in the data folder
 * @param nightly one each night
 * @param beforeMigration one before the schema of a house that is there already changes
 */
@ConfigurationProperties("kvartal.backups")
record BackupSettings(
        @Nullable Path folder,
        @DefaultValue("true") boolean nightly,
        @DefaultValue("true") boolean beforeMigration) {

    Path folder(Path data) {
        return (folder == null || folder.toString().isBlank() ? data.resolve("backups") : folder)
                .toAbsolutePath()
                .normalize();
    }
}
