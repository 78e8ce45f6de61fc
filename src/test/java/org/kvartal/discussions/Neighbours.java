package org.kvartal.discussions;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** People with roles, without accounts' tables: discussions are tested by themselves. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    @Bean
    Roster roster() {
        return new Roster();
    }

    static final class Roster implements Permissions, People {

        private final Map<PersonId, Set<Role>> roles = new ConcurrentHashMap<>();

        /** A new person who holds these roles. */
        Asker person(Role... held) {
            PersonId id = PersonId.next();
            roles.put(id, Set.of(held));
            return Asker.of(id);
        }

        /** Ends every role that the person holds. */
        void endRoles(Asker person) {
            roles.put(person.requirePerson(), Set.of());
        }

        @Override
        public boolean has(Asker asker, Permission permission, Scope scope) {
            return asker instanceof Asker.House
                    || roles(asker, scope).stream().anyMatch(permission.holders()::contains);
        }

        @Override
        public void check(Asker asker, Permission permission, Scope scope) {
            if (!has(asker, permission, scope)) {
                throw new Forbidden();
            }
        }

        @Override
        public Set<Role> roles(Asker asker, Scope scope) {
            return asker.person().map(id -> roles.getOrDefault(id, Set.of())).orElse(Set.of());
        }

        @Override
        public Optional<PersonCard> card(PersonId person) {
            return Optional.ofNullable(cards(Set.of(person)).get(person));
        }

        @Override
        public Map<PersonId, PersonCard> cards(Collection<PersonId> people) {
            Map<PersonId, PersonCard> cards = new HashMap<>();
            people.forEach(id -> cards.put(id, new PersonCard(id, "Person " + id, null, Language.EN)));
            return cards;
        }
    }
}
