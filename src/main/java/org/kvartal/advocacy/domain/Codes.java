package org.kvartal.advocacy.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out codes, without gaps unless a transaction fails, and none twice. */
@Component
class Codes {

    private final JdbcClient jdbc;

    Codes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next code of a year. The year's row stays locked until the caller's transaction ends: others wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    RefCode next(char kind, int year) {
        int number = jdbc.sql("""
                INSERT INTO advocacy_code (kind, year, last) VALUES (:kind, :year, 1)
                ON CONFLICT (kind, year) DO UPDATE SET last = advocacy_code.last + 1
                RETURNING last""")
                .param("kind", String.valueOf(kind))
                .param("year", year)
                .query(Integer.class)
                .single();
        return new RefCode(kind, year, number);
    }
}
