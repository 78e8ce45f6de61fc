package org.kvartal.seminars.domain;

import java.util.List;
import java.util.Optional;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.stereotype.Component;

/** What the team owes: a yes or no, a decision whether it takes place, certificates. Where an association decides, its primary representatives owe the yes or no. */
@Component
class SeminarTasks {

    private final Tasks tasks;

    SeminarTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    void decide(Seminar seminar, Registration registration) {
        Optional<MemberId> association = registration.onBehalfOf();
        boolean theirs = seminar.mode() == RegistrationMode.BY_ASSOCIATION && association.isPresent();
        tasks.open(new TaskWish(
                decide(registration.id()),
                theirs ? Audience.of("primary", association.get()) : SeminarAudiences.of(seminar.id()),
                theirs ? "seminars.task.decide-colleague" : "seminars.task.decide",
                List.of(title(seminar)),
                theirs ? SeminarPages.seminar(seminar.slug()) : SeminarPages.desk(seminar.slug()),
                Due.at(seminar.startsAt())));
    }

    void decided(RegistrationId registration) {
        tasks.done(decide(registration));
    }

    void goOrNot(Seminar seminar) {
        open("go-no-go", seminar);
    }

    void certify(Seminar seminar) {
        open("certify", seminar);
    }

    void certified(SeminarId seminar) {
        tasks.done(key("certify", seminar));
    }

    /** Nobody owes a decision any more on whether it takes place. */
    void settled(SeminarId seminar) {
        tasks.done(key("go-no-go", seminar));
    }

    private void open(String what, Seminar seminar) {
        tasks.open(new TaskWish(
                key(what, seminar.id()),
                SeminarAudiences.of(seminar.id()),
                "seminars.task." + what,
                List.of(title(seminar)),
                SeminarPages.desk(seminar.slug()),
                null));
    }

    private static String title(Seminar seminar) {
        return seminar.title().in(seminar.title().source());
    }

    private static String key(String what, SeminarId seminar) {
        return "seminars." + what + ":" + seminar;
    }

    private static String decide(RegistrationId registration) {
        return "seminars.decide:" + registration;
    }
}
