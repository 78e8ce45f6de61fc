package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Verdict.CanApply;

/** Applicants who don't answer are reminded, and at last let go. */
class SilentApplicantsModuleTests extends MembershipHouse {

    @Test
    void aQuestionIsRemindedOfAfterThirtyAndFiftyDaysAndEndsTheApplicationAfterSixty() {
        Applicant applicant = asked();

        clock.turn(Duration.ofDays(29));
        lapses.remindAndLapse();
        assertThat(letters.kinds(applicant.email)).endsWith("question");

        clock.turn(Duration.ofDays(1));
        lapses.remindAndLapse();
        lapses.remindAndLapse();
        assertThat(letters.kinds(applicant.email)).endsWith("question", "reminder");
        assertThat(letters.to(applicant.email).getLast().arguments()).contains(30L, "Where?");

        clock.turn(Duration.ofDays(20));
        lapses.remindAndLapse();
        assertThat(letters.kinds(applicant.email)).endsWith("question", "reminder", "reminder");

        clock.turn(Duration.ofDays(10));
        lapses.remindAndLapse();
        assertThat(letters.kinds(applicant.email)).endsWith("reminder", "lapsed");
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.LAPSED);
        assertThat(applicant.page().verdict()).isEqualTo(new CanApply());
    }

    @Test
    void whoIsRemindedLateIsRemindedOnce() {
        Applicant applicant = asked();
        clock.turn(Duration.ofDays(55));

        lapses.remindAndLapse();

        assertThat(letters.kinds(applicant.email)).endsWith("question", "reminder");
        assertThat(letters.to(applicant.email).getLast().arguments()).contains(5L);
    }

    @Test
    void anAnswerStopsTheReminders() {
        Applicant applicant = asked();
        clock.turn(Duration.ofDays(40));
        applicant.submit();

        lapses.remindAndLapse();

        assertThat(letters.kinds(applicant.email)).endsWith("question");
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void twoNodesThatWorkAtOnceSendEachLetterOnce() throws Exception {
        List<Applicant> applicants =
                IntStream.range(0, 8).mapToObj(_ -> asked()).toList();
        clock.turn(Duration.ofDays(31));

        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (Future<?> node : List.of(nodes.submit(lapses::remindAndLapse), nodes.submit(lapses::remindAndLapse))) {
                node.get();
            }
        }

        assertThat(applicants)
                .allSatisfy(applicant -> assertThat(letters.kinds(applicant.email))
                        .filteredOn("reminder"::equals)
                        .hasSize(1));
    }

    @Test
    void aDraftThatNobodyConfirmsIsGoneAfterFourteenDays() {
        Applicant forgotten = new Applicant(ApplicationKind.PERSON).begin().fill();
        Applicant confirmed =
                new Applicant(ApplicationKind.PERSON).begin().confirm().fill();
        clock.turn(Duration.ofDays(15));

        lapses.purge();

        assertThat(joining.look(forgotten.key)).isEmpty();
        assertThat(joining.comeBack(letters.token(forgotten.email))).isEmpty();
        assertThat(joining.look(confirmed.key)).isPresent();
    }

    private Applicant asked() {
        Applicant applicant = taken(ApplicationKind.PERSON);
        admissions.askMore(officer, applicant.id, applicant.version(), "Where?");
        return applicant;
    }
}
