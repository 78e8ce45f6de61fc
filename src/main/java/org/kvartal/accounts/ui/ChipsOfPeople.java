package org.kvartal.accounts.ui;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.PersonId;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.PersonChips;
import org.springframework.stereotype.Component;

/** Faces and names for pages of modules that don't know people. */
@Component
class ChipsOfPeople implements PersonChips {

    private final People people;

    ChipsOfPeople(People people) {
        this.people = people;
    }

    @Override
    public Map<PersonId, Supplier<PersonChip>> of(Collection<PersonId> wanted) {
        return people.cards(wanted).values().stream()
                .collect(Collectors.toMap(PersonCard::id, card -> () -> chip(card)));
    }

    private static PersonChip chip(PersonCard card) {
        return new PersonChip(card.id(), card.name(), card.picture(), card.language());
    }
}
