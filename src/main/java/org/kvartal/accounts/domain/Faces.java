package org.kvartal.accounts.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.files.FileId;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what pages show of people. */
@Component
class Faces implements People {

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Clock clock;
    private final Map<Language, String> former = new EnumMap<>(Language.class);

    Faces(JdbcClient jdbc, Permissions permissions, Clock clock, Messages messages) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.clock = clock;
        for (Language language : Language.values()) {
            former.put(language, messages.text(language, "accounts.former"));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonCard> card(PersonId person) {
        return Optional.ofNullable(cards(List.of(person)).get(person));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, PersonCard> cards(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT id, name, picture, language, former FROM person WHERE id = ANY (:ids)")
                .param("ids", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(this::face)
                .list()
                .stream()
                .collect(Collectors.toMap(PersonCard::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Language, Integer> languages(Collection<PersonId> people) {
        Map<Language, Integer> languages = new EnumMap<>(Language.class);
        if (!people.isEmpty()) {
            jdbc.sql("SELECT language, count(*) AS people FROM person WHERE id = ANY (:ids) GROUP BY language")
                    .param(
                            "ids",
                            people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                    .query(row -> {
                        languages.put(Columns.language(row, "language"), row.getInt("people"));
                    });
        }
        return languages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonCard> named(Asker by, String name, Language language, int offset, int limit) {
        permissions.check(by, Grants.SEE, Scope.PLATFORM);
        return jdbc.sql(
                        "SELECT p.id, p.name, p.picture, p.language, p.former FROM person p WHERE p.erased_at IS NULL AND "
                                + NameSearch.CONDITION
                                + " ORDER BY p.name COLLATE \"" + language.code()
                                + "-x-icu\", p.id OFFSET :offset LIMIT :limit")
                .param("patterns", NameSearch.patterns(name))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::face)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonCard> named(Permission holding, Scope scope, String name, Language language, int limit) {
        return jdbc.sql("""
                SELECT p.id, p.name, p.picture, p.language, p.former FROM person p
                 WHERE p.erased_at IS NULL AND %s
                   AND EXISTS (SELECT FROM role_grant g
                                WHERE g.person = p.id AND g.role = ANY (:roles)
                                  AND (g.scope_kind, g.scope_id) IN ((:kind, :id), (:platform, ''))
                                  AND g.from_at <= :now AND (g.to_at IS NULL OR g.to_at > :now))
                   AND NOT EXISTS (SELECT FROM suspension s WHERE s.person = p.id)
                 ORDER BY p.name COLLATE "%s-x-icu", p.id LIMIT :limit
                """.formatted(NameSearch.CONDITION, language.code()))
                .param("patterns", NameSearch.patterns(name))
                .param("roles", holding.holders().stream().map(Role::name).toArray(String[]::new))
                .param("kind", scope.kind())
                .param("id", scope.id())
                .param("platform", Scope.PLATFORM.kind())
                .param("now", Columns.moment(clock.instant()))
                .param("limit", limit)
                .query(this::face)
                .list();
    }

    /** A row that holds id, name, picture, language and former. */
    PersonCard face(ResultSet row, int index) throws SQLException {
        UUID picture = Columns.idOrNull(row, "picture");
        return new PersonCard(
                Columns.person(row, "id"),
                row.getString("name"),
                picture == null ? null : FilePages.small(new FileId(picture)),
                Columns.language(row, "language"),
                row.getBoolean("former") ? former : null);
    }
}
