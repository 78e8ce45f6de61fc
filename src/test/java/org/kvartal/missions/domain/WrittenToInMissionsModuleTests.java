package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.Circulars.Circle;
import org.kvartal.membership.Circulars.NewCircular;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.ProjectId;
import org.springframework.beans.factory.annotation.Autowired;

/** The office writes to those who do and who coordinate projects and missions, as long as these are not over. */
class WrittenToInMissionsModuleTests extends MissionHouse {

    @Autowired
    MissionFunctions functions;

    @Autowired
    Circulars circulars;

    @Test
    void aConsultantIsMeantWhileTheProjectIsNotOver() {
        ProjectId id = begun();
        belonging.mandate(
                belonging.member(MemberKind.AUTHORITY, "Authority", null),
                consultant.requirePerson(),
                RepresentationKind.DEPUTY);
        Circle circle = new Circle(MemberKind.AUTHORITY, null, null, null, "missions.consultants");

        assertThat(circulars.functions(officer)).endsWith("missions.consultants", "missions.coordinators");
        assertThat(circulars.reach(officer, new NewCircular(CircularId.next(), circle, en("x"), en("x"))))
                .isEqualTo(Map.of(Language.EN, 1));
        assertThat(functions.holders("missions.consultants"))
                .contains(consultant.requirePerson())
                .doesNotContain(officer.requirePerson());
        desk.hold(officer, id, version(id), "It waits for the budget.");
        assertThat(functions.holders("missions.consultants")).contains(consultant.requirePerson());
        desk.terminate(officer, id, version(id), "There is no budget.");
        assertThat(functions.holders("missions.consultants")).doesNotContain(consultant.requirePerson());
        assertThat(circulars.reach(officer, new NewCircular(CircularId.next(), circle, en("x"), en("x"))))
                .isEmpty();
    }

    @Test
    void whoCoordinatesEitherIsMeant() {
        ProjectId project = begun();
        Asker traveller = person("Trayan Traveller", Role.OFFICER);
        officer = traveller;
        MissionId mission = planned();

        assertThat(functions.holders("missions.coordinators")).contains(traveller.requirePerson());
        jdbc.sql("UPDATE mission SET state = 'DONE', ended_on = ends WHERE id = :id")
                .param("id", mission.value())
                .update();
        assertThat(functions.holders("missions.coordinators"))
                .doesNotContain(traveller.requirePerson())
                .contains(Objects.requireNonNull(page(second, project).coordinator())
                        .id());
    }
}
