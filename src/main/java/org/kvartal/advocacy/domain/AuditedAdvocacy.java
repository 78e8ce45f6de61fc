package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.ShellPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the recommendations, addressees, letters and measures that stand in the audit trail. */
@Component
class AuditedAdvocacy implements AuditedThings {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final AdvocacySight sight;

    AuditedAdvocacy(JdbcClient jdbc, Directory directory, AdvocacySight sight) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.sight = sight;
    }

    private record Named(
            @Nullable LocalizedText name,
            @Nullable EntryId entry,
            String code,
            @Nullable String path) {}

    @Override
    public Set<String> kinds() {
        return Set.of(
                AdvocacyTrail.RECOMMENDATION, AdvocacyTrail.ADDRESSEE, AdvocacyTrail.DISPATCH, AdvocacyTrail.MEASURE);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        boolean opens = sight.reads(reader.asker());
        Map<UUID, Named> named = new HashMap<>();
        read(
                acts,
                AdvocacyTrail.RECOMMENDATION,
                "SELECT * FROM recommendation WHERE id = ANY (:ids)",
                row -> {
                    String code = RefCode.recommendation(row);
                    return new Named(Stored.text(row, "title"), null, code, AdvocacyPages.recommendation(code));
                },
                named);
        read(
                acts,
                AdvocacyTrail.MEASURE,
                "SELECT * FROM measure WHERE id = ANY (:ids)",
                row -> {
                    String code = RefCode.measure(row);
                    return new Named(Stored.text(row, "title"), null, code, AdvocacyPages.measure(code));
                },
                named);
        read(
                acts,
                AdvocacyTrail.ADDRESSEE,
                "SELECT * FROM addressee WHERE id = ANY (:ids)",
                row -> new Named(
                        null,
                        new EntryId(Columns.id(row, "entry")),
                        row.getString("unit"),
                        ShellPages.path(AdvocacyPages.ADDRESSEES)),
                named);
        read(
                acts,
                AdvocacyTrail.DISPATCH,
                """
                SELECT d.id, r.year, r.number, d.to_entry AS entry
                  FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
                 WHERE d.id = ANY (:ids)""",
                row -> new Named(
                        null,
                        new EntryId(Columns.id(row, "entry")),
                        RefCode.recommendation(row),
                        AdvocacyPages.letter(new DispatchId(Columns.id(row, "id")))),
                named);
        Map<EntryId, EntryCard> entries = directory.cards(named.values().stream()
                .map(Named::entry)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            Named one = named.get(act.subject().id());
            if (one != null && kinds().contains(act.subject().kind())) {
                things.put(act.number(), thing(one, entries, reader.language(), opens));
            }
        }
        return things;
    }

    private static AuditedThing thing(Named one, Map<EntryId, EntryCard> entries, Language language, boolean opens) {
        EntryId entry = one.entry();
        EntryCard card = entry == null ? null : entries.get(entry);
        LocalizedText title = one.name();
        String name =
                title != null ? title.in(language) : card != null ? card.names().in(language) : "";
        String words =
                Stream.of(name, one.code()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        return new AuditedThing(
                words.isEmpty() ? "—" : words,
                title != null ? title.shownIn(language) : null,
                opens ? one.path() : null);
    }

    @FunctionalInterface
    private interface Naming {
        Named of(ResultSet row) throws SQLException;
    }

    private void read(List<AuditedAct> acts, String kind, String sql, Naming naming, Map<UUID, Named> into) {
        UUID[] ids = AuditedThings.ids(acts, kind);
        if (ids.length > 0) {
            jdbc.sql(sql)
                    .param("ids", ids)
                    .query((row, _) -> into.put(Columns.id(row, "id"), naming.of(row)))
                    .list();
        }
    }
}
