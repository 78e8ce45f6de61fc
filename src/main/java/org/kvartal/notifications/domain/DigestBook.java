package org.kvartal.notifications.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Whereabouts.Stay;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.Wish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When whose letters of what came together are due. */
@Component
class DigestBook {

    private final JdbcClient jdbc;
    private final WishBook wishes;

    DigestBook(JdbcClient jdbc, WishBook wishes) {
        this.jdbc = jdbc;
        this.wishes = wishes;
    }

    /**
     * Somebody whose letter is due.
     *
     * @param seenAt when they were here as was known the last time
     */
    record Due(
            PersonId person,
            Wish wish,
            Instant at,
            @Nullable Instant seenAt) {

        /** When they were last here: sign-ins are forgotten after a while, and with them what they tell. */
        Instant seen(Stay stay) {
            return seenAt == null || stay.seenAt().isAfter(seenAt) ? stay.seenAt() : seenAt;
        }
    }

    /** @param after where an earlier answer ended, null for the first */
    List<Due> due(Rhythm rhythm, Instant now, @Nullable Due after, int limit) {
        return jdbc.sql("""
                SELECT person, preset, groups, letter_day, letter_hour, by_reading, seen_at, %1$s AS at FROM notice_wish
                 WHERE %1$s <= :now AND (:after::timestamptz IS NULL OR (%1$s, person) > (:after, :last))
                 ORDER BY %1$s, person LIMIT :limit
                """.formatted(column(rhythm)))
                .param("now", Columns.moment(now))
                .param("after", Columns.momentOrNull(after == null ? null : after.at()))
                .param("last", after == null ? null : after.person().value())
                .param("limit", limit)
                .query((row, _) -> new Due(
                        Columns.person(row, "person"),
                        wishes.wish(row),
                        Columns.moment(row, "at"),
                        Columns.momentOrNull(row, "seen_at")))
                .list();
    }

    /** @return whether nobody else has done so meanwhile */
    @Transactional
    boolean moveOn(Due due, Rhythm rhythm, @Nullable Instant seen, Instant next) {
        return jdbc.sql("""
                UPDATE notice_wish SET %1$s = :next, seen_at = coalesce(:seen, seen_at)
                 WHERE person = :person AND %1$s = :at
                """.formatted(column(rhythm)))
                        .param("next", Columns.moment(next))
                        .param("seen", Columns.momentOrNull(seen))
                        .param("person", due.person().value())
                        .param("at", Columns.moment(due.at()))
                        .update()
                > 0;
    }

    private static String column(Rhythm rhythm) {
        return switch (rhythm) {
            case DAILY -> "daily_at";
            case WEEKLY -> "weekly_at";
            case NOW, NEVER -> throw new IllegalArgumentException("nothing comes together " + rhythm);
        };
    }
}
