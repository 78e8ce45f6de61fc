package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Party;
import org.kvartal.missions.Projects.ListKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Missions as pages show them. */
@Component
@Transactional(readOnly = true)
class ShownMissions implements Missions {

    /**
     * The newest first. What stands in each line is counted together only for those that are shown.
     *
     * @param narrowed which rows of the table {@code m}, and how many of them: what follows its {@code WHERE}
     */
    private static String lines(String narrowed) {
        return """
            SELECT m.*, c.number AS from_number, c.year AS from_year,
                   (SELECT count(*) FROM delegation d WHERE d.mission = m.id) AS delegations,
                   (SELECT count(*) FROM traveller t JOIN delegation d ON d.id = t.delegation WHERE d.mission = m.id) AS travellers,
                   (SELECT count(*) FROM mission_slot s WHERE s.mission = m.id) AS slots,
                   (SELECT count(*) FROM mission_slot s WHERE s.mission = m.id AND s.host_state IN ('ASKED', 'MOVED', 'DECLINED')) AS waiting
              FROM (SELECT * FROM mission m WHERE %s) m LEFT JOIN mission c ON c.id = m.copied_from
             ORDER BY m.year DESC, m.number DESC""".formatted(narrowed);
    }

    private final MissionGoals goals;
    private final SlotReads slots;
    private final FollowUps followUps;
    private final PublicFigures figures;
    private final ProjectSight sight;
    private final Parties parties;
    private final People people;
    private final Directory directory;
    private final JdbcClient jdbc;

    ShownMissions(
            MissionGoals goals,
            SlotReads slots,
            FollowUps followUps,
            PublicFigures figures,
            ProjectSight sight,
            Parties parties,
            People people,
            Directory directory,
            JdbcClient jdbc) {
        this.goals = goals;
        this.slots = slots;
        this.followUps = followUps;
        this.figures = figures;
        this.sight = sight;
        this.parties = parties;
        this.people = people;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    private record Row(
            MissionLine line,
            int year,
            int number,
            @Nullable LocalizedText about,
            ZoneId zone,
            PersonId coordinator,
            String reason,
            @Nullable String copiedFrom,
            boolean monthly,
            Instant changedAt) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new MissionLine(
                        new MissionId(Columns.id(row, "id")),
                        MissionCode.of(MissionCode.MISSION, row),
                        Stored.code(row, "kind", MissionKind.class),
                        Stored.code(row, "state", MissionState.class),
                        Stored.text(row, "title"),
                        Stored.day(row, "starts"),
                        Stored.day(row, "ends"),
                        row.getInt("delegations"),
                        row.getInt("travellers"),
                        row.getInt("slots"),
                        row.getInt("waiting"),
                        row.getBoolean("shown"),
                        row.getLong("version")),
                row.getInt("year"),
                row.getInt("number"),
                Stored.textOrNull(row, "about"),
                ZoneId.of(row.getString("zone")),
                Columns.person(row, "coordinator"),
                row.getString("reason"),
                row.getObject("from_year") == null
                        ? null
                        : new MissionCode(MissionCode.MISSION, row.getInt("from_year"), row.getInt("from_number"))
                                .toString(),
                row.getBoolean("monthly"),
                Columns.moment(row, "changed_at"));
    }

    @Override
    public MissionList list(Asker asker, MissionFilter filter, @Nullable ListKey before, int limit) {
        List<Row> rows = jdbc.sql(lines(sight.listedMissions(asker)
                        + (filter.states().isEmpty() ? "" : Stored.among("m.state", filter.states()))
                        + (before == null ? "" : " AND (m.year, m.number) < (:year, :number)")
                        + " ORDER BY m.year DESC, m.number DESC LIMIT :limit"))
                .params(sight.values(asker))
                .param("year", before == null ? 0 : before.year())
                .param("number", before == null ? 0 : before.number())
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new MissionList(
                shown.stream().map(Row::line).toList(),
                more ? new ListKey(shown.getLast().year(), shown.getLast().number()) : null);
    }

    private Optional<Row> row(Asker asker, String code, String condition) {
        return MissionCode.of(MissionCode.MISSION, code)
                .flatMap(wanted -> jdbc.sql(lines(" m.year = :year AND m.number = :number AND" + condition))
                        .params(sight.values(asker))
                        .param("year", wanted.year())
                        .param("number", wanted.number())
                        .query((row, _) -> row(row))
                        .optional());
    }

    @Override
    public Optional<MissionPage> find(Asker asker, String code) {
        return row(asker, code, ProjectSight.KNOWN_MISSION).map(row -> page(asker, row));
    }

    private MissionPage page(Asker asker, Row row) {
        MissionLine line = row.line();
        boolean coordinates = sight.coordinates(asker);
        List<GoalLine> aims = goals.of(line.id());
        List<DelegationLine> delegations = delegations(asker, line.id());
        List<SlotLine> visits = slots.of(line.id(), coordinates);
        Set<DelegationId> all =
                delegations.stream().map(DelegationLine::id).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean oversees = sight.oversees(asker);
        return new MissionPage(
                line,
                new MissionContent(
                        line.kind(),
                        line.title(),
                        row.about(),
                        line.starts(),
                        line.ends(),
                        row.zone(),
                        aims.stream()
                                .map(goal -> new Goal(goal.text(), goal.target()))
                                .toList()),
                people.card(row.coordinator()).orElse(null),
                aims,
                delegations,
                visits,
                oversees ? slots.warnings(line.id(), visits, all, line.starts(), line.ends()) : List.of(),
                oversees ? followUps.of(line.id().value()) : List.of(),
                row.copiedFrom(),
                oversees && row.monthly(),
                oversees ? row.reason() : "",
                coordinates,
                coordinates && asker.person().filter(row.coordinator()::equals).isPresent());
    }

    private List<DelegationLine> delegations(Asker asker, MissionId mission) {
        record Found(DelegationLine line, @Nullable Party party) {}
        List<Found> found = jdbc.sql("""
                SELECT d.*, (SELECT count(*) FROM traveller t WHERE t.delegation = d.id) AS travellers,
                       coalesce(:oversees OR d.member = ANY (:spoken), false) AS names
                  FROM delegation d WHERE d.mission = :mission ORDER BY d.made_at, d.id""")
                .params(sight.values(asker))
                .param("mission", mission.value())
                .query((row, _) -> new Found(
                        new DelegationLine(
                                new DelegationId(Columns.id(row, "id")),
                                row.getString("name"),
                                null,
                                row.getString("head"),
                                Columns.momentOrNull(row, "invited_at"),
                                row.getInt("travellers"),
                                Columns.momentOrNull(row, "filled_at"),
                                !row.getString("email").isEmpty(),
                                row.getBoolean("names")),
                        Stored.party(row, "member", "entry")))
                .list();
        Map<Party, LocalizedText> names = parties.names(
                found.stream().map(Found::party).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<DelegationLine> lines = new ArrayList<>();
        for (Found one : found) {
            DelegationLine line = one.line();
            Party party = one.party();
            lines.add(new DelegationLine(
                    line.id(),
                    line.name(),
                    party == null ? null : Parties.in(names, party),
                    line.head(),
                    line.invitedAt(),
                    line.travellers(),
                    line.filledAt(),
                    line.link(),
                    line.names()));
        }
        return lines;
    }

    @Override
    public Optional<OpenMission> open(String code) {
        return row(Asker.guest(), code, " m.shown ").map(row -> {
            MissionLine line = row.line();
            List<EntryId> visited = jdbc.sql("""
                    SELECT entry FROM mission_slot WHERE mission = :id AND entry IS NOT NULL
                     GROUP BY entry ORDER BY min(day + starts), entry""")
                    .param("id", line.id().value())
                    .query((one, _) -> new EntryId(Columns.id(one, "entry")))
                    .list();
            Map<EntryId, EntryCard> cards = directory.cards(visited);
            return new OpenMission(
                    line.id(),
                    line.code(),
                    line.kind(),
                    line.state(),
                    line.title(),
                    row.about(),
                    line.starts(),
                    line.ends(),
                    row.zone(),
                    line.delegations(),
                    visited.stream().map(cards::get).filter(Objects::nonNull).toList(),
                    row.changedAt());
        });
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public long version() {
        return figures.version();
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<ReachedPlace> reached() {
        List<PlacesReached.Place> rows = figures.newest().places();
        Map<EntryId, EntryCard> cards =
                directory.cards(rows.stream().map(PlacesReached.Place::entry).toList());
        List<ReachedPlace> reached = new ArrayList<>();
        for (PlacesReached.Place place : rows) {
            EntryCard card = cards.get(place.entry());
            if (card != null) {
                reached.add(new ReachedPlace(card, place.visits(), place.planned(), place.last()));
            }
        }
        return reached;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<Year> years() {
        return figures.newest().years();
    }

    @Override
    public long countOpen() {
        return jdbc.sql("SELECT count(*) FROM mission WHERE shown")
                .query(Long.class)
                .single();
    }

    @Override
    public List<OpenPage> openPages(long offset, int limit) {
        return jdbc.sql(
                        "SELECT year, number, changed_at FROM mission WHERE shown ORDER BY year, number OFFSET :offset LIMIT :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) ->
                        new OpenPage(MissionCode.of(MissionCode.MISSION, row), Columns.moment(row, "changed_at")))
                .list();
    }

    @Override
    public boolean mayPlan(Asker asker) {
        return sight.coordinates(asker);
    }
}
