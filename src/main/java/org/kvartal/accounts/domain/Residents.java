package org.kvartal.accounts.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.HeldGrant;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the house as those see them who keep it: who may what, and who may not come in. Each answer takes a constant number of queries. */
@Component
public class Residents {

    private static final String SELECT = """
            SELECT p.id, p.name, p.picture, p.language, p.former, p.erased_at, p.joined_at, s.reason, s.by_person, s.since
              FROM person p LEFT JOIN suspension s ON s.person = p.id
            """;

    private final JdbcClient jdbc;
    private final Faces faces;
    private final GrantBook grants;
    private final Permissions permissions;
    private final Clock clock;

    Residents(JdbcClient jdbc, Faces faces, GrantBook grants, Permissions permissions, Clock clock) {
        this.jdbc = jdbc;
        this.faces = faces;
        this.grants = grants;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Among whom one looks. */
    public enum Among {
        /** Whoever holds more than belonging: facilitators, officers, administrators. */
        KEEPERS(Role.FACILITATOR, Role.OFFICER, Role.ADMINISTRATOR),
        ADMINISTRATORS(Role.ADMINISTRATOR),
        OFFICERS(Role.OFFICER),
        FACILITATORS(Role.FACILITATOR),
        MEMBERS(Role.MEMBER),
        SUSPENDED,
        ALL;

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody changes
        private final List<Role> roles;

        Among(Role... roles) {
            this.roles = List.of(roles);
        }
    }

    /**
     * One person.
     *
     * @param erased whether they are gone for good
     * @param roles what they hold now and were given for later
     * @param barred null where they may come in
     */
    public record Resident(
            PersonCard card,
            Instant joinedAt,
            boolean erased,
            List<HeldGrant> roles,
            @Nullable Barred barred) {}

    /**
     * That somebody is suspended, and why.
     *
     * @param by null where the house did it
     */
    public record Barred(String reason, @Nullable PersonCard by, Instant since) {}

    /** @param next the key to go on after, null at the end */
    public record Found(List<Resident> people, @Nullable ResidentKey next) {}

    public record ResidentKey(String name, PersonId person) {}

    /**
     * People by name, in the order of the reader's alphabet, by keyset.
     *
     * @param name part of a name; empty finds everybody
     * @throws org.kvartal.kernel.Forbidden if the asker may not give roles
     */
    @Transactional(readOnly = true)
    public Found find(Asker by, Among among, String name, @Nullable ResidentKey after, Language language, int limit) {
        permissions.check(by, Grants.GIVE, Scope.PLATFORM);
        Map<String, Object> values = new HashMap<>();
        values.put("patterns", NameSearch.patterns(name));
        values.put("limit", limit + 1);
        String where = " WHERE p.erased_at IS NULL AND " + NameSearch.CONDITION;
        String alphabet = "p.name COLLATE \"" + language.code() + "-x-icu\"";
        if (among == Among.SUSPENDED) {
            where += " AND s.person IS NOT NULL";
        }
        if (!among.roles.isEmpty()) {
            where += """
                     AND p.id IN (SELECT g.person FROM role_grant g
                          WHERE g.role = ANY (:roles) AND (g.to_at IS NULL OR g.to_at > :now))
                    """;
            values.put("now", Columns.moment(clock.instant()));
            values.put("roles", among.roles.stream().map(Role::name).toArray(String[]::new));
        }
        if (after != null) {
            where += " AND (" + alphabet + ", p.id) > (:name, :person)";
            values.put("name", after.name());
            values.put("person", after.person().value());
        }
        List<Row> rows = jdbc.sql(SELECT + where + " ORDER BY " + alphabet + ", p.id LIMIT :limit")
                .params(values)
                .query(this::row)
                .list();
        List<Resident> people = residents(rows.subList(0, Math.min(limit, rows.size())));
        return new Found(
                people,
                rows.size() <= limit
                        ? null
                        : new ResidentKey(
                                people.getLast().card().name(),
                                people.getLast().card().id()));
    }

    /**
     * One person.
     *
     * @throws NotFound if there is no such person
     * @throws org.kvartal.kernel.Forbidden if the asker may not give roles
     */
    @Transactional(readOnly = true)
    public Resident one(Asker by, PersonId person) {
        permissions.check(by, Grants.GIVE, Scope.PLATFORM);
        return residents(jdbc.sql(SELECT + " WHERE p.id = :person")
                        .param("person", person.value())
                        .query(this::row)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Resident> residents(List<Row> rows) {
        Map<PersonId, List<HeldGrant>> held =
                grants.held(rows.stream().map(row -> row.card.id()).toList());
        Map<PersonId, PersonCard> barring =
                faces.cards(rows.stream().map(Row::by).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> new Resident(
                        row.card,
                        row.joinedAt,
                        row.erased,
                        held.getOrDefault(row.card.id(), List.of()),
                        row.since == null || row.reason == null
                                ? null
                                : new Barred(row.reason, row.by == null ? null : barring.get(row.by), row.since)))
                .toList();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                faces.face(row, index),
                Columns.moment(row, "joined_at"),
                Columns.momentOrNull(row, "erased_at") != null,
                row.getString("reason"),
                Columns.personOrNull(row, "by_person"),
                Columns.momentOrNull(row, "since"));
    }

    private record Row(
            PersonCard card,
            Instant joinedAt,
            boolean erased,
            @Nullable String reason,
            @Nullable PersonId by,
            @Nullable Instant since) {}
}
