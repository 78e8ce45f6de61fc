package org.kvartal.tasks;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A task to be opened.
 *
 * @param key the matter, such as {@code membership.answer:<id>}: one open task per key
 * @param audience whom it waits for, made by {@link Audience}
 * @param messageKey what is to be done, as a sentence in the bundle of the module that opens it
 * @param arguments what the sentence mentions: names, numbers already worded
 * @param path where it is done, a full path of the workspace
 * @param due by when, null where nobody set a date
 */
public record TaskWish(
        String key,
        String audience,
        String messageKey,
        List<String> arguments,
        String path,
        @Nullable Due due) {

    private static final Pattern PATH = Pattern.compile("/app(?:[/?](?!/)\\S{0,500})?");

    public TaskWish {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a task has a key of 1 to 200 characters");
        }
        if (!Audience.isOne(audience)) {
            throw new IllegalArgumentException("not an audience: " + audience);
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path of the workspace: " + path);
        }
        arguments = List.copyOf(arguments);
    }
}
