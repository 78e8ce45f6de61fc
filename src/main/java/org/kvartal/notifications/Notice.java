package org.kvartal.notifications;

import java.util.List;
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
 * @param places where it happened, the nearest first: letters about one place are one letter, and whoever wants to hear {@link Attention#NOTHING}
 *     of it is not told
 * @param edition rises where the same key is news again: whoever was told an earlier edition is told anew
 */
public record Notice(String key, String kind, UUID subject, Set<PersonId> to, List<UUID> places, long edition) {

    /** What happens once, nowhere in particular. */
    public Notice(String key, String kind, UUID subject, Set<PersonId> to) {
        this(key, kind, subject, to, List.of(), 0);
    }

    public Notice {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a notice has a key of 1 to 200 characters");
        }
        to = Set.copyOf(to);
        places = List.copyOf(places);
    }
}
