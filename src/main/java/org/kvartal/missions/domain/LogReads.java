package org.kvartal.missions.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectLog.LogKey;
import org.kvartal.missions.ProjectLog.LogLine;
import org.kvartal.missions.ProjectLog.LogList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diary of a project as its page shows it. */
@Component
class LogReads {

    private final ProjectSight sight;
    private final Parties parties;
    private final People people;
    private final JdbcClient jdbc;

    LogReads(ProjectSight sight, Parties parties, People people, JdbcClient jdbc) {
        this.sight = sight;
        this.parties = parties;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** @throws NotFound unless the asker has to do with the project */
    LogList rows(Asker asker, MentorProject project, @Nullable LogKey before, int limit) {
        if (!sight.knows(asker, project)) {
            throw new NotFound();
        }
        boolean keeps = sight.keeps(asker, project);
        boolean client = parties.speaks(asker, project.client());
        PersonId person = asker.person().orElse(null);
        record Row(LogLine line, PersonId author) {}
        List<Row> read = jdbc.sql("SELECT * FROM log_row WHERE project = :project"
                        + (before == null ? "" : " AND (held_on, id) < (:on, :row)")
                        + " ORDER BY held_on DESC, id DESC LIMIT :limit")
                .param("project", project.id().value())
                .param("on", before == null ? null : before.heldOn())
                .param("row", before == null ? null : before.row().value())
                .param("limit", limit + 1)
                .query((row, _) -> {
                    LogState state = Stored.code(row, "state", LogState.class);
                    PersonId author = Columns.person(row, "author");
                    boolean open = state != LogState.CONFIRMED && state != LogState.ASSUMED;
                    return new Row(
                            new LogLine(
                                    new LogId(Columns.id(row, "id")),
                                    state,
                                    new LogContent(
                                            Stored.day(row, "held_on"),
                                            row.getInt("minutes"),
                                            row.getString("present"),
                                            row.getString("topics"),
                                            row.getString("agreed"),
                                            row.getString("next"),
                                            Columns.language(row, "language")),
                                    null,
                                    Columns.momentOrNull(row, "asked_at"),
                                    Columns.momentOrNull(row, "settled_at"),
                                    row.getString("objection"),
                                    Columns.moment(row, "written_at"),
                                    keeps && open,
                                    client && open && !author.equals(person),
                                    row.getLong("version")),
                            author);
                })
                .list();
        boolean more = read.size() > limit;
        List<Row> shown = more ? read.subList(0, limit) : read;
        Map<PersonId, PersonCard> authors =
                people.cards(shown.stream().map(Row::author).collect(Collectors.toSet()));
        List<LogLine> lines = new ArrayList<>();
        shown.forEach(row -> lines.add(signed(row.line(), authors.get(row.author()))));
        return new LogList(
                lines,
                more
                        ? new LogKey(
                                lines.getLast().content().heldOn(),
                                lines.getLast().id())
                        : null);
    }

    private static LogLine signed(LogLine line, @Nullable PersonCard author) {
        return new LogLine(
                line.id(),
                line.state(),
                line.content(),
                author,
                line.askedAt(),
                line.settledAt(),
                line.objection(),
                line.writtenAt(),
                line.mayReword(),
                line.mayConfirm(),
                line.version());
    }
}
