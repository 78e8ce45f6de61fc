package org.kvartal.seminars.ui;

import java.time.Clock;
import org.kvartal.kernel.Asker;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.springframework.stereotype.Component;

/** What takes a seminar from one state to the next. */
@Component
class DeskActs {

    private final SeminarDesk desk;
    private final Clock clock;

    DeskActs(SeminarDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What happens to a seminar as the page shows it. */
    private interface Step {
        void take(Asker by, SeminarId id, long version);
    }

    void into(Acts acts, SeminarPage page, Words words) {
        SeminarState state = page.card().state();
        switch (state) {
            case DRAFT -> acts.next("publish", () -> sure(page, words, "publish", desk::publish));
            case PUBLISHED ->
                acts.next("open-registration", () -> sure(page, words, "open-registration", desk::openRegistration));
            case REGISTRATION_OPEN ->
                acts.also("close-registration", () -> sure(page, words, "close-registration", desk::closeRegistration));
            case REGISTRATION_CLOSED -> acts.next("start", () -> sure(page, words, "start", desk::start));
            case RUNNING -> {
                if (page.card().over(clock.instant())) {
                    acts.next("finish", () -> sure(page, words, "finish", desk::finish));
                }
            }
            case FINISHED -> acts.seldom("archive", () -> sure(page, words, "archive", desk::archive));
            case ARCHIVED, CANCELLED -> {}
        }
        if (state.next().contains(SeminarState.CANCELLED)) {
            acts.seldom("cancel", () -> cancel(page, words));
        }
    }

    private static Ask sure(SeminarPage page, Words words, String what, Step step) {
        return new Ask(words, "seminars." + what + "." + page.card().slug(), "seminars.app." + what + "-now")
                .note(words.text("seminars.app." + what + "-text"))
                .doing(() ->
                        step.take(words.asker(), page.card().id(), page.card().version()));
    }

    private Ask cancel(SeminarPage page, Words words) {
        Ask ask = new Ask(words, "seminars.cancel." + page.card().slug(), "seminars.app.cancel-now")
                .note(words.text("seminars.app.cancel-text"))
                .harmful();
        var reason = ask.block("reason", ask.label("reason"), "", true);
        return ask.doing(
                () -> desk.cancel(words.asker(), page.card().id(), page.card().version(), reason.getValue()));
    }
}
