package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MemberId;

/** Several officers answer at once: nothing happens twice, nothing is lost. */
class ManyOfficersModuleTests extends MembershipHouse {

    private static final int OFFICERS = 4;
    private static final int APPLICATIONS = 200;

    @Test
    void fourOfficersApproveTwoHundredApplicationsEachOnce() throws Exception {
        List<Applicant> applicants = IntStream.range(0, APPLICATIONS)
                .mapToObj(i -> sent(i % 2 == 0 ? ApplicationKind.PERSON : ApplicationKind.AGENCY))
                .toList();
        Queue<MemberId> admitted = new ConcurrentLinkedQueue<>();

        atOnce(OFFICERS, () -> {
            Asker one = person(Role.OFFICER);
            for (Optional<QueueRow> next = admissions.takeNext(one);
                    next.isPresent();
                    next = admissions.takeNext(one)) {
                admitted.add(admissions.approve(one, next.get().id(), next.get().version()));
            }
        });

        assertThat(applicants)
                .allSatisfy(applicant -> assertThat(applicant.page().state()).isEqualTo(ApplicationState.APPROVED));
        assertThat(admitted).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(APPLICATIONS);
        assertThat(membersOf(applicants)).isEqualTo(APPLICATIONS);
        assertThat(applicants)
                .allSatisfy(applicant -> assertThat(letters.kinds(applicant.email))
                        .filteredOn(kind -> kind.startsWith("welcome"))
                        .hasSize(1));
        assertThat(admissionsInTheTrail(applicants)).isEqualTo(APPLICATIONS);
    }

    @Test
    void fourOfficersWhoPressTheSameButtonAdmitOneMember() throws Exception {
        for (int round = 0; round < 10; round++) {
            Applicant applicant = taken(ApplicationKind.ASSOCIATION);
            long version = applicant.version();
            List<Asker> officers = IntStream.range(0, OFFICERS)
                    .mapToObj(_ -> person(Role.OFFICER))
                    .toList();
            Queue<Asker> left = new ConcurrentLinkedQueue<>(officers);
            Queue<MemberId> admitted = new ConcurrentLinkedQueue<>();
            Queue<Refused> refused = new ConcurrentLinkedQueue<>();

            atOnce(OFFICERS, () -> {
                try {
                    admitted.add(admissions.approve(left.remove(), applicant.id, version));
                } catch (Refused second) {
                    refused.add(second);
                }
            });

            assertThat(admitted).hasSize(1);
            assertThat(refused).hasSize(OFFICERS - 1);
        }
    }

    @Test
    void answeringAndWithdrawingAtOnceEndsInOneOfTheTwo() throws Exception {
        for (int round = 0; round < 10; round++) {
            Applicant applicant = taken(ApplicationKind.PERSON);
            admissions.askMore(officer, applicant.id, applicant.version(), "Who are you?");
            Queue<Integer> turns = new ConcurrentLinkedQueue<>(List.of(1, 2));

            atOnce(2, () -> {
                try {
                    if (turns.remove() == 1) {
                        applicant.submit();
                    } else {
                        joining.withdraw(applicant.key);
                    }
                } catch (Refused other) {
                    // The other one was first.
                }
            });

            assertThat(applicant.page().state()).isIn(ApplicationState.IN_REVIEW, ApplicationState.WITHDRAWN);
        }
    }

    private long membersOf(List<Applicant> applicants) {
        return jdbc.sql("SELECT count(DISTINCT member) FROM application WHERE id = ANY (?) AND member IS NOT NULL")
                .param(applicants.stream().map(one -> one.id.value()).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private long admissionsInTheTrail(List<Applicant> applicants) {
        return jdbc.sql("""
                SELECT count(*) FROM audit_entry e JOIN application a ON a.member = e.subject_id
                 WHERE e.act = 'membership.member-admitted' AND a.id = ANY (?)""")
                .param(applicants.stream().map(one -> one.id.value()).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private static void atOnce(int people, Runnable what) throws Exception {
        atOnce(Collections.nCopies(people, what).toArray(Runnable[]::new));
    }
}
