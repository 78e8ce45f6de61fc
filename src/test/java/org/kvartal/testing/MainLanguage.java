package org.kvartal.testing;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house speaks another language first, until this is closed. */
public final class MainLanguage implements AutoCloseable {

    private final JdbcClient jdbc;
    private final HouseBook book;

    public MainLanguage(Language first, JdbcClient jdbc, HouseBook book) {
        this.jdbc = jdbc;
        this.book = book;
        String languages = Stream.concat(Stream.of(first), Arrays.stream(Language.values()))
                .distinct()
                .map(Language::code)
                .collect(Collectors.joining(","));
        jdbc.sql("""
                INSERT INTO house_section (name, version, content, changed_at)
                VALUES ('place', 1, jsonb_build_object('languages', :languages, 'zone', 'Europe/Sofia'), now())
                """).param("languages", languages).update();
        book.readAgain();
    }

    @Override
    public void close() {
        jdbc.sql("DELETE FROM house_section WHERE name = 'place'").update();
        book.readAgain();
    }
}
