package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom rows of a table may be about, for many rows in one query each. */
@Component
class MemberMatches {

    private final JdbcClient jdbc;
    private final MandateReads mandates;
    private final HouseClock day;

    MemberMatches(JdbcClient jdbc, MandateReads mandates, HouseClock day) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.day = day;
    }

    /** A member as it stands now. */
    record Here(
            UUID id,
            MemberKind kind,
            @Nullable PersonId person,
            LocalizedText name,
            @Nullable String place,
            String city,
            List<String> sectors,
            String website,
            @Nullable LocalizedText about,
            @Nullable Registration registration,
            boolean current) {}

    /** A mandate that counts, or an invitation that waits. */
    record Acting(
            UUID id,
            UUID association,
            RepresentationKind kind,
            @Nullable PersonId person,
            @Nullable String addressFolded,
            String name,
            boolean over) {

        boolean is(@Nullable PersonId somebody, EmailAddress address) {
            return person == null ? address.folded().equals(addressFolded) : person.equals(somebody);
        }
    }

    Map<UUID, Here> members(Collection<UUID> ids) {
        Map<UUID, Here> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT m.*," + MemberReads.CURRENT + "AS current FROM member m WHERE m.id = ANY (:ids)")
                    .param("ids", distinct(ids))
                    .param("now", Columns.moment(day.now()))
                    .query((row, _) -> found.put(Columns.id(row, "id"), here(row)))
                    .list();
        }
        return found;
    }

    /** Members who are called so now in one of their languages, whatever the case, signs and accents; by the folded name. */
    Map<String, Set<UUID>> named(Collection<String> folded, boolean organisations) {
        Map<String, Set<UUID>> found = new HashMap<>();
        if (!folded.isEmpty()) {
            jdbc.sql("""
                    SELECT s.name, m.id FROM unnest(:names::text[]) AS s (name)
                      JOIN member m ON m.names @> ARRAY[s.name] AND NOT m.left_told
                       AND (m.kind <> 'PERSON') = :organisations AND""" + MemberReads.CURRENT)
                    .param("names", folded.stream().distinct().toArray(String[]::new))
                    .param("organisations", organisations)
                    .param("now", Columns.moment(day.now()))
                    .query((row, _) -> found.computeIfAbsent(row.getString("name"), _ -> new HashSet<>())
                            .add(Columns.id(row, "id")))
                    .list();
        }
        return found;
    }

    /** Organisations of today by their number in any register. */
    Map<String, Set<UUID>> numbered(Collection<String> numbers) {
        Map<String, Set<UUID>> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("SELECT m.registration_number AS number, m.id FROM member m"
                            + " WHERE m.registration_number = ANY (:numbers) AND" + MemberReads.CURRENT)
                    .param("numbers", numbers.stream().distinct().toArray(String[]::new))
                    .param("now", Columns.moment(day.now()))
                    .query((row, _) -> found.computeIfAbsent(row.getString("number"), _ -> new HashSet<>())
                            .add(Columns.id(row, "id")))
                    .list();
        }
        return found;
    }

    /** Who acts for these organisations, or is invited to, today or later. */
    Map<UUID, List<Acting>> acting(Collection<UUID> associations) {
        Map<UUID, List<Acting>> found = new HashMap<>();
        if (!associations.isEmpty()) {
            jdbc.sql(ACTING + " WHERE d.association = ANY (:ids) AND NOT" + OVER + "ORDER BY d.id")
                    .param("ids", distinct(associations))
                    .params(mandates.moment())
                    .query((row, _) -> found.computeIfAbsent(Columns.id(row, "association"), _ -> new ArrayList<>())
                            .add(acting(row)))
                    .list();
        }
        return found;
    }

    /** Mandates by their ids, also those that are over. */
    Map<UUID, Acting> mandates(Collection<UUID> ids) {
        Map<UUID, Acting> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(ACTING + " WHERE d.id = ANY (:ids)")
                    .param("ids", distinct(ids))
                    .params(mandates.moment())
                    .query((row, _) -> found.put(Columns.id(row, "id"), acting(row)))
                    .list();
        }
        return found;
    }

    private static final String OVER = " (d.ended_at IS NOT NULL OR coalesce(d.to_day < :today, false)"
            + " OR coalesce(m.ends_at <= :now, false)) ";

    private static final String ACTING =
            "SELECT d.*," + OVER + "AS over FROM mandate d JOIN member m ON m.id = d.association";

    private static Acting acting(ResultSet row) throws SQLException {
        return new Acting(
                Columns.id(row, "id"),
                Columns.id(row, "association"),
                RepresentationKind.valueOf(row.getString("kind")),
                Columns.personOrNull(row, "person"),
                row.getString("address_folded"),
                row.getString("name"),
                row.getBoolean("over"));
    }

    private static Here here(ResultSet row) throws SQLException {
        return new Here(
                Columns.id(row, "id"),
                MemberKind.valueOf(row.getString("kind")),
                Columns.personOrNull(row, "person"),
                LocalizedText.stored(row.getString("name")),
                row.getString("place"),
                row.getString("city"),
                Cards.texts(row, "sectors"),
                row.getString("website"),
                Cards.textOrNull(row, "about"),
                Cards.registration(row),
                row.getBoolean("current"));
    }

    private static UUID[] distinct(Collection<UUID> ids) {
        return ids.stream().distinct().toArray(UUID[]::new);
    }
}
