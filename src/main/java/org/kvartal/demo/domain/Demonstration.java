package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.demo.domain.Story.Line;
import org.kvartal.demo.domain.Story.Place;
import org.kvartal.demo.domain.Story.Talk;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.Imported;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the story once, at the first start, in the order in which it happened.
 *
 * <p>Ids follow from the story and the day of the first start, and every command may be repeated: when the program ends in the middle, the
 * next start goes over what is there and on.
 */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class Demonstration {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
    private static final Asker HOUSE = Asker.house("demonstration");
    /** Who has put the pictures into the directory, by the key in {@code people.csv}. */
    private static final String KEEPER = "luka";

    private static final Duration ROLES_BEFORE = Duration.ofDays(90);
    private static final Pattern PICTURE = Pattern.compile("\\(picture:([\\w.-]+)\\)");
    private static final Pattern THREAD = Pattern.compile("\\(thread:([\\w-]+)/(\\d+)\\)");

    private final Arrivals arrivals;
    private final Conversations conversations;
    private final Files files;
    private final DemonstratedDirectory directory;
    private final JdbcClient jdbc;
    private final TransactionOperations atOnce;
    private final Clock clock;

    Demonstration(
            Arrivals arrivals,
            Conversations conversations,
            Files files,
            DemonstratedDirectory directory,
            JdbcClient jdbc,
            TransactionOperations atOnce,
            Clock clock) {
        this.arrivals = arrivals;
        this.conversations = conversations;
        this.files = files;
        this.directory = directory;
        this.jdbc = jdbc;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /** On a thread of its own, so that the pages are up meanwhile. */
    @EventListener(ApplicationReadyEvent.class)
    void on() {
        if (!told()) {
            Thread.ofVirtual().name("demonstration").start(this::tellOrComplain);
        }
    }

    private void tellOrComplain() {
        try {
            tell();
        } catch (RuntimeException e) {
            log.error("The demonstration stopped; the next start goes on with it", e);
        }
    }

    boolean told() {
        return jdbc.sql("SELECT count(*) FROM demonstration WHERE done_at IS NOT NULL")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void tell() {
        Instant begun = begin();
        new Telling(StoryBook.read(), begun).tell();
        Instant before = begun.minus(ROLES_BEFORE);
        directory.tell(before, Asker.of(new PersonId(id("person " + KEEPER, before))));
        jdbc.sql("UPDATE demonstration SET done_at = ?")
                .param(Columns.moment(clock.instant()))
                .update();
        log.info(
                "The demonstration is told, in {} ms",
                Duration.between(begun, clock.instant()).toMillis());
    }

    /** The moment from which the story counts back: of the first start, even when this one is another. */
    private Instant begin() {
        jdbc.sql("INSERT INTO demonstration (begun_at) VALUES (?) ON CONFLICT DO NOTHING")
                .param(Columns.moment(clock.instant()))
                .update();
        return jdbc.sql("SELECT begun_at FROM demonstration")
                .query(Instant.class)
                .single();
    }

    private final class Telling {

        private final Story story;
        private final Instant begun;
        private final Map<String, Long> numbers = new HashMap<>();
        private final Map<String, Visibility> audiences = new HashMap<>();

        Telling(Story story, Instant begun) {
            this.story = story;
            this.begun = begun;
        }

        void tell() {
            // Those whom a visitor plays come first: the sign-in page offers them already.
            story.people().values().stream()
                    .sorted(Comparator.comparing(person -> person.signIn() == null))
                    .forEach(this::bring);
            story.spaces().forEach(this::open);
            record Moment(Talk talk, int number, Instant at) {}
            story.talks().stream()
                    .flatMap(talk -> IntStream.rangeClosed(1, talk.posts().size())
                            .mapToObj(number -> new Moment(
                                    talk,
                                    number,
                                    talk.posts().get(number - 1).at().before(begun))))
                    .sorted(Comparator.comparing(Moment::at))
                    .forEach(moment -> say(moment.talk(), moment.number(), moment.at()));
            story.talks().forEach(this::read);
        }

        private void bring(Figure person) {
            PersonId id = person(person.key());
            arrivals.bring(HOUSE, new Newcomer(id, person.name(), person.language(), person.zone(), person.signIn()));
            for (Role role : person.roles()) {
                arrivals.grant(HOUSE, new Grant(id, role, Scope.PLATFORM, begun.minus(ROLES_BEFORE), null));
            }
        }

        private void open(Place space) {
            audiences.put(space.key(), space.visibility());
            conversations.open(
                    HOUSE,
                    new NewSpace(
                            space(space.key()), space.key(), space.name(), space.description(), space.visibility()));
        }

        private void say(Talk talk, int number, Instant at) {
            Line line = talk.posts().get(number - 1);
            ThreadId thread = new ThreadId(
                    id("thread " + talk.key(), talk.posts().getFirst().at().before(begun)));
            PostId post = post(talk, number, at);
            Imported imported = new Imported(person(line.by()), at);
            String text = linked(illustrated(line.text(), post, Asker.of(imported.author())));
            if (number == 1) {
                NewThread first =
                        new NewThread(thread, space(talk.space()), post, talk.title(), text, line.language(), imported);
                numbers.put(talk.key(), conversations.start(HOUSE, first));
            } else {
                conversations.post(HOUSE, new NewPost(post, thread, text, line.language(), imported));
            }
            atOnce.executeWithoutResult(_ -> line.reactions()
                    .forEach((reaction, people) ->
                            people.forEach(key -> conversations.react(Asker.of(person(key)), post, reaction, true))));
        }

        /** Whoever is played by a visitor has read up to their own last word, and finds news behind it. */
        private void read(Talk talk) {
            ThreadId thread = new ThreadId(
                    id("thread " + talk.key(), talk.posts().getFirst().at().before(begun)));
            Map<String, Integer> lastWords = new HashMap<>();
            for (int number = 1; number <= talk.posts().size(); number++) {
                lastWords.put(talk.posts().get(number - 1).by(), number);
            }
            lastWords.forEach((key, number) -> {
                if (visitorsPlay(key)) {
                    conversations.read(Asker.of(person(key)), thread, number);
                }
            });
        }

        private boolean visitorsPlay(String key) {
            Figure person = story.people().get(key);
            return person != null && person.signIn() != null;
        }

        private String illustrated(String text, PostId post, Asker author) {
            FileOwner owner = new FileOwner("discussions", post.value());
            return PICTURE.matcher(text)
                    .replaceAll(found -> "(" + FilePages.file(stored(owner, found.group(1), author)) + ")");
        }

        private FileId stored(FileOwner owner, String name, Asker author) {
            return files.of(owner).stream()
                    .findFirst()
                    .orElseGet(() -> {
                        try (InputStream picture = StoryBook.picture(name)) {
                            return files.storePicture(author, owner, name, picture);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .id();
        }

        private String linked(String text) {
            return THREAD.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            "(" + address(found.group(1), Integer.parseInt(found.group(2))) + ")"));
        }

        private String address(String talk, int post) {
            Long number = numbers.get(talk);
            if (number == null) {
                throw new IllegalStateException("a link leads to what was not said yet: " + talk);
            }
            String space = story.talks().stream()
                    .filter(other -> other.key().equals(talk))
                    .findFirst()
                    .orElseThrow()
                    .space();
            return audiences.get(space) == Visibility.PUBLIC
                    ? DiscussionsPages.inPublic(number, post)
                    : DiscussionsPages.inWorkspace(number, post);
        }

        private PersonId person(String key) {
            return new PersonId(id("person " + key, begun.minus(ROLES_BEFORE)));
        }

        private SpaceId space(String key) {
            return new SpaceId(id("space " + key, begun.minus(ROLES_BEFORE)));
        }

        private PostId post(Talk talk, int number, Instant at) {
            return new PostId(id("post " + talk.key() + " " + number, at));
        }
    }

    /** A UUID of version 7 that is always the same for a thing of the story. */
    static UUID id(String thing, Instant at) {
        UUID hash = UUID.nameUUIDFromBytes(("kvartal demonstration " + thing).getBytes(StandardCharsets.UTF_8));
        long high = (at.toEpochMilli() << 16) | 0x7000 | (hash.getMostSignificantBits() & 0x0fff);
        return new UUID(high, hash.getLeastSignificantBits());
    }
}
