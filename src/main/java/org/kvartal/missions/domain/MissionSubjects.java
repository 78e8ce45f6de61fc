package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.MissionPages;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows projects, missions, agreements and results in trails, to whoever may know of them. */
@Configuration(proxyBeanMethods = false)
class MissionSubjects {

    private static final int TITLE = 160;

    @Bean
    TraceSubject tracedProjects(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Subject(
                MissionPages.TRACED_PROJECT,
                jdbc,
                sight::values,
                "SELECT p.* FROM mentor_project p WHERE p.id = ANY (:ids) AND" + ProjectSight.KNOWN,
                (row, language) -> {
                    LocalizedText title = Stored.text(row, "title");
                    String code = MissionCode.of(MissionCode.PROJECT, row);
                    return new TraceCard(
                            title.in(language),
                            title.shownIn(language),
                            code,
                            messages.text(language, "missions.state." + Code.of(row.getString("state"))),
                            Columns.moment(row, "made_at"),
                            null,
                            MissionPages.project(code));
                });
    }

    @Bean
    TraceSubject tracedMissions(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Subject(
                MissionPages.TRACED_MISSION,
                jdbc,
                sight::values,
                "SELECT m.*," + ProjectSight.KNOWN_MISSION
                        + "AS known FROM mission m WHERE m.id = ANY (:ids) AND (m.shown OR"
                        + ProjectSight.KNOWN_MISSION + ")",
                (row, language) -> {
                    LocalizedText title = Stored.text(row, "title");
                    String code = MissionCode.of(MissionCode.MISSION, row);
                    return new TraceCard(
                            title.in(language),
                            title.shownIn(language),
                            code,
                            messages.text(language, "missions.mission-state." + Code.of(row.getString("state"))),
                            Columns.moment(row, "made_at"),
                            row.getBoolean("shown") ? MissionPages.inPublic(code) : null,
                            row.getBoolean("known") ? MissionPages.mission(code) : null);
                });
    }

    @Bean
    TraceSubject tracedAgreements(JdbcClient jdbc, AgreementSight sight, MissionClock clock, Messages messages) {
        return new Subject(
                MissionPages.TRACED_AGREEMENT,
                jdbc,
                sight::values,
                "SELECT a.*," + AgreementSight.WHOLE + "AS whole FROM agreement a WHERE a.id = ANY (:ids) AND"
                        + AgreementSight.KNOWN,
                (row, language) -> {
                    LocalizedText title = Stored.text(row, "title");
                    String code = MissionCode.of(MissionCode.AGREEMENT, row);
                    var state = Agreement.stateOn(
                            Stored.code(row, "state", AgreementState.class),
                            Stored.dayOrNull(row, "ends"),
                            clock.today());
                    return new TraceCard(
                            title.in(language),
                            title.shownIn(language),
                            code,
                            messages.text(language, "missions.agreement-state." + Code.of(state)),
                            Columns.moment(row, "made_at"),
                            null,
                            row.getBoolean("whole") ? MissionPages.agreement(code) : null);
                });
    }

    @Bean
    TraceSubject tracedResults(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Subject(
                MissionPages.TRACED_RESULT,
                jdbc,
                sight::values,
                """
                SELECT r.* FROM mission_result r WHERE r.id IN (
                       SELECT c.result FROM result_claim c JOIN mentor_project p ON p.id = c.subject WHERE c.result = ANY (:ids) AND""" + ProjectSight.KNOWN + """
                       UNION
                       SELECT c.result FROM result_claim c JOIN mission m ON m.id = c.subject WHERE c.result = ANY (:ids) AND""" + ProjectSight.KNOWN_MISSION + ")",
                (row, language) -> new TraceCard(
                        Typed.shortened(row.getString("text"), TITLE),
                        Columns.language(row, "language"),
                        null,
                        messages.text(language, "missions.result-state." + Code.of(row.getString("state"))),
                        Columns.moment(row, "made_at"),
                        null,
                        null));
    }

    @FunctionalInterface
    private interface Showing {
        TraceCard of(ResultSet row, Language language) throws SQLException;
    }

    private record Subject(
            String kind,
            JdbcClient jdbc,
            Function<Asker, Map<String, @Nullable Object>> sight,
            String sql,
            Showing showing)
            implements TraceSubject {

        @Override
        public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
            Map<UUID, TraceCard> cards = new HashMap<>();
            if (!ids.isEmpty()) {
                jdbc.sql(sql)
                        .params(sight.apply(asker))
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, _) -> cards.put(Columns.id(row, "id"), showing.of(row, language)))
                        .list();
            }
            return cards;
        }
    }
}
