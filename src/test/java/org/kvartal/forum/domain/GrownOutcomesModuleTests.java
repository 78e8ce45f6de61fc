package org.kvartal.forum.domain;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Ids;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who looks at what came out of a session sees what is made of it. */
class GrownOutcomesModuleTests extends RoomHouse {

    @Autowired
    Live live;

    @Autowired
    Trace trace;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void pagesReadAgainOnceSomethingWasMadeOfAnOutcome() {
        theSessionBegins();
        OutcomeId outcome = noted(OutcomeKind.RECOMMENDATION, looms, "The city lends its halls");
        AtomicInteger news = new AtomicInteger();
        try (Listening _ = live.onChange(ForumTopics.minutes(running), news::incrementAndGet)) {
            transaction.executeWithoutResult(_ -> trace.link(
                    facilitator,
                    new Strand(outcome.traced(), Relation.BECAME, new TraceNode("recommendation", Ids.next()))));

            await().until(() -> news.get() > 0);
        }
    }
}
