package org.kvartal.search.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.domain.Vector.Weight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what documents are found by. Whoever writes holds the index's lock and reads the documents under it, so that nothing older overwrites what is newer. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Index {

    private final JdbcClient jdbc;
    private final Stemming stemming;

    Index(JdbcClient jdbc, Stemming stemming) {
        this.jdbc = jdbc;
        this.stemming = stemming;
    }

    /** One writes at a time, in the whole cluster; what is read after this call is not older than what others have written. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('search.index'))")
                .query((_, _) -> 1)
                .single();
    }

    /** Writes these things as they stand now, and takes out those that are gone. */
    void renew(SearchSource source, Collection<UUID> ids) {
        List<Row> rows = new ArrayList<>();
        source.documents(ids).values().forEach(document -> rows.add(row(document)));
        Set<UUID> gone = new LinkedHashSet<>(ids);
        rows.forEach(row -> gone.remove(row.document().id()));
        remove(source.kind(), gone);
        write(source.kind(), rows);
        learn(rows);
    }

    /** Takes out all of a kind that lie in a stretch of ids and are none of these. */
    void keepOnly(String kind, Collection<UUID> ids, @Nullable UUID after, @Nullable UUID last) {
        jdbc.sql("""
                DELETE FROM search_document
                 WHERE kind = :kind AND id <> ALL (:ids) AND (:after::uuid IS NULL OR id > :after)
                   AND (:last::uuid IS NULL OR id <= :last)""")
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .param("after", after)
                .param("last", last)
                .update();
    }

    private record Row(
            SearchDocument document,
            Vector words,
            @Nullable String head,
            @Nullable String title) {}

    private Row row(SearchDocument document) {
        Vector words = new Vector(stemming);
        if (!document.leading()) {
            document.texts().forEach(text -> add(words, text, Weight.D));
            return new Row(document, words, null, null);
        }
        if (document.code() != null) {
            words.add(document.code(), Set.of(Language.EN), Weight.A);
        }
        add(words, document.title(), Weight.A);
        document.names().forEach(words::addName);
        document.texts().forEach(text -> add(words, text, Weight.D));
        List<String> heads = new ArrayList<>();
        if (document.code() != null) {
            heads.add(document.code());
        }
        heads.addAll(document.title().texts().values());
        heads.addAll(document.names());
        Set<String> head = new LinkedHashSet<>();
        heads.forEach(one -> head.addAll(stemming.words(Stemming.normal(one))));
        return new Row(
                document,
                words,
                head.stream().map(Vector::quoted).collect(Collectors.joining(" ")),
                Latin.of(String.join(" ", head)));
    }

    private static void add(Vector words, LocalizedText text, Weight weight) {
        text.texts().forEach((language, wording) -> words.add(wording, Set.of(language), weight));
    }

    private void remove(String kind, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM search_document WHERE kind = :kind AND id = ANY (:ids)")
                    .param("kind", kind)
                    .param("ids", ids.toArray(UUID[]::new))
                    .update();
        }
    }

    private void write(String kind, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO search_document (kind, id, within, leads, at, audience, languages, words, head, title)
                SELECT :kind, n.id, n.within, n.leads, n.at, string_to_array(n.audience, ' '), n.languages, n.words::tsvector, n.head::tsvector, n.title
                  FROM unnest(:ids::uuid[], :within::uuid[], :leads::boolean[], :at::timestamptz[], :audience::text[],
                              :languages::text[], :words::text[], :heads::text[], :titles::text[])
                       AS n (id, within, leads, at, audience, languages, words, head, title)
                ON CONFLICT (kind, id) DO UPDATE
                   SET within = excluded.within, leads = excluded.leads, at = excluded.at, audience = excluded.audience,
                       languages = excluded.languages, words = excluded.words, head = excluded.head, title = excluded.title""")
                .param("kind", kind)
                .param("ids", rows.stream().map(row -> row.document().id()).toArray(UUID[]::new))
                .param(
                        "within",
                        rows.stream().map(row -> row.document().within()).toArray(UUID[]::new))
                .param(
                        "leads",
                        rows.stream().map(row -> row.document().leading()).toArray(Boolean[]::new))
                .param(
                        "at",
                        rows.stream()
                                .map(row -> Columns.moment(row.document().at()).toString())
                                .toArray(String[]::new))
                .param(
                        "audience",
                        rows.stream()
                                .map(row -> String.join(
                                        " ", new TreeSet<>(row.document().audience())))
                                .toArray(String[]::new))
                .param(
                        "languages",
                        rows.stream()
                                .map(row -> row.document().languages().stream()
                                        .map(Language::code)
                                        .sorted()
                                        .collect(Collectors.joining(" ")))
                                .toArray(String[]::new))
                .param("words", rows.stream().map(row -> row.words().toString()).toArray(String[]::new))
                .param("heads", rows.stream().map(Row::head).toArray(String[]::new))
                .param("titles", rows.stream().map(Row::title).toArray(String[]::new))
                .update();
    }

    private void learn(List<Row> rows) {
        Set<String> stems = new TreeSet<>();
        rows.forEach(row -> stems.addAll(row.words().stems()));
        if (!stems.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO search_word (word, latin) SELECT * FROM unnest(:stems::text[], :latin::text[])
                    ON CONFLICT DO NOTHING""")
                    .param("stems", stems.toArray(String[]::new))
                    .param("latin", stems.stream().map(Latin::of).toArray(String[]::new))
                    .update();
        }
    }

    /** Forgets stems behind one that no document holds any more. @return the last that was looked at, null where there was none */
    @Nullable String forgetWords(String after, int limit) {
        return jdbc.sql("""
                WITH looked AS (SELECT word FROM search_word WHERE word > :after ORDER BY word LIMIT :limit),
                     gone AS (
                         DELETE FROM search_word w USING looked l
                          WHERE w.word = l.word AND NOT EXISTS (
                                SELECT 1 FROM search_document d
                                 WHERE d.words @@ ('''' || replace(replace(l.word, '\\', '\\\\'), '''', '''''') || '''')::tsquery))
                SELECT max(word) FROM looked""")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** What is marked as changed and due, at most so many, and taken off the list. */
    List<Change> take(int limit) {
        return jdbc.sql("""
                DELETE FROM search_changed WHERE number IN (
                       SELECT number FROM search_changed WHERE due <= now() ORDER BY number LIMIT :limit)
                RETURNING number, kind, id, attempts""")
                .param("limit", limit)
                .query((row, _) -> new Change(row.getString("kind"), Columns.id(row, "id"), row.getInt("attempts")))
                .list();
    }

    /** Puts back what could not be read; the next attempt waits the longer, the more there were. */
    void putOff(Change change) {
        jdbc.sql("""
                INSERT INTO search_changed (kind, id, attempts, due)
                VALUES (:kind, :id, :attempts, now() + least(power(4, :waited), 86400) * interval '1 second')""")
                .param("kind", change.kind())
                .param("id", change.id())
                .param("attempts", change.attempts() + 1)
                .param("waited", Math.min(10, change.attempts()))
                .update();
    }

    record Change(String kind, UUID id, int attempts) {}

    static Map<String, Set<UUID>> byKind(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(Change::kind, Collectors.mapping(Change::id, Collectors.toSet())));
    }
}
