package org.kvartal.administration;

import java.util.List;

/** What kept a backup from being made. What is written down begins with its words; what follows is for whoever keeps the server. */
public enum BackupTrouble {
    /** There is too little room on the disk. */
    NO_ROOM("the disk of "),
    /** The program ended meanwhile. */
    CUT_OFF("the program ended while it was made"),
    /** The program was updated meanwhile. */
    NEWER_SCHEMA("the house got a newer schema while it was copied"),
    /** The file could not be written, or was not the same when it was read again. */
    NOT_WRITTEN("the backup could not be written into "),
    OTHER("");

    private final String words;

    BackupTrouble(String words) {
        this.words = words;
    }

    /** How a sentence about it begins. */
    public String words() {
        return words;
    }

    /** What a sentence speaks of. */
    public static BackupTrouble of(String sentence) {
        return List.of(values()).stream()
                .filter(trouble -> sentence.startsWith(trouble.words))
                .findFirst()
                .orElse(OTHER);
    }
}
