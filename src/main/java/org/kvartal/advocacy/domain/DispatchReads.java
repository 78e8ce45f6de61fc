package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches.Clarification;
import org.kvartal.advocacy.Dispatches.Desk;
import org.kvartal.advocacy.Dispatches.Destination;
import org.kvartal.advocacy.Dispatches.DispatchKey;
import org.kvartal.advocacy.Dispatches.DispatchLine;
import org.kvartal.advocacy.Dispatches.DispatchList;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.Reminder;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Letters as pages show them. What left the house everybody may know of who may know of the recommendation; the rest whoever belongs to the house. */
@Component
class DispatchReads {

    private static final String LINES = """
            SELECT d.*, r.year, r.number, r.title
              FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
             WHERE\s""";

    private final DispatchRepository dispatches;
    private final RecommendationRepository recommendations;
    private final ReplyReads replies;
    private final LetterSeal seal;
    private final Signing signing;
    private final Directory directory;
    private final People people;
    private final Files files;
    private final Permissions permissions;
    private final AdvocacySight sight;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    DispatchReads(
            DispatchRepository dispatches,
            RecommendationRepository recommendations,
            ReplyReads replies,
            LetterSeal seal,
            Signing signing,
            Directory directory,
            People people,
            Files files,
            Permissions permissions,
            AdvocacySight sight,
            JdbcClient jdbc,
            HouseClock clock) {
        this.dispatches = dispatches;
        this.recommendations = recommendations;
        this.replies = replies;
        this.seal = seal;
        this.signing = signing;
        this.directory = directory;
        this.people = people;
        this.files = files;
        this.permissions = permissions;
        this.sight = sight;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            DispatchId id,
            RecommendationId recommendation,
            String code,
            LocalizedText title,
            EntryId entry,
            String unit,
            DispatchState state,
            Way way,
            ZoneId zone,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate replyBy,
            @Nullable Position position,
            Instant changedAt,
            long version) {

        DispatchKey key() {
            return new DispatchKey(changedAt, id);
        }
    }

    /** The letters of a recommendation that the asker may know of. */
    List<DispatchLine> of(Asker asker, RecommendationId recommendation) {
        List<Row> rows = rows(jdbc.sql(LINES
                        + "d.recommendation = :id AND (d.sent_at IS NOT NULL OR :reads) ORDER BY d.prepared_at, d.id")
                .param("id", recommendation.value())
                .param("reads", sight.reads(asker)));
        return lines(asker, rows);
    }

    DispatchList waiting(Asker asker, Desk what, @Nullable DispatchKey after, int limit) {
        if (!sight.has(asker, AdvocacyRights.PREPARE)) {
            permissions.check(asker, AdvocacyRights.CLASSIFY, Scope.PLATFORM);
        }
        String which = switch (what) {
            case TO_SIGN -> "d.state = 'PREPARED'";
            case TO_SEND -> "d.state = 'SIGNED'";
            case TO_CLASSIFY -> "d.state = 'NEEDS_CLASSIFICATION'";
            case OWED -> "d.state = 'CLARIFICATION'";
            case LATE -> "d.state = 'SENT' AND (:now AT TIME ZONE d.zone)::date > d.reply_by";
            case BOUNCED -> "d.state = 'BOUNCED'";
        };
        List<Row> rows = rows(jdbc.sql(LINES + which + "\n" + """
                 AND (:after::timestamptz IS NULL OR (d.changed_at, d.id) > (:after, :id::uuid))
                 ORDER BY d.changed_at, d.id LIMIT :limit""")
                .param("now", Columns.moment(clock.now()))
                .param("after", Columns.momentOrNull(after == null ? null : after.changedAt()))
                .param("id", after == null ? null : after.id().value())
                .param("limit", limit + 1));
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new DispatchList(lines(asker, shown), more ? shown.getLast().key() : null);
    }

    private static List<Row> rows(StatementSpec query) {
        return query.query((row, _) -> new Row(
                        new DispatchId(Columns.id(row, "id")),
                        new RecommendationId(Columns.id(row, "recommendation")),
                        RefCode.recommendation(row),
                        Stored.text(row, "title"),
                        new EntryId(Columns.id(row, "to_entry")),
                        row.getString("to_unit"),
                        Stored.code(row, "state", DispatchState.class),
                        Stored.code(row, "way", Way.class),
                        ZoneId.of(row.getString("zone")),
                        Stored.dayOrNull(row, "sent_on"),
                        Stored.dayOrNull(row, "reply_by"),
                        Stored.codeOrNull(row, "position", Position.class),
                        Columns.moment(row, "changed_at"),
                        row.getLong("version")))
                .list();
    }

    private List<DispatchLine> lines(Asker asker, List<Row> rows) {
        Map<EntryId, EntryCard> cards =
                directory.cards(rows.stream().map(Row::entry).collect(Collectors.toSet()));
        Map<DispatchId, List<ReplyLine>> said =
                replies.of(rows.stream().map(Row::id).toList());
        boolean classifies = sight.has(asker, AdvocacyRights.CLASSIFY);
        Instant now = clock.now();
        return rows.stream()
                .map(row -> line(row, cards.get(row.entry()), said.getOrDefault(row.id(), List.of()), classifies, now))
                .toList();
    }

    private static DispatchLine line(
            Row row, @Nullable EntryCard card, List<ReplyLine> said, boolean classifies, Instant now) {
        LocalDate replyBy = row.replyBy();
        Lateness lateness =
                row.state() == DispatchState.SENT && replyBy != null ? Lateness.of(replyBy, row.zone(), now) : null;
        // Before the office has read it nobody else does: it may be anything.
        List<ReplyLine> shown = classifies ? said : ReplyReads.open(said);
        return new DispatchLine(
                row.id(),
                row.recommendation(),
                row.code(),
                row.title(),
                card == null ? Names.of(row.unit(), "en") : card.names(),
                row.unit(),
                row.state(),
                row.way(),
                lateness,
                row.sentOn(),
                replyBy,
                row.position(),
                shown.isEmpty() ? null : shown.getFirst(),
                row.version());
    }

    Optional<DispatchPage> find(Asker asker, DispatchId id) {
        if (!sight.reads(asker)) {
            return Optional.empty();
        }
        return lines(asker, rows(jdbc.sql(LINES + "d.id = :id").param("id", id.value()))).stream()
                .findFirst()
                .flatMap(line -> dispatches.findById(id.value()).map(dispatch -> page(asker, line, dispatch)));
    }

    private DispatchPage page(Asker asker, DispatchLine line, Dispatch dispatch) {
        record Kept(
                PersonId preparedBy,
                @Nullable PersonId signedBy,
                boolean alone,
                @Nullable String hash,
                String registry,
                String bounced,
                String note) {}
        Kept kept = jdbc.sql("SELECT * FROM dispatch WHERE id = :id")
                .param("id", line.id().value())
                .query((row, _) -> new Kept(
                        Columns.person(row, "prepared_by"),
                        Columns.personOrNull(row, "signed_by"),
                        row.getBoolean("alone"),
                        Stored.hex(row.getBytes("letter_hash")),
                        row.getString("registry"),
                        row.getString("bounced"),
                        row.getString("note")))
                .single();
        boolean prepares = sight.has(asker, AdvocacyRights.PREPARE);
        boolean classifies = sight.has(asker, AdvocacyRights.CLASSIFY);
        boolean maySign = dispatch.state() == DispatchState.PREPARED
                && signing.maySign(asker, dispatch).isPresent();
        PersonId signer = kept.signedBy();
        Map<PersonId, PersonCard> cards = people.cards(
                Stream.of(kept.preparedBy(), signer).filter(Objects::nonNull).collect(Collectors.toSet()));
        FileId letter = dispatch.letter();
        boolean altered = prepares && seal.isBroken(line.id());
        List<ReplyLine> said = replies.of(List.of(line.id())).getOrDefault(line.id(), List.of());
        return new DispatchPage(
                line,
                dispatch.addressee(),
                dispatch.toEntry(),
                prepares || maySign ? dispatch.to() : open(dispatch.to()),
                dispatch.language(),
                dispatch.zone(),
                dispatch.replyDays(),
                dispatch.covering(),
                cards.get(kept.preparedBy()),
                signer == null ? null : cards.get(signer),
                kept.alone(),
                letter == null || !prepares || altered
                        ? null
                        : files.find(letter).orElse(null),
                kept.hash(),
                altered,
                kept.registry(),
                prepares ? kept.bounced() : "",
                classifies ? kept.note() : "",
                classifies ? said : ReplyReads.open(said),
                clarifications(line.id()),
                prepares ? reminders(line.id()) : List.of(),
                dispatch.state() == DispatchState.PREPARED
                        && recommendations
                                .findById(line.recommendation().value())
                                .filter(one -> !one.isIn(dispatch.language()))
                                .isPresent(),
                prepares,
                maySign,
                dispatch.state() == DispatchState.CLARIFICATION
                        && signing.mayAnswer(asker, dispatch).isPresent(),
                classifies);
    }

    private static Destination open(Destination to) {
        return new Destination("", to.post(), to.unit(), to.address(), "");
    }

    private List<Clarification> clarifications(DispatchId id) {
        return jdbc.sql("SELECT * FROM dispatch_clarification WHERE dispatch = :id ORDER BY said_at DESC, id DESC")
                .param("id", id.value())
                .query((row, _) -> new Clarification(
                        row.getString("text"), Stored.day(row, "reply_by"), Columns.moment(row, "said_at")))
                .list();
    }

    /** Those that went out, and the one that may go out now. */
    private List<Reminder> reminders(DispatchId id) {
        return jdbc.sql("""
                SELECT m.* FROM dispatch_reminder m JOIN dispatch d ON d.id = m.dispatch JOIN recommendation r ON r.id = d.recommendation
                 WHERE m.dispatch = :id
                   AND (m.sent_at IS NOT NULL
                        OR (d.state = 'SENT' AND d.reply_by = m.reply_by AND d.reply_by < (:now AT TIME ZONE d.zone)::date
                            AND r.state = ANY (:sendable)))
                 ORDER BY m.reply_by DESC""")
                .param("id", id.value())
                .param("now", Columns.moment(clock.now()))
                .param("sendable", Stored.names(RecommendationState.SENDABLE))
                .query((row, _) -> new Reminder(
                        Stored.day(row, "reply_by"), row.getString("text"), Columns.momentOrNull(row, "sent_at")))
                .list();
    }
}
