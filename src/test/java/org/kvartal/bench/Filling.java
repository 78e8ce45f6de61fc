package org.kvartal.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.Imported;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/** Fills an empty house with a corpus, as an import would: by the command interfaces, one transaction per post. */
final class Filling {

    static final Asker IMPORT = Asker.house("bench");

    private static final ZoneId ZONE = ZoneId.of("Europe/Sofia");

    private final Conversations conversations;
    private final Threads threads;
    private final Arrivals arrivals;

    Filling(Conversations conversations, Threads threads, Arrivals arrivals) {
        this.conversations = conversations;
        this.threads = threads;
        this.arrivals = arrivals;
    }

    /**
     * What to fill the house with.
     *
     * @param corpus a file, null for words made here
     * @param threads how many threads are made, of {@code posts} each
     * @param longThread posts of one thread more, 0 for none
     * @param accounts how many people can sign in, as {@link #email(int)} with {@link #PASSWORD}
     */
    record Order(@Nullable String corpus, int threads, int posts, int longThread, int accounts) {}

    /**
     * @param threads the numbers of the corpus' threads, in its order
     * @param threadIds their ids, in the same order
     * @param longThread the number of the long thread, 0 if there is none
     * @param longPosts how many posts the long thread has
     * @param changed titles and texts that had to be cut, or had no letter in them
     * @param accounts the people who can sign in
     */
    record Filled(
            List<Long> threads,
            List<ThreadId> threadIds,
            long longThread,
            int longPosts,
            int posts,
            int changed,
            double seconds,
            SpaceId space,
            List<PersonId> accounts) {

        static final Filled NOTHING = new Filled(List.of(), List.of(), 0, 0, 0, 0, 0, SpaceId.next(), List.of());
    }

    static final String PASSWORD = "measured twice, told once";

    static String email(int account) {
        return "bench" + account + "@example.org";
    }

    static String name(int account) {
        return "Reader " + (account + 1);
    }

    Filled fill(Order order) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        Corpus corpus =
                order.corpus == null ? Corpus.made(order.threads, order.posts) : Corpus.read(Path.of(order.corpus));
        List<PersonId> users = new ArrayList<>();
        for (String name : corpus.users()) {
            users.add(person(name, users.size()));
        }
        List<PersonId> accounts = new ArrayList<>();
        for (int account = 0; account < order.accounts; account++) {
            PersonId person = PersonId.next();
            SignIn signIn = new SignIn(email(account), PASSWORD);
            arrivals.bring(IMPORT, new Newcomer(person, name(account), Language.EN, ZONE, signIn));
            accounts.add(person);
        }
        SpaceId space = space();
        Instant first = Instant.now()
                .minus(Duration.ofMinutes(
                        order.longThread + 2L * corpus.topics().size()));
        List<Long> numbers = new ArrayList<>();
        List<ThreadId> ids = new ArrayList<>();
        long longNumber = 0;
        int posts = 0;
        int changed = 0;
        try (var workers = Executors.newFixedThreadPool(4)) {
            Future<Told> longThread = null;
            if (order.longThread > 0) {
                longThread = workers.submit(() -> tell(space, longTopic(users.size(), order.longThread), users, first));
            }
            List<Future<Told>> told = new ArrayList<>();
            for (Corpus.Topic topic : corpus.topics()) {
                Instant begins = first.plus(Duration.ofMinutes(2L * told.size()));
                told.add(workers.submit(() -> tell(space, topic, users, begins)));
            }
            for (Future<Told> thread : told) {
                numbers.add(thread.get().number());
                ids.add(thread.get().id());
                posts += thread.get().posts();
                changed += thread.get().changed();
            }
            if (longThread != null) {
                longNumber = longThread.get().number();
                posts += longThread.get().posts();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Filled(numbers, ids, longNumber, order.longThread, posts, changed, seconds, space, accounts);
    }

    private record Told(ThreadId id, long number, int posts, int changed) {}

    private Told tell(SpaceId space, Corpus.Topic topic, List<PersonId> users, Instant begins) {
        ThreadId thread = ThreadId.next();
        long number = 0;
        int said = 0;
        int changed = 0;
        for (Corpus.Post post : topic.posts()) {
            String text = fitting(post.text(), Markdown.MAX_LENGTH);
            Language language = Corpus.language(text);
            Imported origin = new Imported(users.get(post.user()), begins.plusSeconds(said));
            if (said == 0) {
                String title = fitting(topic.title(), Conversations.TITLE_LENGTH);
                changed += title.equals(topic.title()) ? 0 : 1;
                number = conversations.start(
                        IMPORT, new NewThread(thread, space, PostId.next(), title, text, language, origin));
            } else {
                conversations.post(IMPORT, new NewPost(PostId.next(), thread, text, language, origin));
            }
            changed += text.equals(post.text()) ? 0 : 1;
            said++;
        }
        return new Told(thread, number, said, changed);
    }

    private static Corpus.Topic longTopic(int users, int posts) {
        Random random = new Random(50_000);
        List<Corpus.Post> said = new ArrayList<>(posts);
        for (int post = 0; post < posts; post++) {
            said.add(new Corpus.Post(random.nextInt(users), Corpus.text(random, post)));
        }
        return new Corpus.Topic("What became of the export paperwork, year after year", said);
    }

    private PersonId person(String name, int place) {
        PersonId person = PersonId.next();
        try {
            arrivals.bring(IMPORT, new Newcomer(person, name, Corpus.language(name), ZONE, null));
        } catch (Refused notAName) {
            arrivals.bring(IMPORT, new Newcomer(person, "User " + (place + 1), Language.EN, ZONE, null));
        }
        return person;
    }

    private SpaceId space() {
        return threads.spaces(IMPORT).stream()
                .filter(card -> card.address().equals("measured"))
                .findFirst()
                .map(Threads.SpaceCard::id)
                .orElseGet(() -> {
                    SpaceId made = SpaceId.next();
                    LocalizedText name = LocalizedText.of(Language.EN, "Measured");
                    conversations.open(IMPORT, new NewSpace(made, "measured", name, null, Visibility.PUBLIC));
                    return made;
                });
    }

    /** Text as the house takes it: not longer than it may be, not empty. */
    private static String fitting(String text, int length) {
        String cut = text.replace("\0", "");
        if (cut.length() > length) {
            int end = Character.isHighSurrogate(cut.charAt(length - 1)) ? length - 1 : length;
            cut = cut.substring(0, end);
        }
        return cut.isBlank() ? "…" : cut;
    }
}
