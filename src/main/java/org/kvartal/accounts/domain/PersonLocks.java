package org.kvartal.accounts.domain;

import java.util.Collection;
import java.util.UUID;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks the rows of people until the caller's transaction ends. */
@Component
class PersonLocks {

    private final JdbcClient jdbc;

    PersonLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * For who changes what a person may.
     *
     * @throws NotFound if there is no such person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(PersonId person) {
        take("SELECT 1 FROM person WHERE id = :id FOR UPDATE", person);
    }

    /**
     * The same for many, in one order.
     *
     * @throws NotFound if one of them is not there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockAll(Collection<PersonId> people) {
        UUID[] ids = people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
        if (jdbc.sql("SELECT 1 FROM person WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
                        .param("ids", ids)
                        .query((_, _) -> 1)
                        .list()
                        .size()
                < ids.length) {
            throw new NotFound();
        }
    }

    /**
     * For what many may do at once, but not while somebody changes what the person may.
     *
     * @throws NotFound if there is no such person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void share(PersonId person) {
        take("SELECT 1 FROM person WHERE id = :id FOR KEY SHARE", person);
    }

    private void take(String statement, PersonId person) {
        if (jdbc.sql(statement)
                .param("id", person.value())
                .query((_, _) -> 1)
                .list()
                .isEmpty()) {
            throw new NotFound();
        }
    }
}
