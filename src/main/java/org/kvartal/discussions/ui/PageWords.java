package org.kvartal.discussions.ui;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.springframework.stereotype.Component;

/** The texts that a page says by itself while it is open, handed to it when it opens; made once per language. */
@Component
class PageWords {

    private final Messages messages;
    private final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

    PageWords(Messages messages) {
        this.messages = messages;
    }

    /** The texts of one part of the pages, such as {@code thread}. */
    Map<String, String> of(Language language, String part) {
        return kept.computeIfAbsent(
                language.code() + part, _ -> Map.copyOf(messages.patterns(language, "discussions.app." + part + ".")));
    }

    String text(Language language, String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    String refusal(Language language, Refused refused) {
        return messages.text(language, refused);
    }

    /** What is said where something is gone, or never was there for this reader: ids that a browser sends may be anything. */
    String gone(Language language) {
        return messages.text(language, "discussions.app.gone");
    }

    String forbidden(Language language) {
        return messages.text(language, "discussions.app.forbidden");
    }

    /** What a failed act says to the reader; other failures are the program's own and go on. */
    Answer.Problem problem(Language language, RuntimeException failure) {
        return switch (failure) {
            case Refused refused -> new Answer.Problem(refusal(language, refused), refused.field());
            case NotFound _ -> new Answer.Problem(gone(language), null);
            case Forbidden _ -> new Answer.Problem(forbidden(language), null);
            default -> throw failure;
        };
    }
}
