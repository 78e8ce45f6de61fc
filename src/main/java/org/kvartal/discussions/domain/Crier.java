package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.PostPublished;
import org.kvartal.discussions.PostReworded;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.SafeHtml;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells of posts once they stand: to whom they speak, and to whoever follows. Whoever writes does not wait for it.
 *
 * @see "Decision record 0158, who hears of a post"
 */
@Component
class Crier {

    static final String ADDRESSED = "discussions.addressed";
    static final String NEW_POSTS = "discussions.new-posts";

    /** Nobody shouts at a whole house by one post. */
    private static final int MOST_ADDRESSED = 10;

    /** What is brought in from elsewhere is no news. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final Audience audience;
    private final Following following;
    private final Notifications notifications;
    private final JdbcClient jdbc;
    private final Clock clock;

    Crier(Audience audience, Following following, Notifications notifications, JdbcClient jdbc, Clock clock) {
        this.audience = audience;
        this.following = following;
        this.notifications = notifications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Standing(
            UUID thread,
            UUID space,
            long threadNumber,
            Visibility visibility,
            int number,
            PersonId author,
            SafeHtml html) {

        List<UUID> places() {
            return List.of(thread, space);
        }
    }

    @ApplicationModuleListener(id = "discussions.tell-of-post")
    void on(PostPublished fact) {
        following.takePart(fact.author(), fact.thread().value());
        if (fact.at().isBefore(clock.instant().minus(NEWS))) {
            return;
        }
        standing(fact.post()).ifPresent(post -> {
            Set<PersonId> addressed = address(fact.post(), post);
            Set<PersonId> followers = new HashSet<>(following.followers(post.places()));
            followers.remove(post.author());
            followers.removeAll(addressed);
            notifications.tell(new Notice(
                    NEW_POSTS + ":" + fact.thread(),
                    NEW_POSTS,
                    fact.thread().value(),
                    audience.readers(followers, post.visibility()),
                    post.places(),
                    post.number()));
        });
    }

    @ApplicationModuleListener(id = "discussions.tell-of-reworded-post")
    void on(PostReworded fact) {
        standing(fact.post()).ifPresent(post -> address(fact.post(), post));
    }

    /** Notes whom a post speaks to as it stands now, and tells those who may read it; each is told once, however often it is reworded. */
    private Set<PersonId> address(PostId id, Standing post) {
        Map<PersonId, Boolean> spoken = spokenTo(post);
        UUID[] people = spoken.keySet().stream().map(PersonId::value).toArray(UUID[]::new);
        jdbc.sql("DELETE FROM addressed WHERE post = :post AND person <> ALL (:people)")
                .param("post", id.value())
                .param("people", people)
                .update();
        if (spoken.isEmpty()) {
            return Set.of();
        }
        jdbc.sql("""
                INSERT INTO addressed (post, person, named)
                SELECT :post, * FROM unnest(:people::uuid[], :named::boolean[])
                ON CONFLICT (post, person) DO UPDATE SET named = excluded.named
                """)
                .param("post", id.value())
                .param("people", people)
                .param("named", spoken.values().toArray(Boolean[]::new))
                .update();
        notifications.tell(new Notice(ADDRESSED + ":" + id, ADDRESSED, id.value(), spoken.keySet(), post.places(), 0));
        return spoken.keySet();
    }

    /** Those who may read it, and whether by name; at most so many. */
    private Map<PersonId, Boolean> spokenTo(Standing post) {
        Map<PersonId, Boolean> spoken = new LinkedHashMap<>();
        Markdown.mentioned(post.html()).stream()
                .limit(MOST_ADDRESSED)
                .forEach(person -> spoken.put(new PersonId(person), true));
        answered(post).stream().limit(MOST_ADDRESSED).forEach(person -> spoken.putIfAbsent(person, false));
        spoken.remove(post.author());
        spoken.keySet().retainAll(audience.readers(Set.copyOf(spoken.keySet()), post.visibility()));
        return spoken;
    }

    /** Who wrote the posts of the same thread that this one leads to, as the answer button makes it do. */
    private Set<PersonId> answered(Standing post) {
        Matcher link = Pattern.compile("href=\"/threads/" + post.threadNumber() + "/(\\d{1,9})\"")
                .matcher(post.html().html());
        Set<Integer> numbers =
                link.results().map(found -> Integer.valueOf(found.group(1))).collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                SELECT DISTINCT author FROM post
                 WHERE thread = :thread AND number = ANY (:numbers) AND deleted_at IS NULL
                """)
                .param("thread", post.thread())
                .param("numbers", numbers.toArray(Integer[]::new))
                .query((row, _) -> Columns.person(row, "author"))
                .set();
    }

    private Optional<Standing> standing(PostId post) {
        return jdbc.sql("""
                SELECT t.id AS thread, t.space, t.number AS thread_number, s.visibility, p.number, p.author, p.html, p.renderer
                  FROM post p JOIN thread t ON t.id = p.thread JOIN space s ON s.id = t.space
                 WHERE p.id = :post AND p.deleted_at IS NULL
                """)
                .param("post", post.value())
                .query((row, _) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Columns.id(row, "thread"),
                Columns.id(row, "space"),
                row.getLong("thread_number"),
                Visibility.valueOf(row.getString("visibility")),
                row.getInt("number"),
                Columns.person(row, "author"),
                SafeHtml.stored(row.getString("html"), row.getInt("renderer")));
    }
}
