package org.kvartal.missions.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.Projects.PlanItem;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.StageId;
import org.kvartal.missions.StageState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stages of a project with their plans, in a constant number of queries. */
@Component
class StageReads {

    private final Gates gates;
    private final Files files;
    private final JdbcClient jdbc;

    StageReads(Gates gates, Files files, JdbcClient jdbc) {
        this.gates = gates;
        this.files = files;
        this.jdbc = jdbc;
    }

    /**
     * What the reader may do.
     *
     * @param running whether stages go on
     * @param signs whether they speak for the client and do not do the project
     * @param person who reads, null for nobody
     */
    record Reading(
            boolean running,
            boolean keeps,
            boolean decides,
            boolean signs,
            @Nullable UUID person) {}

    List<StageLine> of(ProjectId project, Reading reading) {
        Map<StageId, List<PlanItem>> items = items(project);
        Map<StageId, List<GateLine>> decisions = gates.of(project, reading);
        return jdbc.sql("SELECT * FROM project_stage WHERE project = :project ORDER BY place")
                .param("project", project.value())
                .query((row, _) -> {
                    StageId id = new StageId(Columns.id(row, "id"));
                    StageState state = Stored.code(row, "state", StageState.class);
                    PersonId askedBy = Columns.personOrNull(row, "asked_by");
                    return new StageLine(
                            id,
                            row.getInt("place"),
                            state,
                            Stored.text(row, "title"),
                            Stored.day(row, "due"),
                            row.getBoolean("gate"),
                            items.getOrDefault(id, List.of()),
                            decisions.getOrDefault(id, List.of()),
                            reading.running() && reading.keeps() && state == StageState.CURRENT,
                            reading.running()
                                    && reading.decides()
                                    && state == StageState.AT_GATE
                                    && askedBy != null
                                    && !askedBy.value().equals(reading.person()),
                            row.getLong("version"));
                })
                .list();
    }

    private record Row(
            PlanItemId id,
            StageId stage,
            PlanItemKind kind,
            LocalizedText text,
            @Nullable LocalDate due,
            int percent,
            boolean fromTasks,
            String comment,
            @Nullable Instant doneAt,
            @Nullable FileId file,
            String link) {}

    private Map<StageId, List<PlanItem>> items(ProjectId project) {
        List<Row> rows = jdbc.sql("""
                SELECT i.*,
                       CASE WHEN i.from_tasks THEN coalesce((
                            SELECT 100 * count(t.done_at) / count(*) FROM plan_item t
                             WHERE t.stage = i.stage AND t.kind = 'TASK' HAVING count(*) > 0), 0) ELSE i.percent END AS reached
                  FROM plan_item i JOIN project_stage s ON s.id = i.stage
                 WHERE s.project = :project ORDER BY i.due NULLS FIRST, i.made_at, i.id""")
                .param("project", project.value())
                .query((row, _) -> new Row(
                        new PlanItemId(Columns.id(row, "id")),
                        new StageId(Columns.id(row, "stage")),
                        Stored.code(row, "kind", PlanItemKind.class),
                        Stored.text(row, "text"),
                        Stored.dayOrNull(row, "due"),
                        row.getInt("reached"),
                        row.getBoolean("from_tasks"),
                        row.getString("comment"),
                        Columns.momentOrNull(row, "done_at"),
                        Stored.file(row, "file"),
                        row.getString("link")))
                .list();
        Map<FileId, StoredFile> stored = files.cards(
                rows.stream().map(Row::file).filter(Objects::nonNull).toList());
        Map<StageId, List<PlanItem>> items = new HashMap<>();
        for (Row row : rows) {
            FileId file = row.file();
            items.computeIfAbsent(row.stage(), _ -> new ArrayList<>())
                    .add(new PlanItem(
                            row.id(),
                            row.kind(),
                            row.text(),
                            row.due(),
                            row.percent(),
                            row.fromTasks(),
                            row.comment(),
                            row.doneAt(),
                            file == null ? null : stored.get(file),
                            row.link()));
        }
        return items;
    }
}
