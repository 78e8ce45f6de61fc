package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the directory shows to anybody, read for the page that shows it. */
@Component
@Transactional(readOnly = true)
class ShownDirectory implements Directory {

    /** No page needs more at once, whoever asks. */
    private static final int MOST_ROWS = 500;

    private final JdbcClient jdbc;
    private final Narrowings narrowings;
    private final EntryLists lists;
    private final PublicIndexes indexes;
    private final EntryDetails details;
    private final MapReads maps;
    private final EntryKeepers keepers;

    ShownDirectory(
            JdbcClient jdbc,
            Narrowings narrowings,
            EntryLists lists,
            PublicIndexes indexes,
            EntryDetails details,
            MapReads maps,
            EntryKeepers keepers) {
        this.jdbc = jdbc;
        this.narrowings = narrowings;
        this.lists = lists;
        this.indexes = indexes;
        this.details = details;
        this.maps = maps;
        this.keepers = keepers;
    }

    @Override
    public long version() {
        return jdbc.sql("SELECT revision FROM directory").query(Long.class).single();
    }

    @Override
    public EntryList search(DirectoryFilter filter, Language language, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        if (!filter.text().isEmpty()) {
            return lists.read(narrowings.of(filter), false, language, after, most);
        }
        PublicIndex index = indexes.atLeast(version());
        UUID last = after == null || !EntryAddresses.canBe(after) ? null : published(after);
        if (last != null && !index.holds(last)) {
            // It has been taken out since: the list goes on where it stood.
            return lists.read(narrowings.of(filter), false, language, after, most);
        }
        List<UUID> found = index.list(filter, hits(filter), language, last, most + 1);
        boolean more = found.size() > most;
        Map<EntryId, EntryCard> cards =
                cards(found.stream().limit(most).map(EntryId::new).toList());
        List<EntryCard> shown = found.stream()
                .limit(most)
                .map(EntryId::new)
                .filter(cards::containsKey)
                .map(cards::get)
                .toList();
        return new EntryList(shown, more && !shown.isEmpty() ? shown.getLast().slug() : null);
    }

    private @Nullable UUID published(String slug) {
        return jdbc
                .sql("SELECT id FROM entry WHERE slug = ? AND published_at IS NOT NULL")
                .param(slug)
                .query((row, _) -> Columns.id(row, "id"))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The entries that have the filter's text and lie within its box; null where it has neither. */
    private @Nullable List<UUID> hits(DirectoryFilter filter) {
        if (filter.text().isEmpty() && filter.box() == null) {
            return null;
        }
        Narrowing narrowing = narrowings.of(filter);
        return narrowing
                .bind(jdbc.sql("SELECT e.id FROM entry e WHERE " + narrowing.base()))
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    @Override
    public Facets facets(DirectoryFilter filter) {
        return indexes.atLeast(version()).count(filter, hits(filter));
    }

    @Override
    public MapView map(DirectoryFilter filter, int zoom) {
        return maps.read(filter, zoom);
    }

    @Override
    public Look look(Asker asker, String slug) {
        record Standing(
                UUID id,
                String slug,
                EditorialState state,
                @Nullable UUID maker,
                @Nullable UUID member) {}
        Standing standing = jdbc.sql("""
                SELECT e.id, e.slug, e.state, e.made_by, e.member
                  FROM entry e
                 WHERE e.id = (SELECT entry FROM entry_address WHERE slug = :slug) OR e.slug = :slug""")
                .param("slug", slug)
                .query((row, _) -> new Standing(
                        Columns.id(row, "id"),
                        row.getString("slug"),
                        EditorialState.valueOf(row.getString("state")),
                        Columns.idOrNull(row, "made_by"),
                        Columns.idOrNull(row, "member")))
                .optional()
                .orElseThrow(NotFound::new);
        MemberId member = standing.member == null ? null : new MemberId(standing.member);
        if (!keepers.mayKnow(asker, standing.state, standing.maker, member)) {
            if (standing.state == EditorialState.ARCHIVED) {
                return new Look.Gone();
            }
            throw new NotFound();
        }
        if (!standing.slug.equals(slug)) {
            return new Look.Moved(standing.slug);
        }
        return new Look.Found(details.read(List.of(new EntryId(standing.id)), false).stream()
                .findFirst()
                .orElseThrow(NotFound::new));
    }

    @Override
    public OptionalLong revision(String slug) {
        return jdbc
                .sql("SELECT revision FROM entry WHERE slug = ? AND state = 'CONFIRMED'")
                .param(slug)
                .query((row, _) -> row.getLong("revision"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public List<EntryDetail> details(Collection<EntryId> entries) {
        return details.read(entries, true);
    }

    @Override
    public Map<EntryId, EntryCard> cards(Collection<EntryId> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT " + EntryRows.columns("e", "")
                        + " FROM entry e WHERE e.id = ANY(?) AND e.state = 'CONFIRMED'")
                .param(entries.stream().map(EntryId::value).toArray(UUID[]::new))
                .query((row, _) -> EntryRows.card(row, ""))
                .stream()
                .collect(Collectors.toMap(EntryCard::id, Function.identity()));
    }

    @Override
    public Map<MemberId, EntryCard> standing(Collection<MemberId> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<MemberId, EntryCard> standing = new HashMap<>();
        jdbc.sql("SELECT " + EntryRows.columns("e", "")
                        + ", e.member AS stands_for FROM entry e WHERE e.member = ANY(?) AND e.state = 'CONFIRMED'")
                .param(members.stream().map(MemberId::value).toArray(UUID[]::new))
                .query((row, _) -> standing.put(new MemberId(Columns.id(row, "stands_for")), EntryRows.card(row, "")))
                .list();
        return standing;
    }

    @Override
    public Map<String, EntryCard> at(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT " + EntryRows.columns("e", "")
                        + " FROM entry e WHERE e.slug = ANY(?) AND e.state = 'CONFIRMED'")
                .param(slugs.toArray(String[]::new))
                .query((row, _) -> EntryRows.card(row, ""))
                .stream()
                .collect(Collectors.toMap(EntryCard::slug, Function.identity()));
    }

    @Override
    public List<Partnership> partnerships(int limit) {
        return details.partnerships(Math.clamp(limit, 1, MOST_ROWS));
    }

    @Override
    public Numbers numbers() {
        return jdbc.sql("""
                SELECT count(DISTINCT e.id) AS entries,
                       count(DISTINCT value) FILTER (WHERE value !~ '^[A-Z]{2}$') AS places,
                       count(DISTINCT value) FILTER (WHERE value ~ '^[A-Z]{2}$') AS countries,
                       (SELECT count(*)
                          FROM %s
                         WHERE r.kind IN ('TWINNED_WITH', 'AGREEMENT')) AS partnerships
                  FROM entry e
                  LEFT JOIN LATERAL unnest(e.places) value ON true
                 WHERE e.state = 'CONFIRMED'""".formatted(Agreed.RELATIONS))
                .query((row, _) -> new Numbers(
                        row.getLong("entries"),
                        row.getLong("places"),
                        row.getLong("countries"),
                        row.getLong("partnerships")))
                .single();
    }

    @Override
    public List<EntryCard> newest(int limit) {
        return jdbc.sql("SELECT " + EntryRows.columns("e", "")
                        + " FROM entry e WHERE e.state = 'CONFIRMED' ORDER BY e.published_at DESC, e.id DESC LIMIT ?")
                .param(Math.clamp(limit, 1, MOST_ROWS))
                .query((row, _) -> EntryRows.card(row, ""))
                .list();
    }

    @Override
    public List<PublicEntry> listPublic(long offset, int limit) {
        return jdbc.sql("SELECT slug, changed_at FROM entry WHERE state = 'CONFIRMED' ORDER BY id OFFSET ? LIMIT ?")
                .params(offset, limit)
                .query((row, _) -> publicEntry(row))
                .list();
    }

    private static PublicEntry publicEntry(ResultSet row) throws SQLException {
        return new PublicEntry(row.getString("slug"), Columns.moment(row, "changed_at"));
    }
}
