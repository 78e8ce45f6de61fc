package org.kvartal.notifications.domain;

import java.util.Set;
import org.kvartal.kernel.PersonId;
import org.springframework.boot.test.context.TestConfiguration;

/** The addresses at which letters are ended, as letters hold them. */
@TestConfiguration(proxyBeanMethods = false)
public class LeaveTokens {

    private final Leaves leaves;

    LeaveTokens(Leaves leaves) {
        this.leaves = leaves;
    }

    /** The path for these groups. */
    public String path(PersonId person, String... groups) {
        return "/unsubscribe/" + leaves.token(person, Set.of(groups));
    }
}
