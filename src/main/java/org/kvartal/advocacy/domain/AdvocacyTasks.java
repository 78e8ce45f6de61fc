package org.kvartal.advocacy.domain;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.kernel.HouseClock;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.stereotype.Component;

/** What is owed: a wording, a signature, an answer that was not read, a reminder, a look at what was reported. */
@Component
class AdvocacyTasks {

    private final Tasks tasks;
    private final HouseClock clock;

    AdvocacyTasks(Tasks tasks, HouseClock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The room has confirmed something that is still to be worded. */
    void word(Recommendation recommendation) {
        tasks.open(new TaskWish(
                "advocacy.word:" + recommendation.id(),
                VoiceAudiences.DESK,
                "advocacy.task.word",
                List.of(recommendation.code()),
                AdvocacyPages.recommendation(recommendation.code()),
                null));
    }

    void worded(Recommendation recommendation) {
        tasks.done("advocacy.word:" + recommendation.id());
    }

    void sign(Dispatch dispatch, String code) {
        letter("sign", dispatch, code, VoiceAudiences.signersOf(dispatch), null);
    }

    void send(Dispatch dispatch, String code) {
        letter("send", dispatch, code, VoiceAudiences.DESK, null);
    }

    void classify(Dispatch dispatch, String code) {
        letter(
                "classify",
                dispatch,
                code,
                VoiceAudiences.DESK,
                Due.at(clock.now().plus(Dispatches.CLASSIFY_DAYS, ChronoUnit.DAYS)));
    }

    void clarify(Dispatch dispatch, String code) {
        letter("clarify", dispatch, code, VoiceAudiences.SIGNERS, null);
    }

    void bounced(Dispatch dispatch, String code) {
        letter("bounced", dispatch, code, VoiceAudiences.DESK, null);
    }

    /** Its file is not the one that was signed. */
    void altered(DispatchId id, String code) {
        tasks.open(new TaskWish(
                key("altered", id),
                VoiceAudiences.DESK,
                "advocacy.task.altered",
                List.of(code),
                AdvocacyPages.letter(id),
                null));
    }

    void remind(Dispatch dispatch, String code) {
        letter("remind", dispatch, code, VoiceAudiences.DESK, null);
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

    private void letter(String what, Dispatch dispatch, String code, String audience, @Nullable Due due) {
        tasks.open(new TaskWish(
                key(what, dispatch.id()),
                audience,
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
                VoiceAudiences.verifiers(measure.verifier()),
                "advocacy.task.verify",
                List.of(measure.code()),
                AdvocacyPages.measure(measure.code()),
                null));
    }

    /** It waits for somebody else now. */
    void verifierChanged(Measure measure) {
        if (measure.state() == MeasureState.REPORTED_DONE) {
            verified(measure);
            verify(measure);
        }
    }

    void verified(Measure measure) {
        tasks.done("advocacy.verify:" + measure.id());
    }
}
