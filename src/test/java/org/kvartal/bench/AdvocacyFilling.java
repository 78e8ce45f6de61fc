package org.kvartal.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills the voice of the sector with rows, as years of sessions and letters would have left them: what is measured is reading. Each
 * thing looks the same in a house of any size, so that pages of two houses compare.
 */
final class AdvocacyFilling {

    private static final int AUTHORITIES = 40;
    private static final int WORDINGS = 50;

    private static final List<String> FILLED = List.of(
            "recommendation",
            "room_word",
            "endorsement",
            "dispatch",
            "dispatch_reply",
            "measure",
            "measure_of",
            "progress_report",
            "report_day",
            "measure_evidence",
            "addressee",
            "trace_link");

    private final Entries entries;
    private final JdbcClient jdbc;
    private final TransactionOperations together;
    private final Environment settings;

    AdvocacyFilling(Entries entries, JdbcClient jdbc, TransactionOperations together, Environment settings) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.together = together;
        this.settings = settings;
    }

    record Order(int recommendations) {}

    record Filled(long recommendations, long letters, long replies, long measures, long reports) {}

    /** Fills a house that has nothing of it. */
    Filled fill(Order order) throws SQLException {
        UUID[] authorities = IntStream.range(0, AUTHORITIES)
                .mapToObj(number -> {
                    EntryId id = EntryId.next();
                    entries.make(
                            Filling.IMPORT,
                            NewEntry.of(
                                    id,
                                    EntryKind.AUTHORITY,
                                    EntryContent.of(
                                            EntryKind.AUTHORITY, Names.of("Ministry of Forms " + number, "en"))));
                    return id.value();
                })
                .toArray(UUID[]::new);
        Random random = new Random(5_000);
        String[] texts = Stream.generate(() -> Corpus.text(random, random.nextInt(WORDINGS)))
                .map(text -> text.substring(0, Math.min(text.length(), 1_500)))
                .limit(WORDINGS)
                .toArray(String[]::new);
        together.executeWithoutResult(_ -> AdvocacyRows.write(jdbc, order.recommendations, authorities, texts));
        Owner.analyze(settings, FILLED);
        return new Filled(
                count("recommendation"),
                count("dispatch"),
                count("dispatch_reply"),
                count("measure"),
                count("progress_report"));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
