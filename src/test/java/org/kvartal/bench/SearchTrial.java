package org.kvartal.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.SpaceId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PersonId;
import org.kvartal.search.Inflections;
import org.kvartal.search.Inflections.Inflection;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Question;
import org.springframework.jdbc.core.simple.JdbcClient;

/** B7: inflected words are looked for among very many posts, whose words are as common as words are. */
final class SearchTrial {

    private static final int AT_ONCE = 1_000;

    /** As the sentences of the corpus. */
    private static final List<Language> IN_TURN = List.of(Language.EN, Language.RU, Language.BG);

    private static final int TO_A_THREAD = 10;
    private static final int ROUNDS = 5;
    private static final int PAGE = 20;

    /** A word of the list stands in a post so often. */
    private static final int SPOKEN = 6;

    private static final Duration PATIENCE = Duration.ofMinutes(90);

    private final Conversations conversations;
    private final Arrivals arrivals;
    private final Grants grants;
    private final Search search;
    private final JdbcClient jdbc;
    private final Random random = new Random(300_000);
    private final SpaceId space = SpaceId.next();
    private final PersonId reader = PersonId.next();
    private int written;

    SearchTrial(Conversations conversations, Arrivals arrivals, Grants grants, Search search, JdbcClient jdbc) {
        this.conversations = conversations;
        this.arrivals = arrivals;
        this.grants = grants;
        this.search = search;
        this.jdbc = jdbc;
    }

    /** @param posts how many there shall be; those of the order before stay */
    record Order(int posts) {}

    /**
     * @param found how many of the words find something, and of those beside a word of its own the very post
     * @param filled seconds until all posts were written, and until they were found
     */
    record Outcome(
            int posts,
            int words,
            int found,
            int exact,
            double p50,
            double p95,
            double most,
            double suggested,
            double similar,
            double filled,
            double indexed,
            double index) {}

    Outcome measure(Order order) throws InterruptedException {
        long begin = System.nanoTime();
        if (written == 0) {
            open();
        }
        while (written < order.posts) {
            write(Math.min(AT_ONCE, order.posts - written));
        }
        double filled = seconds(begin);
        settle();
        double indexed = seconds(begin);
        Asker asker = Asker.of(reader);
        Latencies searches = new Latencies();
        Latencies suggestions = new Latencies();
        Latencies similar = new Latencies();
        int found = 0;
        int exact = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            for (int place = 0; place < Inflections.ALL.size(); place++) {
                Inflection one = Inflections.ALL.get(place);
                boolean warm = round > 0;
                long asked = System.nanoTime();
                Found answer = search.find(asker, Question.of(one.sought()), Language.EN, null, PAGE);
                if (warm) {
                    searches.add(System.nanoTime() - asked);
                }
                asked = System.nanoTime();
                search.suggest(asker, one.sought().substring(0, 4), Language.EN, 8);
                if (warm) {
                    suggestions.add(System.nanoTime() - asked);
                }
                asked = System.nanoTime();
                search.similar(asker, one.text(), Language.EN, 5);
                if (warm) {
                    similar.add(System.nanoTime() - asked);
                }
                if (round == ROUNDS) {
                    found += answer.hits().isEmpty() || answer.resembling() ? 0 : 1;
                    Found alone =
                            search.find(asker, Question.of(one.sought() + " " + mark(place)), Language.EN, null, PAGE);
                    exact += alone.hits().size() == 1 && !alone.resembling() ? 1 : 0;
                }
            }
        }
        double index = jdbc.sql("SELECT pg_total_relation_size('search_document')")
                        .query(Long.class)
                        .single()
                / 1e6;
        return new Outcome(
                written,
                Inflections.ALL.size(),
                found,
                exact,
                searches.p50(),
                searches.p95(),
                searches.millis(1),
                suggestions.p95(),
                similar.p95(),
                filled,
                indexed,
                index);
    }

    static List<Figure> figures(Outcome few, Outcome many) {
        List<Figure> figures = new ArrayList<>();
        for (Outcome one : List.of(few, many)) {
            String among = " among " + one.posts() + " posts";
            boolean small = one.equals(few);
            figures.add(Figure.told("B7", "search for an inflected word" + among + ", p50", one.p50(), "ms"));
            figures.add(Figure.atMost(
                    "B7",
                    "search for an inflected word" + among + ", p95",
                    one.p95(),
                    "ms",
                    small ? 43 : 150,
                    small ? 43 : 80));
            figures.add(Figure.told("B7", "the slowest of them" + among, one.most(), "ms"));
            figures.add(Figure.atLeast(
                    "B7", "words of the list that are found" + among, one.found(), "", one.words(), one.words()));
            figures.add(
                    Figure.atLeast("B7", "of which the very post" + among, one.exact(), "", one.words(), one.words()));
            figures.add(Figure.told("B7", "suggestions" + among + ", p95", one.suggested(), "ms"));
            figures.add(Figure.told("B7", "similar titles" + among + ", p95", one.similar(), "ms"));
            figures.add(Figure.told("B7", "posts written" + among, one.filled(), "s"));
            figures.add(Figure.told("B7", "until all were found" + among, one.indexed(), "s"));
            figures.add(Figure.told("B7", "index" + among, one.index(), "MB"));
        }
        figures.add(Figure.told("B7", "p95 of many ÷ p95 of few", many.p95() / few.p95(), "×"));
        return figures;
    }

    private void open() {
        arrivals.bring(Filling.IMPORT, new Newcomer(reader, "Reader", Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(
                Filling.IMPORT,
                new Grant(reader, Role.MEMBER, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        conversations.open(
                Filling.IMPORT,
                new NewSpace(space, "sought", LocalizedText.of(Language.EN, "Sought"), null, Visibility.MEMBERS));
    }

    /** A word that stands in one post alone. */
    private static String mark(int place) {
        return "zq" + Integer.toString(1_000_000 + place, 36);
    }

    private void write(int posts) {
        List<UUID> threads = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> htmls = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        List<UUID> begun = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        Instant first = Instant.now().minus(Duration.ofDays(2_000));
        UUID thread = Ids.next();
        for (int post = 0; post < posts; post++) {
            int number = written % TO_A_THREAD + 1;
            Language language = written < Inflections.ALL.size()
                    ? Inflections.ALL.get(written).language()
                    : IN_TURN.get(written / TO_A_THREAD % 3);
            String text = text(language);
            String at =
                    Columns.moment(first.plus(Duration.ofMinutes(9L * written))).toString();
            if (number == 1) {
                thread = Ids.next();
                begun.add(thread);
                titles.add(word(language) + " " + word(language) + " " + (written + 1));
            }
            threads.add(thread);
            ids.add(Ids.next());
            numbers.add(number);
            texts.add(text);
            htmls.add(Markdown.render(text).html());
            languages.add(language.code());
            moments.add(at);
            written++;
        }
        jdbc.sql("""
                INSERT INTO thread (id, space, title, language, author, started_at, last_number, revision, last_post_at)
                SELECT n.id, :space, n.title, 'en', :author, now(), :posts, :posts, now()
                  FROM unnest(:ids::uuid[], :titles::text[]) AS n (id, title)""")
                .param("space", space.value())
                .param("author", reader.value())
                .param("posts", TO_A_THREAD)
                .param("ids", begun.toArray(UUID[]::new))
                .param("titles", titles.toArray(String[]::new))
                .update();
        jdbc.sql("""
                INSERT INTO post (id, thread, number, author, language, text, html, renderer, excerpt, posted_at, revision, version)
                SELECT n.id, n.thread, n.number, :author, n.language, n.text, n.html, :renderer, left(n.text, 100), n.at, n.number, 0
                  FROM unnest(:ids::uuid[], :threads::uuid[], :numbers::int[], :languages::text[], :texts::text[], :htmls::text[],
                              :moments::timestamptz[]) AS n (id, thread, number, language, text, html, at)""")
                .param("author", reader.value())
                .param("renderer", Markdown.VERSION)
                .param("ids", ids.toArray(UUID[]::new))
                .param("threads", threads.toArray(UUID[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("languages", languages.toArray(String[]::new))
                .param("texts", texts.toArray(String[]::new))
                .param("htmls", htmls.toArray(String[]::new))
                .param("moments", moments.toArray(String[]::new))
                .update();
    }

    /** What people say, with some words of the list among it; each text of the list is said once, with a word of its own. */
    private String text(Language language) {
        StringBuilder text = new StringBuilder(Corpus.text(random, IN_TURN.indexOf(language)));
        text.append("\n\n");
        for (int word = 0; word < SPOKEN; word++) {
            text.append(word(language)).append(' ');
        }
        if (written < Inflections.ALL.size()) {
            text.append(Inflections.ALL.get(written).text()).append(' ').append(mark(written));
        }
        return text.toString();
    }

    /** The first words of the list are said far more often than its last. */
    private String word(Language language) {
        List<Inflection> own = Inflections.ALL.stream()
                .filter(one -> one.language() == language)
                .toList();
        int place = (int) (own.size() * Math.pow(random.nextDouble(), 3));
        String[] words = own.get(place).text().split("[^\\p{L}]+");
        return words[random.nextInt(words.length)];
    }

    private void settle() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (jdbc.sql("SELECT EXISTS (SELECT 1 FROM search_changed)")
                .query(Boolean.class)
                .single()) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("the posts are not found after " + PATIENCE);
            }
            Thread.sleep(200);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
