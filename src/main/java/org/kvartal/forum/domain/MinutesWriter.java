package org.kvartal.forum.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.BallotWords;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesDesk.Reach;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.domain.RoomReads.Times;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts minutes together from what happened, in the order in which it happened and in all languages of the house. */
@Component
class MinutesWriter {

    private final JdbcClient jdbc;
    private final RoomReads rooms;
    private final OutcomeReads outcomes;
    private final BallotReads ballots;
    private final Messages messages;
    private final Wording wording;

    MinutesWriter(
            JdbcClient jdbc,
            RoomReads rooms,
            OutcomeReads outcomes,
            BallotReads ballots,
            Messages messages,
            Wording wording) {
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.outcomes = outcomes;
        this.ballots = ballots;
        this.messages = messages;
        this.wording = wording;
    }

    record Written(ParagraphKind kind, @Nullable ItemId item, Reach reach, LocalizedText text) {}

    /** When an item was spoken of for the first and for the last time; and why it was dropped. */
    private record Spoken(@Nullable Instant from, @Nullable Instant to, String reason, boolean membersOnly) {}

    List<Written> write(SessionCard session) {
        return new Writing(session).all();
    }

    private Map<UUID, Spoken> spoken(SessionCard session) {
        Map<UUID, Spoken> spoken = new HashMap<>();
        jdbc.sql("""
                SELECT i.id, i.reason, i.members_only, min(p.began_at) AS began, max(p.ended_at) AS ended
                  FROM agenda_item i LEFT JOIN item_span p ON p.item = i.id AND p.session = i.session
                 WHERE i.session = :session GROUP BY i.id""").param("session", session.id().value()).query(row -> {
            spoken.put(
                    Columns.id(row, "id"),
                    new Spoken(
                            Columns.momentOrNull(row, "began"),
                            Columns.momentOrNull(row, "ended"),
                            row.getString("reason"),
                            row.getBoolean("members_only")));
        });
        return spoken;
    }

    private final class Writing {

        private final SessionCard session;
        private final ZoneId zone;
        private final Times times;
        private final Map<UUID, Spoken> spoken;
        private final Map<ItemId, List<OutcomeLine>> noted;
        private final Map<ItemId, List<BallotLine>> votes;
        private final List<Written> written = new ArrayList<>();

        Writing(SessionCard session) {
            this.session = session;
            zone = session.zone();
            times = rooms.times(session.id()).orElseThrow();
            spoken = spoken(session);
            noted = outcomes.of(ForumTrail.HOUSE, session.code()).stream()
                    .filter(one -> one.state() == OutcomeState.CONFIRMED)
                    .collect(Collectors.groupingBy(OutcomeLine::item));
            votes = ballots.all(session.id()).stream().collect(Collectors.groupingBy(BallotLine::item));
        }

        List<Written> all() {
            add(
                    ParagraphKind.OPENING,
                    null,
                    Reach.ALL,
                    language -> messages.text(
                            language,
                            session.place().isEmpty() ? "forum.minutes.opening-remote" : "forum.minutes.opening",
                            wording.day(times.begunAt(), language, zone),
                            clock(times.begunAt()),
                            session.place()));
            present(rooms.attendance(session.id()));
            rooms.items(ForumTrail.HOUSE, session).stream()
                    .sorted(Comparator.comparing(
                            (RoomItem item) -> of(item).from(), Comparator.nullsLast(Comparator.naturalOrder())))
                    .forEach(this::item);
            Instant closed = Objects.requireNonNull(times.closedAt());
            add(
                    ParagraphKind.CLOSING,
                    null,
                    Reach.ALL,
                    language -> messages.text(language, "forum.minutes.closing", clock(closed)));
            return written;
        }

        private void present(Attendance attendance) {
            List<AttendanceLine> lines = attendance.lines();
            List<LocalizedText> associations = lines.stream()
                    .map(AttendanceLine::onBehalfOf)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(card -> card.name())
                    .toList();
            add(ParagraphKind.PRESENT, null, Reach.ALL, language -> {
                String people = messages.text(language, "forum.minutes.present", lines.size(), associations.size());
                String names = associations.stream()
                        .map(name -> name.in(language))
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .collect(Collectors.joining("; "));
                String quorum = quorum(language, associations.size());
                return (names.isEmpty() ? people + "." : people + ": " + names + ".")
                        + (quorum.isEmpty() ? "" : " " + quorum);
            });
            if (!lines.isEmpty()) {
                add(
                        ParagraphKind.NAMES,
                        null,
                        Reach.MEMBERS,
                        language -> messages.text(
                                language,
                                "forum.minutes.names",
                                lines.stream()
                                        .map(line -> named(line, language))
                                        .collect(Collectors.joining("; "))));
            }
        }

        private String named(AttendanceLine line, Language language) {
            var association = line.onBehalfOf();
            return association == null
                    ? line.name()
                    : line.name() + " (" + association.name().in(language) + ")";
        }

        private String quorum(Language language, int present) {
            QuorumRule rule = times.quorum();
            if (rule == null) {
                return "";
            }
            var line = Objects.requireNonNull(rooms.quorum(rule, rooms.attendance(session.id())));
            return messages.text(
                    language,
                    present >= line.needed() ? "forum.minutes.quorum-met" : "forum.minutes.quorum-missed",
                    line.needed());
        }

        private Spoken of(RoomItem item) {
            return spoken.getOrDefault(item.line().id().value(), new Spoken(null, null, "", false));
        }

        private void item(RoomItem item) {
            ItemId id = item.line().id();
            Spoken its = of(item);
            Reach reach = item.line().visibility() == ItemVisibility.INTERNAL
                    ? Reach.FACILITATORS
                    : its.membersOnly() ? Reach.MEMBERS : Reach.ALL;
            Integer number = item.line().number();
            add(ParagraphKind.ITEM, id, reach, language -> {
                String title = item.line().title().in(language);
                String whole = number == null ? title : number + ". " + title;
                Instant from = its.from();
                Instant to = its.to();
                return from == null || to == null
                        ? whole
                        : whole + " (" + clock(from) + "–" + clock(to) + ", "
                                + messages.text(language, "forum.minutes.lasted", minutes(item)) + ")";
            });
            record Event(Instant at, Runnable write) {}
            List<Event> events = new ArrayList<>();
            votes.getOrDefault(id, List.of())
                    .forEach(vote -> events.add(new Event(vote.opened(), () -> vote(id, reach, vote))));
            noted.getOrDefault(id, List.of())
                    .forEach(one -> events.add(new Event(one.made(), () -> outcome(id, reach, one))));
            // What has the same time stays in the order in which it was written down.
            events.sort(Comparator.comparing(Event::at));
            events.forEach(event -> event.write().run());
            ItemState state = item.line().state();
            if (state == ItemState.DEFERRED || state == ItemState.REFERRED || state == ItemState.DROPPED) {
                add(
                        ParagraphKind.SETTLED,
                        id,
                        reach,
                        language -> messages.text(language, "forum.minutes.item-" + Code.of(state), its.reason()));
            }
        }

        private void vote(ItemId item, Reach reach, BallotLine vote) {
            Result result = vote.result();
            if (result == null) {
                return;
            }
            add(
                    ParagraphKind.VOTE,
                    item,
                    reach,
                    language -> messages.text(
                            language,
                            vote.secret()
                                    ? "forum.minutes.vote-secret"
                                    : vote.byHands() ? "forum.minutes.vote-hands" : "forum.minutes.vote",
                            vote.question(),
                            BallotWords.counts(messages, language, result),
                            BallotWords.verdict(messages, language, result),
                            BallotWords.why(messages, language, result)));
        }

        private void outcome(ItemId item, Reach reach, OutcomeLine outcome) {
            add(ParagraphKind.OUTCOME, item, reach, language -> {
                String text = outcome.text().in(language);
                PersonCard person = outcome.person();
                LocalDate due = outcome.due();
                LocalizedText body = outcome.body();
                String said = messages.text(language, "forum.minutes.outcome-" + Code.of(outcome.kind()), text);
                if (person != null) {
                    said += " " + messages.text(language, "forum.minutes.task-person", person.name());
                }
                if (due != null) {
                    said += " "
                            + messages.text(
                                    language,
                                    "forum.minutes.task-due",
                                    wording.day(due.atStartOfDay(zone).toInstant(), language, zone));
                }
                return body == null
                        ? said
                        : said + " " + messages.text(language, "forum.minutes.refer-body", body.in(language));
            });
        }

        private long minutes(RoomItem item) {
            return Math.max(1, Math.ceilDiv(item.spent(), Duration.ofMinutes(1).toSeconds()));
        }

        private String clock(Instant moment) {
            var time = moment.atZone(zone).toLocalTime();
            return "%02d:%02d".formatted(time.getHour(), time.getMinute());
        }

        private void add(ParagraphKind kind, @Nullable ItemId item, Reach reach, Function<Language, String> words) {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                texts.put(language, words.apply(language));
            }
            written.add(new Written(kind, item, reach, new LocalizedText(Language.EN, texts)));
        }
    }
}
