package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Typed;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows recommendations, letters, replies, measures and reports in trails, to whoever may know of them. */
@Configuration(proxyBeanMethods = false)
class AdvocacySubjects {

    private static final int TITLE = 160;

    @Bean
    TraceSubject tracedRecommendations(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Subject(
                AdvocacyPages.TRACED_RECOMMENDATION,
                jdbc,
                sight,
                "SELECT r.* FROM recommendation r WHERE r.id = ANY (:ids) AND" + AdvocacySight.KNOWN,
                (row, language, belongs) -> {
                    LocalizedText title = Stored.text(row, "title");
                    String code = RefCode.recommendation(row);
                    return new TraceCard(
                            title.in(language),
                            title.shownIn(language),
                            code,
                            state(messages, language, "state", row.getString("state")),
                            Columns.moment(row, "made_at"),
                            row.getTimestamp("public_at") == null ? null : AdvocacyPages.inPublic(code),
                            belongs ? AdvocacyPages.recommendation(code) : null);
                });
    }

    @Bean
    TraceSubject tracedLetters(JdbcClient jdbc, AdvocacySight sight, Directory directory, Messages messages) {
        return new Letters(jdbc, sight, directory, messages);
    }

    @Bean
    TraceSubject tracedReplies(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Subject(
                AdvocacyPages.TRACED_REPLY, jdbc, sight, """
                SELECT p.*, r.year, r.number, r.public_at
                  FROM dispatch_reply p JOIN dispatch d ON d.id = p.dispatch JOIN recommendation r ON r.id = d.recommendation
                 WHERE p.id = ANY (:ids) AND NOT p.corrected AND (p.reading = 'CLASSIFIED' OR :writes) AND""" + AdvocacySight.KNOWN, (row, language, belongs) -> {
                    String code = RefCode.recommendation(row);
                    String words = row.getString("words");
                    String choice = state(messages, language, "choice", row.getString("choice"));
                    return new TraceCard(
                            words.isEmpty() ? choice : Typed.shortened(words, TITLE),
                            words.isEmpty() ? language : Columns.language(row, "language"),
                            null,
                            words.isEmpty() ? null : choice,
                            Columns.moment(row, "recorded_at"),
                            row.getTimestamp("public_at") == null ? null : AdvocacyPages.inPublic(code),
                            belongs ? AdvocacyPages.letter(new DispatchId(Columns.id(row, "dispatch"))) : null);
                });
    }

    @Bean
    TraceSubject tracedMeasures(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Subject(
                AdvocacyPages.TRACED_MEASURE,
                jdbc,
                sight,
                "SELECT m.* FROM measure m WHERE m.id = ANY (:ids)",
                (row, language, belongs) -> {
                    LocalizedText title = Stored.text(row, "title");
                    String code = RefCode.measure(row);
                    return new TraceCard(
                            title.in(language),
                            title.shownIn(language),
                            code,
                            state(messages, language, "measure-state", row.getString("state")),
                            Columns.moment(row, "made_at"),
                            AdvocacyPages.measureInPublic(code),
                            belongs ? AdvocacyPages.measure(code) : null);
                });
    }

    @Bean
    TraceSubject tracedVerifications(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Subject(
                AdvocacyPages.TRACED_VERIFICATION,
                jdbc,
                sight,
                "SELECT m.* FROM measure m WHERE m.id = ANY (:ids) AND m.verified_at IS NOT NULL",
                (row, language, belongs) -> {
                    String code = RefCode.measure(row);
                    return new TraceCard(
                            Typed.shortened(row.getString("verdict"), TITLE),
                            language,
                            null,
                            state(messages, language, "measure-state", row.getString("state")),
                            Columns.moment(row, "verified_at"),
                            AdvocacyPages.measureInPublic(code),
                            belongs ? AdvocacyPages.measure(code) : null);
                });
    }

    @Bean
    TraceSubject tracedReports(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Subject(AdvocacyPages.TRACED_REPORT, jdbc, sight, """
                SELECT p.*, m.year, m.number AS number
                  FROM progress_report p JOIN measure m ON m.id = p.measure
                 WHERE p.id = ANY (:ids) AND (p.published_at IS NOT NULL OR :reads OR :writes)""", (row, language, belongs) -> {
            String code = RefCode.measure(row);
            return new TraceCard(
                    Typed.shortened(row.getString("text"), TITLE),
                    Columns.language(row, "language"),
                    null,
                    messages.text(language, "advocacy.percent", row.getInt("progress")),
                    Columns.moment(row, "made_at"),
                    AdvocacyPages.measureInPublic(code),
                    belongs ? AdvocacyPages.measure(code) : null);
        });
    }

    static String state(Messages messages, Language language, String which, String name) {
        return messages.text(language, "advocacy." + which + "." + Code.of(name));
    }

    @FunctionalInterface
    private interface Showing {
        TraceCard of(ResultSet row, Language language, boolean belongs) throws SQLException;
    }

    private record Subject(String kind, JdbcClient jdbc, AdvocacySight sight, String sql, Showing showing)
            implements TraceSubject {

        @Override
        public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
            Map<UUID, TraceCard> cards = new HashMap<>();
            if (!ids.isEmpty()) {
                Map<String, @Nullable Object> values = sight.values(asker);
                boolean belongs = Boolean.TRUE.equals(values.get("reads"));
                jdbc.sql(sql)
                        .params(values)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, _) -> cards.put(Columns.id(row, "id"), showing.of(row, language, belongs)))
                        .list();
            }
            return cards;
        }
    }

    /** A letter is called after its addressee, whom the directory names. */
    private record Letters(JdbcClient jdbc, AdvocacySight sight, Directory directory, Messages messages)
            implements TraceSubject {

        @Override
        public String kind() {
            return AdvocacyPages.TRACED_DISPATCH;
        }

        private record Row(UUID id, String code, boolean open, EntryId entry, String unit, String state, Instant at) {}

        @Override
        public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
            if (ids.isEmpty()) {
                return Map.of();
            }
            Map<String, @Nullable Object> values = sight.values(asker);
            boolean belongs = Boolean.TRUE.equals(values.get("reads"));
            List<Row> rows = jdbc.sql("""
                    SELECT d.id, d.state, d.sent_at, d.prepared_at, d.to_entry, d.to_unit, r.year, r.number, r.public_at
                      FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
                     WHERE d.id = ANY (:ids) AND (d.sent_at IS NOT NULL OR :reads) AND""" + AdvocacySight.KNOWN)
                    .params(values)
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((row, _) -> {
                        Instant sent = Columns.momentOrNull(row, "sent_at");
                        return new Row(
                                Columns.id(row, "id"),
                                RefCode.recommendation(row),
                                Columns.momentOrNull(row, "public_at") != null,
                                new EntryId(Columns.id(row, "to_entry")),
                                row.getString("to_unit"),
                                row.getString("state"),
                                sent != null ? sent : Columns.moment(row, "prepared_at"));
                    })
                    .list();
            Map<EntryId, EntryCard> entries =
                    directory.cards(rows.stream().map(Row::entry).collect(Collectors.toSet()));
            Map<UUID, TraceCard> cards = new HashMap<>();
            for (Row row : rows) {
                EntryCard entry = entries.get(row.entry());
                String name = entry == null ? row.unit() : entry.names().in(language);
                cards.put(
                        row.id(),
                        new TraceCard(
                                name.isEmpty() ? row.code() : name,
                                entry == null
                                        ? language
                                        : Language.of(entry.names().shownIn(language))
                                                .orElse(language),
                                null,
                                state(messages, language, "letter-state", row.state()),
                                row.at(),
                                row.open() ? AdvocacyPages.inPublic(row.code()) : null,
                                belongs ? AdvocacyPages.letter(new DispatchId(row.id())) : null));
            }
            return cards;
        }
    }
}
