package org.kvartal.accounts.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PersonalData;
import org.kvartal.kernel.PersonalData.Burden;
import org.kvartal.kernel.PersonalData.Sight;
import org.kvartal.kernel.PersonalData.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who can see what of somebody's data, and what others still expect of them: each asks for themselves. */
@Component
public class OwnData {

    private final ObjectProvider<PersonalData> modules;
    private final JdbcClient jdbc;
    private final People people;
    private final Permissions permissions;
    private final Clock clock;

    OwnData(
            ObjectProvider<PersonalData> modules,
            JdbcClient jdbc,
            People people,
            Permissions permissions,
            Clock clock) {
        this.modules = modules;
        this.jdbc = jdbc;
        this.people = people;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Those who hold a role of the whole house, by the role that lets them see more than others. */
    public record Keepers(Role role, List<PersonCard> people) {}

    /** Who can see what of the asker's data, accounts first. */
    @Transactional(readOnly = true)
    public List<Sight> sights(Asker asker) {
        Subject subject = subject(asker.requirePerson());
        return sorted().stream()
                .flatMap(module -> module.sights(subject).stream())
                .toList();
    }

    /** Who keeps the house now, by name. */
    @Transactional(readOnly = true)
    public List<Keepers> keepers(Asker asker, Language language) {
        asker.requirePerson();
        List<Keepers> keepers = new ArrayList<>();
        for (Role role : List.of(Role.OFFICER, Role.ADMINISTRATOR)) {
            List<PersonId> holders = jdbc.sql("""
                    SELECT DISTINCT person FROM role_grant
                     WHERE role = :role AND scope_kind = :platform AND from_at <= :now AND (to_at IS NULL OR to_at > :now)
                    """)
                    .param("role", role.name())
                    .param("platform", Scope.PLATFORM.kind())
                    .param("now", Columns.moment(clock.instant()))
                    .query((row, _) -> Columns.person(row, "person"))
                    .list();
            Map<PersonId, PersonCard> cards = people.cards(holders);
            if (!cards.isEmpty()) {
                keepers.add(new Keepers(
                        role,
                        cards.values().stream()
                                .sorted(Comparator.comparing(card -> card.name(language)))
                                .toList()));
            }
        }
        return keepers;
    }

    /** What others still expect of the asker. */
    @Transactional(readOnly = true)
    public List<Burden> burdens(Asker asker) {
        return burdens(asker.requirePerson());
    }

    /**
     * The same of somebody else, for those who may erase them.
     *
     * @throws org.kvartal.kernel.Forbidden if the asker may not
     */
    @Transactional(readOnly = true)
    public List<Burden> burdens(Asker by, PersonId person) {
        permissions.check(by, Erasures.CARRY_OUT, Scope.PLATFORM);
        return burdens(person);
    }

    private List<Burden> burdens(PersonId person) {
        Subject subject = subject(person);
        return sorted().stream()
                .flatMap(module -> module.burdens(subject).stream())
                .toList();
    }

    private List<PersonalData> sorted() {
        return modules.stream()
                .sorted(Comparator.comparing(
                                (PersonalData module) -> !module.module().equals(Profiles.MODULE))
                        .thenComparing(PersonalData::module))
                .toList();
    }

    private Subject subject(PersonId person) {
        return jdbc.sql("""
                SELECT p.name, a.address_folded FROM person p LEFT JOIN account a ON a.person = p.id WHERE p.id = :person
                """)
                .param("person", person.value())
                .query((row, _) -> new Subject(person, row.getString("name"), row.getString("address_folded")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
