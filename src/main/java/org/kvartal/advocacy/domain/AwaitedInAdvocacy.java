package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.AwaitedSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others owe to whoever prepares or signs letters and reports measures: a second pair of eyes, an authority's answer, a look whether it was done. */
@Component
class AwaitedInAdvocacy implements AwaitedSource {

    private static final String LINES = """
            SELECT 'reply' AS kind, d.id, r.year, r.number, d.to_entry AS entry, d.to_unit AS unit, NULL::uuid AS verifier, d.sent_at AS since
              FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
             WHERE :reads AND d.state = 'SENT' AND (d.prepared_by = :asker OR d.signed_by = :asker)
            UNION ALL
            SELECT 'signature', d.id, r.year, r.number, NULL, NULL, NULL, d.prepared_at
              FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
             WHERE :reads AND d.state = 'PREPARED' AND d.prepared_by = :asker
            UNION ALL
            SELECT 'verdict', m.id, m.year, m.number, NULL, NULL, m.verifier, m.reported_at
              FROM measure m WHERE m.state = 'REPORTED_DONE' AND m.reported_by = :asker
             ORDER BY since, id LIMIT :limit""";

    private final AdvocacySight sight;
    private final Directory directory;
    private final Members members;
    private final Messages messages;
    private final JdbcClient jdbc;

    AwaitedInAdvocacy(AdvocacySight sight, Directory directory, Members members, Messages messages, JdbcClient jdbc) {
        this.sight = sight;
        this.directory = directory;
        this.members = members;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    private record Row(
            String kind,
            UUID id,
            String code,
            @Nullable EntryId entry,
            @Nullable String unit,
            @Nullable MemberId verifier,
            Instant since) {}

    @Override
    public List<AwaitedLine> awaited(Reader reader, int limit) {
        UUID asker = reader.asker().person().map(PersonId::value).orElse(null);
        if (asker == null) {
            return List.of();
        }
        List<Row> rows = jdbc.sql(LINES)
                .param("asker", asker)
                .param("reads", sight.reads(reader.asker()))
                .param("limit", limit)
                .query((row, _) -> {
                    UUID entry = Columns.idOrNull(row, "entry");
                    UUID verifier = Columns.idOrNull(row, "verifier");
                    String kind = row.getString("kind");
                    return new Row(
                            kind,
                            Columns.id(row, "id"),
                            kind.equals("verdict") ? RefCode.measure(row) : RefCode.recommendation(row),
                            entry == null ? null : new EntryId(entry),
                            row.getString("unit"),
                            verifier == null ? null : new MemberId(verifier),
                            Columns.moment(row, "since"));
                })
                .list();
        Set<EntryId> entries = new HashSet<>();
        rows.stream().map(Row::entry).filter(Objects::nonNull).forEach(entries::add);
        List<MemberId> verifiers = rows.stream()
                .map(Row::verifier)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<EntryId, EntryCard> offices = entries.isEmpty() ? Map.of() : directory.cards(entries);
        Map<MemberId, MemberCard> asked =
                verifiers.isEmpty() ? Map.of() : members.cards(AdvocacyTrail.HOUSE, verifiers);
        return rows.stream()
                .map(row -> new AwaitedLine(
                        "advocacy.awaited." + row.kind(),
                        List.of(row.code()),
                        who(row, offices, asked, reader),
                        row.kind().equals("verdict")
                                ? AdvocacyPages.measure(row.code())
                                : AdvocacyPages.letter(new DispatchId(row.id())),
                        row.since()))
                .toList();
    }

    private String who(Row row, Map<EntryId, EntryCard> offices, Map<MemberId, MemberCard> asked, Reader reader) {
        EntryId entry = row.entry();
        if (entry != null) {
            EntryCard card = offices.get(entry);
            return card == null
                    ? Objects.requireNonNullElse(row.unit(), "")
                    : card.names().in(reader.language());
        }
        MemberId verifier = row.verifier();
        MemberCard card = verifier == null ? null : asked.get(verifier);
        LocalizedText name = card == null ? null : card.name();
        return name == null
                ? messages.text(
                        reader.language(),
                        row.kind().equals("signature") ? "advocacy.awaited.officer" : "advocacy.measure.office")
                : name.in(reader.language());
    }
}
