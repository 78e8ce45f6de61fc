package org.kvartal.tasks;

import java.time.Instant;
import java.util.List;

/**
 * What somebody else owes the reader.
 *
 * @param messageKey what it is, as a sentence in the bundle of the module that knows of it
 * @param arguments what the sentence mentions: names, numbers already worded
 * @param who who owes it, in the reader's language
 * @param path where it is seen, a full path of the workspace
 * @param since since when
 */
public record AwaitedLine(String messageKey, List<String> arguments, String who, String path, Instant since) {

    public AwaitedLine {
        arguments = List.copyOf(arguments);
    }
}
