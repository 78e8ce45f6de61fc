package org.kvartal.notifications.domain;

import org.kvartal.kernel.PersonId;
import org.springframework.boot.test.context.TestConfiguration;

/** The addresses at which letters are ended, as letters hold them. */
@TestConfiguration(proxyBeanMethods = false)
public class LeaveTokens {

    private final Leaves leaves;

    LeaveTokens(Leaves leaves) {
        this.leaves = leaves;
    }

    /** The path for one group. */
    public String path(PersonId person, String group) {
        return "/unsubscribe/" + leaves.token(person, group);
    }
}
