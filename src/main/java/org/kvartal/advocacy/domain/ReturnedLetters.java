package org.kvartal.advocacy.domain;

import org.kvartal.advocacy.domain.LetterDesk.Held;
import org.kvartal.kernel.HouseClock;
import org.kvartal.mail.LetterRefused;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears that a letter with a recommendation could not be delivered: it has bounced, and somebody sees to it. Facts may come twice. */
@Component
class ReturnedLetters {

    private final LetterDesk desk;
    private final Postroom postroom;
    private final AdvocacyTasks tasks;
    private final AdvocacyTrail trail;
    private final HouseClock clock;

    ReturnedLetters(LetterDesk desk, Postroom postroom, AdvocacyTasks tasks, AdvocacyTrail trail, HouseClock clock) {
        this.desk = desk;
        this.postroom = postroom;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "advocacy.letter-came-back")
    void on(LetterRefused fact) {
        Postroom.mailed(fact.factKey()).ifPresent(mailed -> {
            Held held = desk.hold(mailed.dispatch());
            if (held.dispatch().cameBack(mailed.letter(), fact.reason(), clock.now())) {
                postroom.revoke(mailed.dispatch());
                desk.save(held.dispatch());
                tasks.settled(held.dispatch());
                tasks.bounced(held.dispatch(), held.code());
                trail.dispatch(
                        AdvocacyTrail.HOUSE,
                        "advocacy.letter-bounced",
                        mailed.dispatch(),
                        entry -> entry.because(fact.reason()));
            }
        });
    }
}
