package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.stereotype.Component;

/** What the office owes: a wording, a signature, an answer that was not read, a reminder, a look at what was reported. */
@Component
class AdvocacyTasks {

    private static final String OFFICE = Audience.role("OFFICER");

    private final Tasks tasks;
    private final AdvocacyClock clock;

    AdvocacyTasks(Tasks tasks, AdvocacyClock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The room has confirmed something that is still to be worded. */
    void word(Recommendation recommendation) {
        tasks.open(new TaskWish(
                "advocacy.word:" + recommendation.id(),
                OFFICE,
                "advocacy.task.word",
                List.of(recommendation.code()),
                AdvocacyPages.recommendation(recommendation.code()),
                null));
    }

    void worded(Recommendation recommendation) {
        tasks.done("advocacy.word:" + recommendation.id());
    }

    void sign(Dispatch dispatch, String code) {
        letter("sign", dispatch, code, null);
    }

    void send(Dispatch dispatch, String code) {
        letter("send", dispatch, code, null);
    }

    void classify(Dispatch dispatch, String code) {
        letter("classify", dispatch, code, clock.now().plus(Dispatches.CLASSIFY_DAYS, ChronoUnit.DAYS));
    }

    void clarify(Dispatch dispatch, String code) {
        letter("clarify", dispatch, code, null);
    }

    void bounced(Dispatch dispatch, String code) {
        letter("bounced", dispatch, code, null);
    }

    /** Its file is not the one that was signed. */
    void altered(DispatchId id, String code) {
        tasks.open(new TaskWish(
                key("altered", id), OFFICE, "advocacy.task.altered", List.of(code), AdvocacyPages.letter(id), null));
    }

    void remind(Dispatch dispatch, String code) {
        letter("remind", dispatch, code, null);
    }

    /** Whatever was owed about a letter is settled by the act that just happened. */
    void settled(Dispatch dispatch) {
        for (String what : List.of("sign", "send", "classify", "clarify", "bounced", "remind", "altered")) {
            tasks.done(key(what, dispatch.id()));
        }
    }

    void reminded(Dispatch dispatch) {
        tasks.done(key("remind", dispatch.id()));
    }

    private void letter(String what, Dispatch dispatch, String code, @Nullable Instant due) {
        tasks.open(new TaskWish(
                key(what, dispatch.id()),
                OFFICE,
                "advocacy.task." + what,
                List.of(code),
                AdvocacyPages.letter(dispatch.id()),
                due));
    }

    private static String key(String what, DispatchId dispatch) {
        return "advocacy." + what + ":" + dispatch;
    }

    void verify(Measure measure) {
        tasks.open(new TaskWish(
                "advocacy.verify:" + measure.id(),
                OFFICE,
                "advocacy.task.verify",
                List.of(measure.code()),
                AdvocacyPages.measure(measure.code()),
                null));
    }

    void verified(Measure measure) {
        tasks.done("advocacy.verify:" + measure.id());
    }
}
