package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectSource.Source;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects;
import org.kvartal.missions.domain.ProjectLines.Row;
import org.kvartal.missions.domain.StageReads.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Projects as pages show them. */
@Component
@Transactional(readOnly = true)
class ShownProjects implements Projects {

    private static final String OWN = " p.consultant = :asker::uuid ";

    private final ProjectLines lines;
    private final StageReads stages;
    private final ProjectPapers papers;
    private final FollowUps followUps;
    private final ProjectHours hours;
    private final ProjectSources sources;
    private final ProjectSight sight;
    private final Parties parties;
    private final People people;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    ShownProjects(
            ProjectLines lines,
            StageReads stages,
            ProjectPapers papers,
            FollowUps followUps,
            ProjectHours hours,
            ProjectSources sources,
            ProjectSight sight,
            Parties parties,
            People people,
            JdbcClient jdbc,
            MissionClock clock) {
        this.lines = lines;
        this.stages = stages;
        this.papers = papers;
        this.followUps = followUps;
        this.hours = hours;
        this.sources = sources;
        this.sight = sight;
        this.parties = parties;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public ProjectList list(Asker asker, ProjectFilter filter, @Nullable ListKey before, int limit) {
        List<Row> rows = lines.rows(jdbc.sql(ProjectLines.of((filter.own() ? OWN : sight.listed(asker))
                        + narrowed(filter, before)
                        + " ORDER BY p.year DESC, p.number DESC LIMIT :limit"))
                .params(sight.values(asker))
                .param("before", clock.today().minusDays(SILENT_DAYS))
                .param("year", before == null ? 0 : before.year())
                .param("number", before == null ? 0 : before.number())
                .param("limit", limit + 1));
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new ProjectList(
                lines.lines(shown),
                more ? new ListKey(shown.getLast().year(), shown.getLast().number()) : null);
    }

    /** Only what is asked for stands in the query: what might be asked for as well keeps it from an index. */
    private static String narrowed(ProjectFilter filter, @Nullable ListKey before) {
        return (filter.states().isEmpty() ? "" : Stored.among("p.state", filter.states()))
                + (filter.silent() ? " AND p.state IN ('RUNNING', 'CLOSING') AND p.silent_since < :before" : "")
                + (before == null ? "" : " AND (p.year, p.number) < (:year, :number)");
    }

    @Override
    public Optional<ProjectPage> find(Asker asker, String code) {
        return MissionCode.of(MissionCode.PROJECT, code)
                .flatMap(wanted -> lines
                        .rows(jdbc.sql(ProjectLines.of(
                                        " p.year = :year AND p.number = :number AND" + ProjectSight.KNOWN))
                                .params(sight.values(asker))
                                .param("year", wanted.year())
                                .param("number", wanted.number()))
                        .stream()
                        .findFirst())
                .map(row -> page(asker, row));
    }

    private ProjectPage page(Asker asker, Row row) {
        UUID person = asker.person().map(PersonId::value).orElse(null);
        boolean coordinates = sight.coordinates(asker);
        boolean consultant = row.consultant().value().equals(person);
        boolean keeps = coordinates || consultant;
        boolean client = parties.speaks(asker, row.content().client());
        return new ProjectPage(
                lines.lines(List.of(row)).getFirst(),
                row.content(),
                keeps ? contact(row) : null,
                people.card(row.coordinator()).orElse(null),
                stages.of(
                        row.id(),
                        new Reading(
                                row.state() == ProjectState.RUNNING,
                                keeps,
                                coordinates && !consultant,
                                client && !consultant,
                                person)),
                papers.of(row.id()),
                followUps.of(row.id().value()),
                row.confirmed(),
                row.thread(),
                row.reason(),
                keeps,
                coordinates,
                client);
    }

    private @Nullable Contact contact(Row row) {
        return jdbc.sql(
                        "SELECT contact_name, contact_email, contact_language FROM mentor_project WHERE id = :id AND contact_email <> ''")
                .param("id", row.id().value())
                .query((one, _) -> new Contact(
                        one.getString("contact_name"),
                        one.getString("contact_email"),
                        Language.of(one.getString("contact_language")).orElse(Language.EN)))
                .optional()
                .orElse(null);
    }

    @Override
    public Optional<Source> source(Asker asker, String code) {
        return mayBegin(asker) ? sources.find(asker, code) : Optional.empty();
    }

    @Override
    public boolean mayBegin(Asker asker) {
        return sight.coordinates(asker);
    }

    @Override
    public List<HoursLine> hours(Asker asker, LocalDate first, LocalDate last) {
        return hours.of(asker, first, last);
    }

    @Override
    public byte[] hoursTable(Asker asker, LocalDate first, LocalDate last, Language language) {
        return hours.table(asker, first, last, language);
    }

    @Override
    public byte[] hoursSheet(Asker asker, LocalDate first, LocalDate last, Language language) {
        return hours.sheet(asker, first, last, language);
    }
}
