package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Messages;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets missions, projects and agreements be found by those who may open them, as {@link ProjectSight} and {@link AgreementSight} say; a summary of an agreement that everybody may read has no page of its own and
 * is not found here.
 */
@Configuration(proxyBeanMethods = false)
class SoughtMissions {

    private static final String OVERSEERS = SearchAudiences.of("right", MissionRights.OVERSEE.name());
    private static final String AGREEMENT_READERS = SearchAudiences.of("right", MissionRights.READ_AGREEMENTS.name());

    @Bean
    SearchSource soughtMissionRows(JdbcClient jdbc, Messages messages) {
        return new SoughtRows(
                jdbc, "mission", "missions.search.missions", 70, false, "mission", """
                SELECT m.id, m.year, m.number, m.state, m.title, m.about, m.shown, m.made_at,
                       ARRAY(SELECT d.member FROM delegation d WHERE d.mission = m.id AND d.member IS NOT NULL) AS members
                  FROM mission m WHERE m.id = ANY (:ids)""", row -> mission(row, messages));
    }

    @Bean
    SearchSource soughtProjects(JdbcClient jdbc, Messages messages) {
        return new SoughtRows(
                jdbc,
                "project",
                "missions.search.projects",
                72,
                false,
                "mentor_project",
                """
                SELECT p.id, p.year, p.number, p.state, p.title, p.goal, p.consultant, p.coordinator, p.client_member, p.made_at
                  FROM mentor_project p WHERE p.id = ANY (:ids)""",
                row -> project(row, messages));
    }

    @Bean
    SearchSource soughtAgreements(JdbcClient jdbc, Messages messages, MissionClock clock) {
        return new SoughtRows(
                jdbc,
                "agreement",
                "missions.search.agreements",
                74,
                false,
                "agreement",
                """
                SELECT a.id, a.year, a.number, a.state, a.title, a.summary, a.ends, a.made_at, p.consultant,
                       ARRAY(SELECT y.member FROM agreement_party y WHERE y.agreement = a.id AND y.member IS NOT NULL) AS members
                  FROM agreement a LEFT JOIN mentor_project p ON p.id = a.project
                 WHERE a.id = ANY (:ids)""",
                row -> agreement(row, messages, clock));
    }

    @Bean
    SearchAudiences missionSeekers(ProjectSight sight, AgreementSight agreements, Parties parties) {
        return asker -> seekers(sight, agreements, parties, asker);
    }

    private static Set<String> seekers(ProjectSight sight, AgreementSight agreements, Parties parties, Asker asker) {
        Set<String> mine = new HashSet<>();
        if (sight.oversees(asker)) {
            mine.add(OVERSEERS);
        }
        if (agreements.reads(asker)) {
            mine.add(AGREEMENT_READERS);
        }
        for (UUID member : parties.spokenIds(asker)) {
            mine.add(speakers(member));
        }
        return mine;
    }

    private static String speakers(UUID member) {
        return SearchAudiences.of("speaks", member);
    }

    private static SearchDocument mission(ResultSet row, Messages messages) throws SQLException {
        String code = MissionCode.of(MissionCode.MISSION, row);
        boolean open = row.getBoolean("shown");
        Set<String> audience = members(row);
        audience.add(OVERSEERS);
        if (open) {
            audience.add(SearchAudiences.PUBLIC);
        }
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        Stored.text(row, "title"),
                        MissionPages.mission(code),
                        Columns.moment(row, "made_at"),
                        audience)
                .open(open ? MissionPages.inPublic(code) : null)
                .called(code)
                .saying(SoughtRows.texts(Stored.textOrNull(row, "about")))
                .noted(SoughtRows.words(messages, "missions.mission-state." + Code.of(row.getString("state"))));
    }

    private static SearchDocument project(ResultSet row, Messages messages) throws SQLException {
        String code = MissionCode.of(MissionCode.PROJECT, row);
        Set<String> audience = new HashSet<>();
        audience.add(OVERSEERS);
        audience.add(SearchAudiences.of("person", Columns.id(row, "consultant")));
        audience.add(SearchAudiences.of("person", Columns.id(row, "coordinator")));
        UUID client = Columns.idOrNull(row, "client_member");
        if (client != null) {
            audience.add(speakers(client));
        }
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        Stored.text(row, "title"),
                        MissionPages.project(code),
                        Columns.moment(row, "made_at"),
                        audience)
                .called(code)
                .saying(SoughtRows.texts(Stored.textOrNull(row, "goal")))
                .noted(SoughtRows.words(messages, "missions.state." + Code.of(row.getString("state"))));
    }

    private static SearchDocument agreement(ResultSet row, Messages messages, MissionClock clock) throws SQLException {
        String code = MissionCode.of(MissionCode.AGREEMENT, row);
        Set<String> audience = members(row);
        audience.add(AGREEMENT_READERS);
        UUID consultant = Columns.idOrNull(row, "consultant");
        if (consultant != null) {
            audience.add(SearchAudiences.of("person", consultant));
        }
        AgreementState state = Agreement.stateOn(
                Stored.code(row, "state", AgreementState.class), Stored.dayOrNull(row, "ends"), clock.today());
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        Stored.text(row, "title"),
                        MissionPages.agreement(code),
                        Columns.moment(row, "made_at"),
                        audience)
                .called(code)
                .saying(SoughtRows.texts(Stored.textOrNull(row, "summary")))
                .noted(SoughtRows.words(messages, "missions.agreement-state." + Code.of(state)));
    }

    private static Set<String> members(ResultSet row) throws SQLException {
        Set<String> audience = new HashSet<>();
        for (UUID member : (UUID[]) row.getArray("members").getArray()) {
            audience.add(speakers(member));
        }
        return audience;
    }
}
