package org.kvartal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.accounts.AccountsActs;
import org.kvartal.administration.AdministrationActs;
import org.kvartal.administration.BackupActs;
import org.kvartal.administration.WatchActs;
import org.kvartal.advocacy.AdvocacyActs;
import org.kvartal.alliance.AllianceActs;
import org.kvartal.calendar.CalendarActs;
import org.kvartal.discussions.DiscussionsActs;
import org.kvartal.discussions.Townspeople;
import org.kvartal.forum.ForumActs;
import org.kvartal.forum.RoomActs;
import org.kvartal.imports.ImportsActs;
import org.kvartal.imports.Streets;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MembershipActs;
import org.kvartal.missions.MissionActs;
import org.kvartal.notifications.NotificationsActs;
import org.kvartal.pages.PagesActs;
import org.kvartal.rights.RightsActs.Act;
import org.kvartal.rights.RightsTable.Cell;
import org.kvartal.seminars.SeminarActs;
import org.kvartal.tasks.TasksActs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Walks {@code rights-matrix.csv}: everybody tries every act, and the services, not the screens, decide. */
@SpringBootTest
@Import({
    Townspeople.class,
    Streets.Quarter.class,
    ImportsActs.class,
    BackupActs.class,
    TasksActs.class,
    AccountsActs.class,
    AdministrationActs.class,
    WatchActs.class,
    NotificationsActs.class,
    DiscussionsActs.class,
    MembershipActs.class,
    AllianceActs.class,
    AdvocacyActs.class,
    CalendarActs.class,
    ForumActs.class,
    RoomActs.class,
    SeminarActs.class,
    MissionActs.class,
    PagesActs.class
})
class RightsMatrixTests {

    @Autowired
    List<RightsActs> modules;

    @Autowired
    Townspeople town;

    static List<Cell> cells() {
        return RightsTable.read("/rights-matrix.csv").cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everybodyTriesEverything(Cell cell) {
        Asker by = cell.who() == Everybody.VISITOR
                ? Asker.guest()
                : town.person(cell.who().roles());
        Act act = Objects.requireNonNull(acts().get(cell.row()), cell.row());

        if (cell.allowed()) {
            assertThatNoException().isThrownBy(() -> act.attempt(by));
        } else {
            assertThatThrownBy(() -> act.attempt(by)).isInstanceOfAny(Forbidden.class, NotFound.class);
        }
    }

    @Test
    void eachRowIsAnActAndEachActHasARow() {
        assertThat(RightsTable.read("/rights-matrix.csv").rows()).containsExactlyInAnyOrderElementsOf(acts().keySet());
    }

    private Map<String, Act> acts() {
        return modules.stream()
                .flatMap(module -> module.acts().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
