package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.MissionPages;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what became of projects, missions and agreements. Each notice says how things are when it is read; what is no longer so is not said. */
@Configuration(proxyBeanMethods = false)
class MissionNotices {

    private static final String PROJECTS =
            "SELECT p.id, p.year, p.number, p.title, p.last_contact FROM mentor_project p WHERE p.id = ANY (:subjects) AND %s AND"
                    + ProjectSight.KNOWN;

    private static final String ROWS = """
            SELECT r.id, p.year, p.number, p.title, r.held_on, r.objection
              FROM log_row r JOIN mentor_project p ON p.id = r.project
             WHERE r.id = ANY (:subjects) AND %s AND""" + ProjectSight.KNOWN;

    private static final String WORDS = """
            SELECT d.id, p.year, p.number, s.title, d.verdict, d.decided, w.state, w.words
              FROM gate_word w JOIN gate_decision d ON d.id = w.gate
              JOIN project_stage s ON s.id = d.stage JOIN mentor_project p ON p.id = s.project
             WHERE d.id = ANY (:subjects) AND %s AND""" + ProjectSight.KNOWN;

    @Bean
    NoticeSource givenProjects(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Source(
                MissionTelling.GIVEN,
                jdbc,
                sight,
                PROJECTS.formatted("p.consultant = :asker::uuid AND p.state IN ('RUNNING', 'PAUSED', 'CLOSING')"),
                project(messages, "given"));
    }

    @Bean
    NoticeSource silentProjects(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Source(
                MissionTelling.SILENT,
                jdbc,
                sight,
                PROJECTS.formatted("p.state IN ('RUNNING', 'CLOSING') AND p.told_silent = p.silent_since"),
                project(messages, "silent"));
    }

    @Bean
    NoticeSource decidedGates(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Source(
                MissionTelling.GATE,
                jdbc,
                sight,
                """
                SELECT s.id, p.year, p.number, s.title, d.verdict, d.decided
                  FROM project_stage s JOIN mentor_project p ON p.id = s.project
                  JOIN LATERAL (SELECT * FROM gate_decision g WHERE g.stage = s.id AND g.verdict IS NOT NULL
                                 ORDER BY g.decided_at DESC LIMIT 1) d ON true
                 WHERE s.id = ANY (:subjects) AND""" + ProjectSight.KNOWN,
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "missions.notice.gate",
                                MissionCode.of(MissionCode.PROJECT, row),
                                Stored.text(row, "title").in(language),
                                messages.text(language, "missions.verdict." + Code.of(row.getString("verdict")))),
                        row.getString("decided"),
                        MissionPages.project(MissionCode.of(MissionCode.PROJECT, row))));
    }

    @Bean
    NoticeSource gatesToCountersign(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Source(
                MissionTelling.COUNTERSIGN,
                jdbc,
                sight,
                WORDS.formatted("w.state = 'AWAITED' AND p.client_member = ANY (:spoken)"),
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "missions.notice.countersign",
                                MissionCode.of(MissionCode.PROJECT, row),
                                Stored.text(row, "title").in(language),
                                messages.text(language, "missions.verdict." + Code.of(row.getString("verdict")))),
                        row.getString("decided"),
                        MissionPages.project(MissionCode.of(MissionCode.PROJECT, row))));
    }

    @Bean
    NoticeSource saidAtGates(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Source(
                MissionTelling.SAID,
                jdbc,
                sight,
                WORDS.formatted("w.said_at IS NOT NULL"),
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "missions.notice.gate-said",
                                MissionCode.of(MissionCode.PROJECT, row),
                                Stored.text(row, "title").in(language),
                                messages.text(language, "missions.client-word." + Code.of(row.getString("state")))),
                        row.getString("words"),
                        MissionPages.project(MissionCode.of(MissionCode.PROJECT, row))));
    }

    @Bean
    NoticeSource rowsToConfirm(JdbcClient jdbc, ProjectSight sight, Messages messages, Wording wording) {
        return new Source(
                MissionTelling.CONFIRM,
                jdbc,
                sight,
                ROWS.formatted("r.state = 'WAITING' AND p.client_member = ANY (:spoken)"),
                row(messages, wording, "confirm"));
    }

    @Bean
    NoticeSource disputedRows(JdbcClient jdbc, ProjectSight sight, Messages messages, Wording wording) {
        return new Source(
                MissionTelling.DISPUTED,
                jdbc,
                sight,
                ROWS.formatted("r.state = 'DISPUTED'"),
                row(messages, wording, "disputed"));
    }

    @Bean
    NoticeSource answeredByHosts(JdbcClient jdbc, ProjectSight sight, Messages messages, Wording wording) {
        return new Source(
                MissionTelling.HOST,
                jdbc,
                sight,
                """
                SELECT s.id, m.year, m.number, s.purpose, s.host_state, s.said, s.wish_day, s.wish_starts, s.wish_ends
                  FROM mission_slot s JOIN mission m ON m.id = s.mission
                 WHERE s.id = ANY (:subjects) AND s.host_state IN ('ACCEPTED', 'MOVED', 'DECLINED') AND""" + ProjectSight.KNOWN_MISSION,
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "missions.notice.host",
                                MissionCode.of(MissionCode.MISSION, row),
                                row.getString("purpose"),
                                answer(row, messages, wording, language)),
                        row.getString("said"),
                        MissionPages.mission(MissionCode.of(MissionCode.MISSION, row))));
    }

    private static String answer(ResultSet row, Messages messages, Wording wording, Language language)
            throws SQLException {
        LocalDate wished = Stored.dayOrNull(row, "wish_day");
        return wished == null
                ? messages.text(language, "missions.host-state." + Code.of(row.getString("host_state")))
                : messages.text(
                        language,
                        "missions.notice.host-wish",
                        wording.weekday(wished, language),
                        wording.clock(Stored.time(row, "wish_starts")),
                        wording.clock(Stored.time(row, "wish_ends")));
    }

    @Bean
    NoticeSource filledRosters(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Source(
                MissionTelling.ROSTER,
                jdbc,
                sight,
                """
                SELECT g.id, m.year, m.number, g.name FROM delegation g JOIN mission m ON m.id = g.mission
                 WHERE g.id = ANY (:subjects) AND g.filled_at IS NOT NULL AND""" + ProjectSight.KNOWN_MISSION,
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "missions.notice.roster",
                                MissionCode.of(MissionCode.MISSION, row),
                                row.getString("name")),
                        null,
                        MissionPages.mission(MissionCode.of(MissionCode.MISSION, row))));
    }

    @Bean
    NoticeSource agreementsInForce(JdbcClient jdbc, AgreementSight agreements, Messages messages) {
        return new Agreed(jdbc, agreements, messages);
    }

    @Bean
    NoticeSource verifiedResults(JdbcClient jdbc, ProjectSight sight, Messages messages) {
        return new Source(
                MissionTelling.VERIFIED,
                jdbc,
                sight,
                """
                SELECT DISTINCT ON (r.id) r.id, p.year, p.number, r.text, r.state, r.verdict
                  FROM mission_result r JOIN result_claim c ON c.result = r.id JOIN mentor_project p ON p.id = c.subject
                 WHERE r.id = ANY (:subjects) AND r.verified_at IS NOT NULL AND""" + ProjectSight.KNOWN,
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "missions.notice.result",
                                MissionCode.of(MissionCode.PROJECT, row),
                                Typed.shortened(row.getString("text"), 120),
                                messages.text(language, "missions.result-state." + Code.of(row.getString("state")))),
                        row.getString("verdict"),
                        MissionPages.project(MissionCode.of(MissionCode.PROJECT, row))));
    }

    private static Saying project(Messages messages, String key) {
        return (row, language) -> new NoticeText(
                messages.text(
                        language,
                        "missions.notice." + key,
                        MissionCode.of(MissionCode.PROJECT, row),
                        Stored.text(row, "title").in(language)),
                null,
                MissionPages.project(MissionCode.of(MissionCode.PROJECT, row)));
    }

    private static Saying row(Messages messages, Wording wording, String key) {
        return (row, language) -> new NoticeText(
                messages.text(
                        language,
                        "missions.notice." + key,
                        MissionCode.of(MissionCode.PROJECT, row),
                        wording.day(
                                Stored.day(row, "held_on")
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant(),
                                language,
                                ZoneOffset.UTC)),
                row.getString("objection"),
                MissionPages.project(MissionCode.of(MissionCode.PROJECT, row)));
    }

    @FunctionalInterface
    private interface Saying {
        NoticeText of(ResultSet row, Language language) throws SQLException;
    }

    private record Source(String kind, JdbcClient jdbc, ProjectSight sight, String sql, Saying saying)
            implements NoticeSource {

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            Map<UUID, NoticeText> texts = new HashMap<>();
            jdbc.sql(sql)
                    .params(sight.values(Asker.of(reader)))
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .query((row, _) -> texts.put(Columns.id(row, "id"), saying.of(row, language)))
                    .list();
            return texts;
        }
    }

    private record Agreed(JdbcClient jdbc, AgreementSight sight, Messages messages) implements NoticeSource {

        @Override
        public String kind() {
            return MissionTelling.IN_FORCE;
        }

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            Map<UUID, NoticeText> texts = new HashMap<>();
            jdbc.sql("SELECT a.* FROM agreement a WHERE a.id = ANY (:subjects) AND a.in_force_at IS NOT NULL AND"
                            + AgreementSight.KNOWN)
                    .params(sight.values(Asker.of(reader)))
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .query((row, _) -> {
                        String code = MissionCode.of(MissionCode.AGREEMENT, row);
                        return texts.put(
                                Columns.id(row, "id"),
                                new NoticeText(
                                        messages.text(
                                                language,
                                                "missions.notice.in-force",
                                                code,
                                                Stored.text(row, "title").in(language)),
                                        null,
                                        MissionPages.agreement(code)));
                    })
                    .list();
            return texts;
        }
    }
}
