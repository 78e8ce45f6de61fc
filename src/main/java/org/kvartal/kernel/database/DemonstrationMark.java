package org.kvartal.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says in the data folder that what lies there is a demonstration and nothing else: the next start goes on with it, and the launcher may remove it. It is put into a new
 * folder before anything else is; a house that somebody keeps, or that was restored, never has it.
 *
 * @see "Decision record 0170, a folder knows whether it holds a demonstration"
 */
final class DemonstrationMark {

    /** The launcher knows it by this name. */
    private static final String NAME = "demonstration";

    private DemonstrationMark() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    /**
     * Marks the folder, unless there is a house in it already.
     *
     * @throws CannotStart when the folder can't be written
     */
    static void putIfNew(Path folder) {
        if (Files.exists(folder.resolve("postgresql"))) {
            return;
        }
        try {
            Files.writeString(folder.resolve(NAME), """
                    A demonstration lies in this folder; "./kvartal reset" removes it.
                    Whoever wishes to keep what is here deletes this file.
                    """);
        } catch (IOException e) {
            throw new CannotStart("the data folder " + folder + " can't be written: " + e + ".", e);
        }
    }
}
