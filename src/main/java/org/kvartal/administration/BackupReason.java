package org.kvartal.administration;

/** Why a backup was made. */
public enum BackupReason {
    /** As every night. */
    NIGHT,
    /** Before the schema changed. */
    MIGRATION,
    /** Because somebody wished it. */
    WISH
}
