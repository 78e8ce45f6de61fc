package org.kvartal.forum.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out the codes of sessions, without gaps unless a transaction fails, and none twice. */
@Component
class SessionCodes {

    private final JdbcClient jdbc;

    SessionCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next code of a year. The year's row stays locked until the caller's transaction ends: others wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    SessionCode next(int year) {
        int number = jdbc.sql("""
                INSERT INTO forum_code (year, last) VALUES (:year, 1)
                ON CONFLICT (year) DO UPDATE SET last = forum_code.last + 1
                RETURNING last""").param("year", year).query(Integer.class).single();
        return new SessionCode(year, number);
    }
}
