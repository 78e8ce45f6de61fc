package org.kvartal.bench;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Reaction;
import org.kvartal.discussions.SpaceId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Fills a house with threads of members, quickly: what is measured is reading, and what a click costs in a full house. */
class TalkFilling {

    private static final int SPACES = 4;
    private static final int WORDINGS = 60;
    private static final List<String> FILLED =
            List.of("person", "role_grant", "thread", "post", "need", "need_support", "reaction", "reading");

    private final Conversations conversations;
    private final Arrivals arrivals;
    private final JdbcClient jdbc;
    private final TransactionOperations together;
    private final Environment settings;

    TalkFilling(
            Conversations conversations,
            Arrivals arrivals,
            JdbcClient jdbc,
            TransactionOperations together,
            Environment settings) {
        this.conversations = conversations;
        this.arrivals = arrivals;
        this.jdbc = jdbc;
        this.together = together;
        this.settings = settings;
    }

    /** @param accounts how many people can sign in, as {@link Filling#email(int)} */
    record Order(int people, int threads, int accounts) {

        int posts() {
            return threads * TalkRows.POSTS_EACH;
        }
    }

    /** @param reader one of those who can sign in */
    record Filled(long people, long posts, double seconds, PersonId reader) {}

    /** Fills a house in which nobody has said anything. */
    Filled fill(Order order) throws SQLException {
        long begin = System.nanoTime();
        UUID[] readers =
                IntStream.range(0, order.accounts).mapToObj(this::account).toArray(UUID[]::new);
        UUID[] spaces = IntStream.range(0, SPACES).mapToObj(this::space).toArray(UUID[]::new);
        TalkRows.Wordings wordings = wordings();
        together.executeWithoutResult(_ -> {
            TalkRows.writePeople(jdbc, order.people);
            TalkRows.writeThreads(jdbc, order, spaces, wordings);
        });
        for (int from = 1; from <= order.threads; from += TalkRows.AT_A_TIME) {
            int first = from;
            together.executeWithoutResult(_ -> TalkRows.writePosts(jdbc, order, first, wordings));
        }
        together.executeWithoutResult(_ -> TalkRows.writeWhatPeopleDid(jdbc, order, Reaction.HEART.name(), readers));
        Owner.analyze(settings, FILLED);
        return new Filled(count("person"), count("post"), (System.nanoTime() - begin) / 1e9, new PersonId(readers[0]));
    }

    private static TalkRows.Wordings wordings() {
        Random random = new Random(1_000_000);
        return new TalkRows.Wordings(
                List.of("Export paperwork for small studios", "Аренда мастерских", "Наем на ателиета"),
                Stream.iterate(0, number -> number + 1)
                        .map(number -> Corpus.text(random, number))
                        .limit(WORDINGS)
                        .toList());
    }

    private UUID account(int number) {
        PersonId person = PersonId.next();
        SignIn signIn = new SignIn(Filling.email(number), Filling.PASSWORD);
        arrivals.bring(
                Filling.IMPORT,
                new Newcomer(person, "Reader " + (number + 1), Language.EN, ZoneId.of("Europe/Sofia"), signIn));
        return person.value();
    }

    private UUID space(int number) {
        SpaceId id = SpaceId.next();
        LocalizedText name = LocalizedText.of(Language.EN, "Measured " + (number + 1));
        conversations.open(Filling.IMPORT, new NewSpace(id, "measured-" + (number + 1), name, null, Visibility.PUBLIC));
        return id.value();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
