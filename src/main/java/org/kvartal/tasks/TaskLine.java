package org.kvartal.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task as a list shows it.
 *
 * @param messageKey what is to be done, said with the arguments in the reader's language
 * @param path where it is done, a full path of the workspace
 * @param since when it began to wait
 * @param due by when, null where nobody set a date
 */
public record TaskLine(
        String key,
        String messageKey,
        List<String> arguments,
        String path,
        Instant since,
        @Nullable Due due) {

    public TaskLine {
        arguments = List.copyOf(arguments);
    }
}
