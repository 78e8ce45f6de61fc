package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.EntryList;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What those see who keep entries. */
@Component
@Transactional(readOnly = true)
class ShownDesk implements EntryDesk {

    private static final int MOST_ROWS = 200;

    private static final String SUGGESTION =
            "SELECT r.id AS revision, r.made_by, r.made_at, r.note, r.base, r.content AS wish,"
                    + " r.state AS decision, r.reason, e.member, " + EntryRows.columns("e", "")
                    + " FROM entry_revision r JOIN entry e ON e.id = r.entry ";

    private final EntryRepository entries;
    private final Narrowings narrowings;
    private final EntryLists lists;
    private final EntryDetails details;
    private final EntryKeepers keepers;
    private final EntryProofreader proofreader;
    private final People people;
    private final JdbcClient jdbc;

    ShownDesk(
            EntryRepository entries,
            Narrowings narrowings,
            EntryLists lists,
            EntryDetails details,
            EntryKeepers keepers,
            EntryProofreader proofreader,
            People people,
            JdbcClient jdbc) {
        this.entries = entries;
        this.narrowings = narrowings;
        this.lists = lists;
        this.details = details;
        this.keepers = keepers;
        this.proofreader = proofreader;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public List<EntryCard> mine(Asker asker) {
        List<MemberId> members = keepers.owned(asker);
        if (members.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT " + EntryRows.columns("e", "")
                        + " FROM entry e WHERE e.member = ANY(?) ORDER BY e.name_en, e.id")
                .param(values(members))
                .query((row, _) -> EntryRows.card(row, ""))
                .list();
    }

    @Override
    public EntryList find(
            Asker asker,
            String text,
            @Nullable EditorialState state,
            Language language,
            @Nullable String after,
            int limit) {
        if (asker instanceof Asker.Guest) {
            throw new Forbidden();
        }
        DirectoryFilter filter = DirectoryFilter.ALL.withText(text);
        boolean steward = keepers.isSteward(asker);
        Narrowing narrowing = steward
                ? narrowings.of(filter, state == null ? "true" : "e.state = '" + state.name() + "'")
                : narrowings.of(filter);
        return lists.read(narrowing, steward, language, after, Math.clamp(limit, 1, MOST_ROWS));
    }

    @Override
    public List<EntryCard> made(Asker asker, int limit) {
        return jdbc.sql(
                        "SELECT " + EntryRows.columns("e", "")
                                + " FROM entry e WHERE e.made_by = ? AND e.state IN ('SUGGESTED', 'REJECTED') ORDER BY e.id DESC LIMIT ?")
                .params(asker.requirePerson().value(), Math.clamp(limit, 1, MOST_ROWS))
                .query((row, _) -> EntryRows.card(row, ""))
                .list();
    }

    @Override
    public List<Suggestion> written(Asker asker, int limit) {
        List<Raw> rows = jdbc.sql(SUGGESTION + "WHERE r.made_by = ? ORDER BY r.id DESC LIMIT ?")
                .params(asker.requirePerson().value(), Math.clamp(limit, 1, MOST_ROWS))
                .query((row, _) -> raw(row))
                .list();
        Map<PersonId, PersonCard> cards = cards(rows.stream().map(Raw::by).toList());
        return rows.stream().map(row -> row.suggestion(cards)).toList();
    }

    @Override
    public void check(EntryKind kind, EntryContent content) {
        var _ = proofreader.read(kind, content);
    }

    @Override
    public List<Clash> clashes(EntryContent base, EntryContent mine, EntryContent theirs) {
        return Fields.clashes(base, mine, theirs);
    }

    @Override
    public EntryContent merged(EntryContent base, EntryContent mine, EntryContent theirs, Set<String> theirWay) {
        return Fields.merged(base, mine, theirs, theirWay);
    }

    @Override
    public EntryForm form(Asker asker, EntryId id) {
        if (asker instanceof Asker.Guest) {
            throw new Forbidden();
        }
        Entry entry = known(asker, id);
        boolean steward = keepers.isSteward(asker);
        boolean keeps = steward || keepers.owns(asker, entry.member());
        EntryDetail detail =
                details.read(List.of(id), false).stream().findFirst().orElseThrow(NotFound::new);
        return new EntryForm(
                detail.card(),
                keeps ? entry.content() : detail.content(),
                entry.version(),
                keeps,
                steward,
                entry.member(),
                entry.reason(),
                detail.relations(),
                keeps ? proposals(asker, entry) : List.of());
    }

    private List<Proposal> proposals(Asker asker, Entry entry) {
        List<Proposal> proposals = new ArrayList<>();
        boolean steward = keepers.isSteward(asker);
        details.proposals(entry.id())
                .forEach((line, asked) -> proposals.add(new Proposal(line, steward || asked.equals(entry.id()))));
        return proposals;
    }

    @Override
    public List<EntryCard> suggestedEntries(Asker asker, @Nullable EntryId after, int limit) {
        keepers.requireSteward(asker);
        StatementSpec statement = jdbc.sql(
                        "SELECT " + EntryRows.columns("e", "") + " FROM entry e WHERE e.state = 'SUGGESTED'"
                                + (after == null ? "" : " AND e.id > :after") + " ORDER BY e.id LIMIT :limit")
                .param("limit", Math.clamp(limit, 1, MOST_ROWS));
        return (after == null ? statement : statement.param("after", after.value()))
                .query((row, _) -> EntryRows.card(row, ""))
                .list();
    }

    @Override
    public List<Suggestion> suggestions(Asker asker, @Nullable RevisionId after, int limit) {
        boolean steward = keepers.isSteward(asker);
        List<MemberId> members = steward ? List.of() : keepers.owned(asker);
        if (!steward && members.isEmpty()) {
            return List.of();
        }
        StatementSpec statement = jdbc.sql(SUGGESTION + "WHERE r.state = 'WAITING'"
                        + (steward ? "" : " AND e.member = ANY(:members)")
                        + (after == null ? "" : " AND r.id > :after") + " ORDER BY r.id LIMIT :limit")
                .param("limit", Math.clamp(limit, 1, MOST_ROWS));
        if (!steward) {
            statement = statement.param("members", values(members));
        }
        if (after != null) {
            statement = statement.param("after", after.value());
        }
        List<Raw> rows = statement.query((row, _) -> raw(row)).list();
        Map<PersonId, PersonCard> cards = cards(rows.stream().map(Raw::by).toList());
        return rows.stream().map(row -> row.suggestion(cards)).toList();
    }

    @Override
    public SuggestionDetail suggestion(Asker asker, RevisionId revision) {
        Raw row = jdbc.sql(SUGGESTION + "WHERE r.id = ?")
                .param(revision.value())
                .query((found, _) -> raw(found))
                .optional()
                .orElseThrow(NotFound::new);
        boolean decides = keepers.isSteward(asker) || keepers.owns(asker, row.member);
        if (!decides && asker.person().filter(row.by::equals).isEmpty()) {
            throw new NotFound();
        }
        return new SuggestionDetail(row.suggestion(cards(List.of(row.by))), row.reason, decides, row.differences());
    }

    @Override
    public List<FieldChange> history(Asker asker, EntryId id, @Nullable Long before, int limit) {
        Entry entry = known(asker, id);
        record Line(
                long number,
                String field,
                String before,
                String after,
                @Nullable PersonId by,
                Instant at) {}
        List<Line> lines = jdbc.sql("""
                SELECT number, field, before, after, by, at
                  FROM entry_change
                 WHERE entry = :entry AND number < :number AND (:all OR field <> :contacts)
                 ORDER BY number DESC
                 LIMIT :limit""")
                .param("entry", id.value())
                .param("number", before == null ? Long.MAX_VALUE : before)
                .param("all", keepers.keeps(asker, entry))
                .param("contacts", Fields.CONTACTS)
                .param("limit", Math.clamp(limit, 1, MOST_ROWS))
                .query((row, _) -> new Line(
                        row.getLong("number"),
                        row.getString("field"),
                        row.getString("before"),
                        row.getString("after"),
                        Columns.personOrNull(row, "by"),
                        Columns.moment(row, "at")))
                .list();
        Set<PersonId> named = new HashSet<>();
        lines.forEach(line -> {
            if (line.by != null) {
                named.add(line.by);
            }
        });
        Map<PersonId, PersonCard> cards = named.isEmpty() ? Map.of() : people.cards(named);
        return lines.stream()
                .map(line -> new FieldChange(
                        line.number,
                        line.field,
                        line.before,
                        line.after,
                        line.by == null ? null : nameless(cards, line.by),
                        line.at))
                .toList();
    }

    @Override
    public List<String> addresses(Asker asker, EntryId id) {
        Entry entry = known(asker, id);
        if (!keepers.keeps(asker, entry)) {
            throw new Forbidden();
        }
        return jdbc.sql("SELECT slug FROM entry_address WHERE entry = ? ORDER BY since DESC, slug")
                .param(id.value())
                .query((row, _) -> row.getString("slug"))
                .list();
    }

    private Entry known(Asker asker, EntryId id) {
        Entry entry = entries.findById(id.value()).orElseThrow(NotFound::new);
        keepers.requireKnown(asker, entry);
        return entry;
    }

    private Map<PersonId, PersonCard> cards(List<PersonId> named) {
        return named.isEmpty() ? Map.of() : people.cards(Set.copyOf(named));
    }

    /** A person of whom accounts no longer knows a name. */
    private static PersonCard nameless(Map<PersonId, PersonCard> cards, PersonId person) {
        PersonCard card = cards.get(person);
        return card != null ? card : new PersonCard(person, "–", null, Language.EN);
    }

    private static UUID[] values(List<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }

    private static Raw raw(ResultSet row) throws SQLException {
        UUID member = Columns.idOrNull(row, "member");
        return new Raw(
                new RevisionId(Columns.id(row, "revision")),
                EntryRows.card(row, ""),
                member == null ? null : new MemberId(member),
                Columns.person(row, "made_by"),
                Columns.moment(row, "made_at"),
                row.getString("note"),
                RevisionState.valueOf(row.getString("decision")),
                row.getString("reason"),
                EntryRows.stored(row.getString("base")),
                EntryRows.stored(row.getString("wish")));
    }

    private record Raw(
            RevisionId id,
            EntryCard entry,
            @Nullable MemberId member,
            PersonId by,
            Instant at,
            @Nullable String note,
            RevisionState state,
            @Nullable String reason,
            EntryContent base,
            EntryContent wish) {

        Suggestion suggestion(Map<PersonId, PersonCard> cards) {
            return new Suggestion(
                    id,
                    entry,
                    nameless(cards, by),
                    at,
                    note,
                    state,
                    differences().stream().map(FieldDifference::field).toList());
        }

        List<FieldDifference> differences() {
            return Fields.between(base, wish);
        }
    }
}
