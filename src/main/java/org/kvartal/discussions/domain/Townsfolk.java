package org.kvartal.discussions.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionRights;
import org.kvartal.discussions.Mentionable;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people to speak to among those who write in a thread and those who belong to the house. */
@Component
class Townsfolk implements Mentionable {

    /** Of a thread in which very many write, those who wrote last. */
    private static final int WRITERS = 200;

    private static final int MOST = 20;

    private final Audience audience;
    private final People people;
    private final JdbcClient jdbc;

    Townsfolk(Audience audience, People people, JdbcClient jdbc) {
        this.audience = audience;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonCard> named(
            Asker by, SpaceId space, @Nullable ThreadId thread, String name, Language language, int limit) {
        PersonId asker = by.requirePerson();
        Visibility visibility = jdbc.sql("SELECT visibility FROM space WHERE id = ?")
                .param(space.value())
                .query((row, _) -> Visibility.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(NotFound::new);
        audience.requireReader(by, visibility);
        int most = Math.clamp(limit, 1, MOST);
        Map<PersonId, PersonCard> found = new LinkedHashMap<>();
        if (thread != null) {
            writers(space, thread, visibility, name).forEach(card -> found.put(card.id(), card));
        }
        if (!name.isBlank() && audience.mayRead(by, Visibility.MEMBERS)) {
            people.named(DiscussionRights.READ_MEMBERS_SPACES, Scope.PLATFORM, name, language, most + 1)
                    .forEach(card -> found.putIfAbsent(card.id(), card));
        }
        found.remove(asker);
        List<PersonCard> cards = new ArrayList<>(found.values());
        return List.copyOf(cards.subList(0, Math.min(most, cards.size())));
    }

    private List<PersonCard> writers(SpaceId space, ThreadId thread, Visibility visibility, String name) {
        List<PersonId> writers = jdbc.sql("""
                SELECT p.author FROM post p JOIN thread t ON t.id = p.thread
                 WHERE p.thread = :thread AND t.space = :space AND p.deleted_at IS NULL
                 GROUP BY p.author ORDER BY max(p.number) DESC LIMIT :limit
                """)
                .param("thread", thread.value())
                .param("space", space.value())
                .param("limit", WRITERS)
                .query((row, _) -> Columns.person(row, "author"))
                .list();
        Set<PersonId> readers = audience.readers(Set.copyOf(writers), visibility);
        Map<PersonId, PersonCard> cards = people.cards(writers);
        return writers.stream()
                .filter(readers::contains)
                .filter(cards::containsKey)
                .map(cards::get)
                .filter(card -> folded(card.name()).contains(folded(name)))
                .toList();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
