package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.Origin;
import org.kvartal.forum.Agenda.ThreadCounts;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.stereotype.Component;

/** Makes lines of the rows of items, with everything that belongs to them, in a constant number of queries. What may be shown is for the caller to choose. */
@Component
class ItemReads {

    /** Everything of items {@code i} that a line needs. */
    static final String ROWS = """
            SELECT i.*, (SELECT count(*) FROM agenda_item m WHERE m.merged_into = i.id) AS merged,
                   w.year AS wished_year, w.number AS wished_number, l.year AS about_year, l.number AS about_number
              FROM agenda_item i LEFT JOIN forum_session w ON w.id = i.wished AND w.opened_at IS NOT NULL
              LEFT JOIN forum_session l ON l.id = i.about
            """;

    private final People people;
    private final Members members;
    private final Needs needs;
    private final ItemPapers papers;

    ItemReads(People people, Members members, Needs needs, ItemPapers papers) {
        this.people = people;
        this.members = members;
        this.needs = needs;
        this.papers = papers;
    }

    /**
     * An item as its row holds it.
     *
     * @param section null where it is on no agenda
     * @param wished code of the session for which it was wished, null for none that everybody may know of
     * @param about code of the session whose minutes it is about, null for none
     */
    record Row(
            UUID id,
            @Nullable SeriesId series,
            @Nullable UUID section,
            ItemState state,
            LocalizedText title,
            String context,
            ItemKind kind,
            ItemVisibility visibility,
            int minutes,
            String expected,
            @Nullable PersonId presenter,
            @Nullable PersonId proposer,
            @Nullable MemberId onBehalfOf,
            @Nullable Origin origin,
            boolean membersOnly,
            int merged,
            Instant proposedAt,
            @Nullable String wished,
            @Nullable String about,
            long version) {

        boolean common() {
            return visibility == ItemVisibility.COMMON;
        }
    }

    static Row row(ResultSet row) throws SQLException {
        UUID thread = Columns.idOrNull(row, "thread");
        return new Row(
                Columns.id(row, "id"),
                Stored.series(row),
                Columns.idOrNull(row, "section"),
                ItemState.valueOf(row.getString("state")),
                Stored.text(row, "title"),
                row.getString("context"),
                ItemKind.valueOf(row.getString("kind")),
                ItemVisibility.valueOf(row.getString("visibility")),
                row.getInt("minutes"),
                row.getString("expected"),
                Columns.personOrNull(row, "presenter"),
                Columns.personOrNull(row, "proposer"),
                Stored.member(row, "on_behalf_of"),
                thread == null
                        ? null
                        : new Origin(
                                new ThreadId(thread),
                                row.getLong("thread_number"),
                                new ThreadCounts(
                                        row.getInt("posts"),
                                        row.getInt("writers"),
                                        row.getInt("people"),
                                        row.getInt("associations"))),
                row.getBoolean("members_only"),
                row.getInt("merged"),
                Columns.moment(row, "proposed_at"),
                code(row, "wished"),
                code(row, "about"),
                row.getLong("version"));
    }

    private static @Nullable String code(ResultSet row, String session) throws SQLException {
        int year = row.getInt(session + "_year");
        return year == 0 ? null : new SessionCode(year, row.getInt(session + "_number")).toString();
    }

    /** Turns rows into lines. */
    Lines lines(Asker asker, Collection<Row> rows, boolean withPapers) {
        Set<PersonId> persons = rows.stream()
                .flatMap(row -> Stream.of(row.presenter(), row.proposer()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<MemberId> associations = collect(rows, Row::onBehalfOf);
        Set<ThreadId> threads = rows.stream()
                .map(Row::origin)
                .filter(Objects::nonNull)
                .map(Origin::thread)
                .collect(Collectors.toSet());
        return new Lines(
                persons.isEmpty() ? Map.of() : people.cards(persons),
                associations.isEmpty() ? Map.of() : members.cards(Asker.guest(), associations),
                threads.isEmpty() ? Map.of() : needs.cards(asker, threads),
                withPapers ? papers.of(rows.stream().map(Row::id).toList()) : Map.of());
    }

    private static <T> Set<T> collect(Collection<Row> rows, Function<Row, @Nullable T> what) {
        Set<T> found = new HashSet<>();
        for (Row row : rows) {
            T one = what.apply(row);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    /** What belongs to the rows that were read together. */
    record Lines(
            Map<PersonId, PersonCard> people,
            Map<MemberId, MemberCard> members,
            Map<ThreadId, NeedCard> needs,
            Map<UUID, List<StoredFile>> papers) {

        /**
         * @param number of the item on its agenda, null for none
         * @param begins by the clock of the session, null for none
         */
        ItemLine line(Row row, @Nullable Integer number, @Nullable LocalTime begins) {
            return new ItemLine(
                    new ItemId(row.id()),
                    row.series(),
                    row.state(),
                    number,
                    begins,
                    row.title(),
                    row.context(),
                    Markdown.render(row.context()),
                    row.kind(),
                    row.visibility(),
                    row.minutes(),
                    row.expected(),
                    row.presenter() == null ? null : people.get(row.presenter()),
                    row.proposer() == null ? null : people.get(row.proposer()),
                    row.onBehalfOf() == null ? null : members.get(row.onBehalfOf()),
                    origin(row.origin()),
                    papers.getOrDefault(row.id(), List.of()),
                    row.merged(),
                    row.proposedAt(),
                    row.wished(),
                    row.about(),
                    row.version());
        }

        /** Of a need those count who stand behind it now. */
        private @Nullable Origin origin(@Nullable Origin kept) {
            NeedCard need = kept == null ? null : needs.get(kept.thread());
            return kept == null || need == null
                    ? kept
                    : new Origin(
                            kept.thread(),
                            kept.number(),
                            new ThreadCounts(
                                    kept.counts().posts(),
                                    kept.counts().writers(),
                                    need.people(),
                                    need.associations()));
        }
    }
}
