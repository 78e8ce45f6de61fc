package org.kvartal.notifications;

import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.PersonId;

/**
 * Something that people are told. It holds no words: its {@link NoticeSource} says them, to each reader in their language, as long as they may
 * know.
 *
 * @param key the fact, such as {@code membership.mandate-given:<id>}: told to each person once
 * @param kind whose texts it has, as {@link NoticeSource#kind()}
 * @param subject what it is about, known to the source
 * @param to whom; may be nobody
 */
public record Notice(String key, String kind, UUID subject, Set<PersonId> to) {

    public Notice {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a notice has a key of 1 to 200 characters");
        }
        to = Set.copyOf(to);
    }
}
