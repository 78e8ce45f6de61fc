package org.kvartal.kernel;

import java.util.Optional;

/** Who asks a service for something: every command and query of a module takes one and decides by it. */
public sealed interface Asker {

    /** Somebody who is not signed in. */
    record Guest() implements Asker {}

    /** A person who is signed in, or whose earlier wish is being carried out. */
    record Person(PersonId id) implements Asker {}

    /** The house itself: a job, an import or a listener, named as the audit trail will show it. */
    record House(String name) implements Asker {}

    static Asker guest() {
        return new Guest();
    }

    static Asker of(PersonId person) {
        return new Person(person);
    }

    static Asker house(String name) {
        return new House(name);
    }

    /** The person who asks, if it is one. */
    default Optional<PersonId> person() {
        return this instanceof Person(PersonId id) ? Optional.of(id) : Optional.empty();
    }

    /**
     * The person who asks.
     *
     * @throws Forbidden if a guest or the house asks: what is wanted here needs a person
     */
    default PersonId requirePerson() {
        return person().orElseThrow(Forbidden::new);
    }
}
