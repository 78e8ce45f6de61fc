package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Registration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out numbers in registers: each to one member, one at a time, so that two who come at once are not both first. */
@Component
class Registrations {

    private final JdbcClient jdbc;
    private final HouseClock day;

    Registrations(JdbcClient jdbc, HouseClock day) {
        this.jdbc = jdbc;
        this.day = day;
    }

    /**
     * Keeps these numbers from everybody else until the caller's transaction ends.
     *
     * @param except who may stand under them already: the member that they are given to; null for nobody
     * @param apart the same for all whom this application was told apart from; null for nobody
     * @param field where it is refused, null for the whole request
     * @throws Refused if another member stands under one of them now
     */
    void requireFree(
            Collection<Registration> numbers,
            @Nullable MemberId except,
            @Nullable ApplicationId apart,
            @Nullable String field) {
        if (numbers.isEmpty()) {
            return;
        }
        // In one order, so that two who want several of the same wait for each other only once.
        List<Registration> sorted = numbers.stream()
                .sorted(Comparator.comparing(Registration::scheme).thenComparing(Registration::number))
                .toList();
        String[] schemes = sorted.stream().map(Registration::scheme).toArray(String[]::new);
        String[] ordered = sorted.stream().map(Registration::number).toArray(String[]::new);
        jdbc.sql("""
                SELECT count(pg_advisory_xact_lock(hashtextextended('membership.registration ' || w.scheme || ' ' || w.number, 0)))
                  FROM unnest(:schemes::text[], :numbers::text[]) AS w (scheme, number)""")
                .param("schemes", schemes)
                .param("numbers", ordered)
                .query(Long.class)
                .single();
        boolean taken = jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM unnest(:schemes::text[], :numbers::text[]) AS w (scheme, number)
                      JOIN member m ON m.registration_number = w.number AND m.registration_scheme = w.scheme
                     WHERE m.id IS DISTINCT FROM :except::uuid AND NOT EXISTS (
                           SELECT FROM told_apart p
                            WHERE (p.one = :apart::uuid AND p.other = m.id) OR (p.one = m.id AND p.other = :apart::uuid))
                       AND""" + MemberReads.CURRENT + ")")
                .param("schemes", schemes)
                .param("numbers", ordered)
                .param("except", except == null ? null : except.value())
                .param("apart", apart == null ? null : apart.value())
                .param("now", Columns.moment(day.now()))
                .query(Boolean.class)
                .single();
        if (taken) {
            String key = "membership.refused.registration-taken";
            throw field == null ? Refused.because(key) : Refused.at(field, key);
        }
    }
}
