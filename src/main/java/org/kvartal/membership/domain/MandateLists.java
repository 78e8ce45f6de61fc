package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.links.LinkSubject;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.HeldMandate;
import org.kvartal.membership.Mandates.Invitation;
import org.kvartal.membership.Mandates.MandateDocument;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mandates as pages list them. */
@Component
class MandateLists {

    private final JdbcClient jdbc;
    private final MandateReads reads;
    private final MandatePapers papers;
    private final Sight sight;
    private final People people;
    private final HouseClock day;

    MandateLists(
            JdbcClient jdbc, MandateReads reads, MandatePapers papers, Sight sight, People people, HouseClock day) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.papers = papers;
        this.sight = sight;
        this.people = people;
        this.day = day;
    }

    List<MandateLine> ofAssociation(Asker asker, MemberId association) {
        Sight.Seen seen = sight.of(asker);
        boolean manages = seen.mandates() || reads.isPrimary(asker, association);
        if (!manages && !seen.isIn()) {
            return List.of();
        }
        List<Row> rows = jdbc.sql("SELECT d.*, m.ends_at FROM mandate d JOIN member m ON m.id = d.association"
                        + " WHERE d.association = :association ORDER BY d.id")
                .param("association", association.value())
                .query(this::row)
                .list();
        Map<MandateId, List<MandateDocument>> documents = papers.of(
                rows.stream().filter(readable(seen, association)).map(Row::id).toList());
        Map<PersonId, PersonCard> cards = people.cards(
                rows.stream().map(Row::person).flatMap(Optional::stream).collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> manages || row.state() == MandateState.CURRENT)
                .sorted(Comparator.comparing(Row::state)
                        .thenComparing(Row::kind)
                        .thenComparing(row -> row.id().value()))
                .map(row -> line(row, manages, seen.person(), cards, documents.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Of which mandates somebody may read the documents, as {@link MandatePapers#mayRead} decides of each. */
    private Predicate<Row> readable(Sight.Seen seen, MemberId association) {
        PersonId reader = seen.person();
        if (seen.mandates()) {
            return _ -> true;
        }
        if (reader == null) {
            return _ -> false;
        }
        boolean represents = reads.represents(reader, association);
        return row -> row.isOf(reader) || (represents && row.state() != MandateState.ENDED);
    }

    private static MandateLine line(
            Row row,
            boolean manages,
            @Nullable PersonId reader,
            Map<PersonId, PersonCard> cards,
            List<MandateDocument> documents) {
        PersonCard card = row.person().map(cards::get).orElse(null);
        boolean open = row.state() != MandateState.ENDED;
        boolean waits = row.state() == MandateState.INVITED || row.state() == MandateState.EXPIRED;
        return new MandateLine(
                row.id(),
                row.kind(),
                row.state(),
                card,
                card == null ? row.name() : card.name(),
                manages ? row.address() : null,
                row.from(),
                row.to(),
                manages ? row.invited() : null,
                row.ended(),
                documents,
                open && (manages || (reader != null && row.isOf(reader))),
                manages && waits,
                open && manages);
    }

    List<HeldMandate> heldBy(Asker asker, PersonId person) {
        record Held(Row row, MemberCard association) {}
        List<Held> all = jdbc.sql("SELECT " + Cards.COLUMNS + """
                , m.ends_at, d.id AS mandate, d.kind AS mandate_kind, d.person AS holder, d.name AS called, d.address,
                  d.from_day, d.to_day, d.invited_at, d.ended_at
                  FROM mandate d JOIN member m ON m.id = d.association WHERE d.person = :person ORDER BY m.number, d.id""")
                .param("person", person.value())
                .query((row, _) -> new Held(held(row), Cards.card(row)))
                .list();
        Map<MandateId, List<MandateDocument>> documents =
                papers.of(all.stream().map(held -> held.row().id()).toList());
        boolean office = sight.of(asker).mandates();
        Set<MemberId> answersFor = all.stream()
                .filter(held -> held.row().kind() == RepresentationKind.PRIMARY
                        && held.row().state() == MandateState.CURRENT)
                .map(held -> held.association().id())
                .collect(Collectors.toSet());
        return all.stream()
                .map(held -> new HeldMandate(
                        held.row().id(),
                        held.association(),
                        held.row().kind(),
                        held.row().state(),
                        held.row().from(),
                        held.row().to(),
                        documents.getOrDefault(held.row().id(), List.of()),
                        held.row().state() != MandateState.ENDED
                                && (office
                                        || answersFor.contains(
                                                held.association().id()))))
                .toList();
    }

    Optional<Invitation> invitation(LinkSubject link) {
        record Found(
                Row row,
                long number,
                LocalizedText name,
                @Nullable PersonId by) {}
        return jdbc.sql("SELECT d.*, m.ends_at, m.number AS member_number, m.name AS member_name"
                        + " FROM mandate d JOIN member m ON m.id = d.association WHERE d.id = :id")
                .param("id", MandateId.of(link.subject()).value())
                .query((row, index) -> new Found(
                        row(row, index),
                        row.getLong("member_number"),
                        LocalizedText.stored(row.getString("member_name")),
                        Columns.personOrNull(row, "given_by")))
                .optional()
                .filter(found -> found.row().person().isEmpty() && found.row().state() != MandateState.ENDED)
                .map(found -> new Invitation(
                        found.row().id(),
                        found.number(),
                        found.name(),
                        found.row().name(),
                        found.row().kind(),
                        found.by() == null ? null : people.card(found.by()).orElse(null),
                        found.row().from(),
                        found.row().to(),
                        link.validUntil()));
    }

    private Row row(ResultSet row, int index) throws SQLException {
        return row(row, "id", "kind", "person", "name");
    }

    private Row held(ResultSet row) throws SQLException {
        return row(row, "mandate", "mandate_kind", "holder", "called");
    }

    private Row row(ResultSet row, String id, String kind, String person, String name) throws SQLException {
        Optional<PersonId> holder = Optional.ofNullable(Columns.personOrNull(row, person));
        LocalDate from = row.getObject("from_day", LocalDate.class);
        LocalDate to = row.getObject("to_day", LocalDate.class);
        Instant invited = Columns.momentOrNull(row, "invited_at");
        Instant ended = Columns.momentOrNull(row, "ended_at");
        Instant left = Columns.momentOrNull(row, "ends_at");
        return new Row(
                new MandateId(Columns.id(row, id)),
                RepresentationKind.valueOf(row.getString(kind)),
                state(holder.isPresent(), from, to, invited, ended, left),
                holder,
                row.getString(name),
                row.getString("address"),
                from,
                to,
                invited,
                ended);
    }

    private MandateState state(
            boolean taken,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant invited,
            @Nullable Instant ended,
            @Nullable Instant left) {
        LocalDate today = day.today();
        Instant now = day.now();
        if (ended != null || (to != null && to.isBefore(today)) || (left != null && !left.isAfter(now))) {
            return MandateState.ENDED;
        }
        if (!taken) {
            boolean expired = invited != null && !now.isBefore(invited.plus(Duration.ofDays(Mandates.INVITATION_DAYS)));
            return expired ? MandateState.EXPIRED : MandateState.INVITED;
        }
        return from != null && from.isAfter(today) ? MandateState.FUTURE : MandateState.CURRENT;
    }

    private record Row(
            MandateId id,
            RepresentationKind kind,
            MandateState state,
            Optional<PersonId> person,
            String name,
            @Nullable String address,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant invited,
            @Nullable Instant ended) {

        boolean isOf(PersonId somebody) {
            return person.filter(somebody::equals).isPresent();
        }
    }
}
