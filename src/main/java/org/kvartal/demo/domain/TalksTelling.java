package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells who said what, in the order in which it was said. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class TalksTelling {

    private static final Pattern PICTURE = Pattern.compile("\\(picture:([\\w.-]+)\\)");
    private static final Pattern THREAD = Pattern.compile("\\(thread:([\\w-]+)/(\\d+)\\)");

    private final Conversations conversations;
    private final Files files;
    private final TransactionOperations atOnce;

    TalksTelling(Conversations conversations, Files files, TransactionOperations atOnce) {
        this.conversations = conversations;
        this.files = files;
        this.atOnce = atOnce;
    }

    void tell(Story story, StoryIds ids) {
        new Telling(story, ids).tell();
    }

    private final class Telling {

        private final Story story;
        private final StoryIds ids;
        private final Map<String, Long> numbers = new HashMap<>();
        private final Map<String, Visibility> audiences = new HashMap<>();

        Telling(Story story, StoryIds ids) {
            this.story = story;
            this.ids = ids;
        }

        void tell() {
            story.spaces().forEach(this::open);
            record Moment(Talk talk, int number, Instant at) {}
            story.talks().stream()
                    .flatMap(talk -> IntStream.rangeClosed(1, talk.posts().size())
                            .mapToObj(number -> new Moment(
                                    talk,
                                    number,
                                    talk.posts().get(number - 1).at().before(ids.begun()))))
                    .sorted(Comparator.comparing(Moment::at))
                    .forEach(moment -> say(moment.talk(), moment.number(), moment.at()));
            story.talks().forEach(this::read);
        }

        private void open(Place space) {
            audiences.put(space.key(), space.visibility());
            conversations.open(
                    Demonstration.HOUSE,
                    new NewSpace(
                            ids.space(space.key()),
                            space.key(),
                            space.name(),
                            space.description(),
                            space.visibility()));
        }

        private void say(Talk talk, int number, Instant at) {
            Line line = talk.posts().get(number - 1);
            ThreadId thread = ids.thread(talk);
            PostId post = ids.post(talk, number, at);
            Imported imported = new Imported(ids.person(line.by()), at);
            String text = linked(illustrated(line.text(), post, Asker.of(imported.author())));
            if (number == 1) {
                NewThread first = new NewThread(
                        thread, ids.space(talk.space()), post, talk.title(), text, line.language(), imported);
                numbers.put(talk.key(), conversations.start(Demonstration.HOUSE, first));
            } else {
                conversations.post(Demonstration.HOUSE, new NewPost(post, thread, text, line.language(), imported));
            }
            atOnce.executeWithoutResult(_ -> line.reactions()
                    .forEach((reaction, people) -> people.forEach(
                            key -> conversations.react(Asker.of(ids.person(key)), post, reaction, true))));
        }

        /** Whoever is played by a visitor has read up to their own last word, and finds news behind it. */
        private void read(Talk talk) {
            ThreadId thread = ids.thread(talk);
            Map<String, Integer> lastWords = new HashMap<>();
            for (int number = 1; number <= talk.posts().size(); number++) {
                lastWords.put(talk.posts().get(number - 1).by(), number);
            }
            lastWords.forEach((key, number) -> {
                if (visitorsPlay(key)) {
                    conversations.read(Asker.of(ids.person(key)), thread, number);
                }
            });
        }

        private boolean visitorsPlay(String key) {
            Figure person = story.people().get(key);
            return person != null && person.played();
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
                        try (InputStream picture = StoryFiles.picture(name)) {
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
    }
}
