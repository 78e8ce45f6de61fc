package org.kvartal.search;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books and maps to be found, kept beside the database; readers have cards. */
@TestConfiguration(proxyBeanMethods = false)
class Library {

    static final Instant OPENED = Instant.parse("2026-03-01T08:00:00Z");

    final Map<UUID, SearchDocument> books = new ConcurrentHashMap<>();
    final Map<UUID, SearchDocument> maps = new ConcurrentHashMap<>();
    final Map<Asker, Set<String>> cards = new ConcurrentHashMap<>();
    final Map<UUID, Throwable> illegible = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();

    private final JdbcClient jdbc;

    Library(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A book for everybody. */
    UUID book(Language language, String title, String text) {
        return book(language, title, text, Set.of(SearchAudiences.PUBLIC));
    }

    UUID book(Language language, String title, String text, Set<String> audience) {
        UUID id = Ids.next();
        put(SearchDocument.of(
                        id,
                        LocalizedText.of(language, title),
                        "/app/books/" + id,
                        OPENED.plusSeconds(books.size()),
                        audience)
                .saying(List.of(LocalizedText.of(language, text))));
        return id;
    }

    /** What is new or changed is marked, as the triggers of the modules do. */
    void put(SearchDocument book) {
        books.put(book.id(), book);
        mark("book", book.id());
    }

    void burn(UUID book) {
        books.remove(book);
        mark("book", book);
    }

    void map(SearchDocument map) {
        maps.put(map.id(), map);
        mark("map", map.id());
    }

    void mark(String kind, UUID id) {
        jdbc.sql("INSERT INTO search_changed (kind, id) VALUES (?, ?)")
                .params(kind, id)
                .update();
    }

    @Bean
    SearchSource booksSource() {
        return new Shelf("book", 1, books);
    }

    @Bean
    SearchSource mapsSource() {
        return new Shelf("map", 2, maps);
    }

    @Bean
    SearchAudiences readers() {
        return asker -> cards.getOrDefault(asker, Set.of());
    }

    private final class Shelf implements SearchSource {

        private final String kind;
        private final int order;
        private final Map<UUID, SearchDocument> things;

        Shelf(String kind, int order, Map<UUID, SearchDocument> things) {
            this.kind = kind;
            this.order = order;
            this.things = things;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String label() {
            return "search.title";
        }

        @Override
        public String module() {
            return order == 1 ? "search" : "maps";
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean isRecalled() {
            return order == 1;
        }

        @Override
        public Map<UUID, SearchDocument> documents(Collection<UUID> ids) {
            asked.incrementAndGet();
            if (new HashSet<>(ids).size() != ids.size()) {
                throw new AssertionError("asked twice for one thing");
            }
            Map<UUID, SearchDocument> now = new HashMap<>();
            ids.forEach(id -> {
                switch (illegible.get(id)) {
                    case RuntimeException failed -> throw failed;
                    case Error broken -> throw broken;
                    case null, default -> {}
                }
                SearchDocument thing = things.get(id);
                if (thing != null) {
                    now.put(id, thing);
                }
            });
            return now;
        }

        @Override
        public List<UUID> ids(@Nullable UUID after, int limit) {
            // As PostgreSQL sorts them.
            return things.keySet().stream()
                    .filter(id -> after == null || id.toString().compareTo(after.toString()) > 0)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .limit(limit)
                    .toList();
        }
    }
}
