package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Columns;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.HostWish;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.TripWarning;
import org.kvartal.missions.domain.TripRules.Stop;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The itinerary of a mission, in a constant number of queries, and what can hardly be meant in it. */
@Component
class SlotReads {

    private final Directory directory;
    private final Files files;
    private final JdbcClient jdbc;

    SlotReads(Directory directory, Files files, JdbcClient jdbc) {
        this.directory = directory;
        this.files = files;
        this.jdbc = jdbc;
    }

    private record Row(
            SlotId id,
            SlotContent content,
            HostState host,
            @Nullable HostWish wish,
            String said,
            @Nullable Instant askedAt,
            long version) {}

    /** @param contacts whether mail addresses of hosts are told */
    List<SlotLine> of(MissionId mission, boolean contacts) {
        Map<SlotId, Set<DelegationId>> who = who(mission);
        List<Row> rows = jdbc.sql("SELECT * FROM mission_slot WHERE mission = :mission ORDER BY day, starts, id")
                .param("mission", mission.value())
                .query((row, _) -> row(row, who, contacts))
                .list();
        Map<EntryId, EntryCard> entries = directory.cards(rows.stream()
                .map(row -> row.content().entry())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<SlotId, List<StoredFile>> papers = papers(mission);
        return rows.stream()
                .map(row -> {
                    EntryId entry = row.content().entry();
                    return new SlotLine(
                            row.id(),
                            row.content(),
                            entry == null ? null : entries.get(entry),
                            row.host(),
                            row.wish(),
                            row.said(),
                            row.askedAt(),
                            papers.getOrDefault(row.id(), List.of()),
                            row.version());
                })
                .toList();
    }

    private static Row row(ResultSet row, Map<SlotId, Set<DelegationId>> who, boolean contacts) throws SQLException {
        SlotId id = new SlotId(Columns.id(row, "id"));
        var entry = Columns.idOrNull(row, "entry");
        String hostName = row.getString("host_name");
        String hostEmail = row.getString("host_email");
        String hostPhone = row.getString("host_phone");
        LocalDate wished = Stored.dayOrNull(row, "wish_day");
        return new Row(
                id,
                new SlotContent(
                        Stored.day(row, "day"),
                        Stored.time(row, "starts"),
                        Stored.time(row, "ends"),
                        ZoneId.of(row.getString("zone")),
                        entry == null ? null : new EntryId(entry),
                        row.getString("place"),
                        row.getString("purpose"),
                        who.getOrDefault(id, Set.of()),
                        row.getString("transport"),
                        row.getString("note"),
                        hostName.isEmpty() && hostEmail.isEmpty() && hostPhone.isEmpty()
                                ? null
                                : new Host(
                                        hostName,
                                        contacts ? hostEmail : "",
                                        hostPhone,
                                        Columns.language(row, "host_language"))),
                Stored.code(row, "host_state", HostState.class),
                wished == null
                        ? null
                        : new HostWish(wished, Stored.time(row, "wish_starts"), Stored.time(row, "wish_ends")),
                row.getString("said"),
                Columns.momentOrNull(row, "asked_at"),
                row.getLong("version"));
    }

    private Map<SlotId, Set<DelegationId>> who(MissionId mission) {
        Map<SlotId, Set<DelegationId>> who = new HashMap<>();
        jdbc.sql("SELECT w.* FROM slot_who w JOIN mission_slot s ON s.id = w.slot WHERE s.mission = :mission")
                .param("mission", mission.value())
                .query(row -> {
                    who.computeIfAbsent(new SlotId(Columns.id(row, "slot")), _ -> new HashSet<>())
                            .add(new DelegationId(Columns.id(row, "delegation")));
                });
        return who;
    }

    private Map<SlotId, List<StoredFile>> papers(MissionId mission) {
        record Paper(SlotId slot, FileId file) {}
        List<Paper> rows = jdbc.sql("""
                SELECT p.slot, p.file FROM slot_paper p JOIN mission_slot s ON s.id = p.slot
                 WHERE s.mission = :mission ORDER BY p.added_at, p.file""")
                .param("mission", mission.value())
                .query((row, _) -> new Paper(new SlotId(Columns.id(row, "slot")), new FileId(Columns.id(row, "file"))))
                .list();
        Map<FileId, StoredFile> stored =
                files.cards(rows.stream().map(Paper::file).toList());
        Map<SlotId, List<StoredFile>> papers = new HashMap<>();
        for (Paper paper : rows) {
            StoredFile file = stored.get(paper.file());
            if (file != null) {
                papers.computeIfAbsent(paper.slot(), _ -> new ArrayList<>()).add(file);
            }
        }
        return papers;
    }

    /** What can hardly be meant; nobody goes to a host who has declined. Documents are looked at in one query. */
    List<TripWarning> warnings(
            MissionId mission, List<SlotLine> slots, Set<DelegationId> delegations, LocalDate first, LocalDate last) {
        List<Stop> stops = slots.stream()
                .filter(slot -> slot.host() != HostState.DECLINED)
                .map(SlotReads::stop)
                .toList();
        List<TripWarning> warnings = new ArrayList<>(TripRules.of(stops, delegations, first, last));
        jdbc.sql("""
                SELECT t.name, t.delegation FROM traveller t JOIN delegation d ON d.id = t.delegation
                 WHERE d.mission = :mission AND t.document < :last ORDER BY t.name""")
                .param("mission", mission.value())
                .param("last", last)
                .query((row, _) -> new TripWarning(
                        TripWarning.Kind.DOCUMENT,
                        null,
                        null,
                        0,
                        row.getString("name"),
                        new DelegationId(Columns.id(row, "delegation"))))
                .list()
                .forEach(warnings::add);
        return warnings;
    }

    private static Stop stop(SlotLine slot) {
        SlotContent content = slot.content();
        EntryCard entry = slot.entry();
        return new Stop(
                slot.id(),
                content.day(),
                content.starts(),
                content.ends(),
                content.zone(),
                entry == null ? null : entry.coordinates(),
                content.who());
    }
}
