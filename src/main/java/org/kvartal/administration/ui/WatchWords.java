package org.kvartal.administration.ui;

import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.ReaderWords;

/** What the page about the house has to say. */
class WatchWords extends ReaderWords {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    WatchWords(Messages messages, Wording wording, Reader reader) {
        super("administration", messages, wording, reader);
    }

    /** What the module says under that key. */
    String say(String key, Object... arguments) {
        return text("administration." + key, arguments);
    }

    String bytes(long bytes) {
        return bytes < GIGABYTE ? size(bytes) : say("gigabytes", (double) bytes / GIGABYTE);
    }

    /** What a limit is called; one that has no name yet is among the others. */
    String limit(String limit) {
        String key = "administration.limit." + limit;
        return messages().has(language(), key) ? text(key) : say("limit.other");
    }
}
