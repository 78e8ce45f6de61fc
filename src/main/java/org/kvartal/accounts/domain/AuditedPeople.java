package org.kvartal.accounts.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        Map<PersonId, PersonCard> cards = people.cards(acts.stream()
                .map(AuditedPeople::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        boolean linked = permissions.has(reader.asker(), Grants.GIVE, Scope.PLATFORM);
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            PersonId person = person(act);
            PersonCard card = person == null ? null : cards.get(person);
            String role = role(act, reader);
            if (act.actor()
                    .person()
                    .filter(actor -> person == null || actor.equals(person))
                    .isPresent()) {
                things.put(act.number(), role == null ? AuditedThing.ACTOR : AuditedThing.named(role));
            } else if (role != null) {
                things.put(act.number(), new AuditedThing(role + " · " + name(card, reader), null, path(card, linked)));
            } else if (card != null) {
                things.put(act.number(), new AuditedThing(card.name(), card.language(), path(card, linked)));
            }
        }
        return things;
    }

    private String name(@Nullable PersonCard card, Reader reader) {
        return card == null ? messages.text(reader.language(), "accounts.trail.somebody") : card.name();
    }

    private static @Nullable String path(@Nullable PersonCard card, boolean linked) {
        return card == null || !linked ? null : AccountsPages.roles(card.id());
    }

    private static @Nullable PersonId person(AuditedAct act) {
        if (act.subject().kind().equals(Newcomers.PERSON)) {
            return new PersonId(act.subject().id());
        }
        UUID person = act.detail("person");
        return person == null ? null : new PersonId(person);
    }

    private @Nullable String role(AuditedAct act, Reader reader) {
        return act.details().get("role") instanceof String role
                ? messages.text(reader.language(), "accounts.role." + role.toLowerCase(Locale.ROOT))
                : null;
    }
}
