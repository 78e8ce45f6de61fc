package org.kvartal.missions.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out codes, without gaps unless a transaction fails, and none twice. */
@Component
class MissionCodes {

    private final JdbcClient jdbc;
    private final MissionClock clock;

    MissionCodes(JdbcClient jdbc, MissionClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next code of this year. The year's row stays locked until the caller's transaction ends: others wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    MissionCode next(char kind) {
        int year = clock.today().getYear();
        int number = jdbc.sql("""
                INSERT INTO missions_code (kind, year, last) VALUES (:kind, :year, 1)
                ON CONFLICT (kind, year) DO UPDATE SET last = missions_code.last + 1
                RETURNING last""")
                .param("kind", String.valueOf(kind))
                .param("year", year)
                .query(Integer.class)
                .single();
        return new MissionCode(kind, year, number);
    }
}
