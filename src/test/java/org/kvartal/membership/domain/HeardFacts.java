package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kvartal.membership.MandateEnded;
import org.kvartal.membership.MandateGiven;
import org.kvartal.membership.MemberAdmitted;
import org.kvartal.membership.MemberLeft;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears the facts of membership as a module above would: once their transaction has committed. */
class HeardFacts {

    private final List<Object> facts = Collections.synchronizedList(new ArrayList<>());

    @TransactionalEventListener(
            phase = TransactionPhase.AFTER_COMMIT,
            classes = {MemberAdmitted.class, MemberLeft.class, MandateGiven.class, MandateEnded.class})
    void on(Object fact) {
        facts.add(fact);
    }

    <F> List<F> of(Class<F> type) {
        synchronized (facts) {
            return facts.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
