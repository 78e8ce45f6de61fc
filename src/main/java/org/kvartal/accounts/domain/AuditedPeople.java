package org.kvartal.accounts.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.springframework.stereotype.Component;

/** Names the people to whom something was done, their roles and sign-ins; who did something to themselves needs no second name. */
@Component
class AuditedPeople implements AuditedThings {

    private final People people;
    private final Permissions permissions;
    private final Messages messages;

    AuditedPeople(People people, Permissions permissions, Messages messages) {
        this.people = people;
        this.permissions = permissions;
        this.messages = messages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Newcomers.PERSON, GrantBook.GRANT, SignIns.SIGN_IN);
    }

    @Override
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        Map<Long, PersonId> concerned = new HashMap<>();
        for (AuditedAct act : acts) {
            PersonId person = person(act);
            if (person != null && act.actor().person().filter(person::equals).isEmpty()) {
                concerned.put(act.number(), person);
            }
        }
        Map<PersonId, PersonCard> cards = people.cards(concerned.values());
        boolean linked = permissions.has(reader.asker(), Grants.GIVE, Scope.PLATFORM);
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            String role = role(act, reader);
            PersonId person = concerned.get(act.number());
            PersonCard card = person == null ? null : cards.get(person);
            if (card != null) {
                things.put(
                        act.number(),
                        new AuditedThing(
                                role == null ? card.name() : role + " · " + card.name(),
                                role == null ? card.language() : null,
                                linked ? AccountsPages.roles(card.id()) : null));
            } else if (role != null) {
                things.put(act.number(), AuditedThing.named(role));
            }
        }
        return things;
    }

    private static @Nullable PersonId person(AuditedAct act) {
        if (act.subject().kind().equals(Newcomers.PERSON)) {
            return new PersonId(act.subject().id());
        }
        return act.details().get("person") instanceof String id ? new PersonId(UUID.fromString(id)) : null;
    }

    private @Nullable String role(AuditedAct act, Reader reader) {
        return act.details().get("role") instanceof String role
                ? messages.text(reader.language(), "accounts.role." + role.toLowerCase(Locale.ROOT))
                : null;
    }
}
