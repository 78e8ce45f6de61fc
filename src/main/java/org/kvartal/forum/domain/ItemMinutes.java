package org.kvartal.forum.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.domain.WrittenMinutes.About;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down of each item who spoke, how the room voted, and what came out of it. Whoever is named is named in a paragraph that is not published. */
@Component
class ItemMinutes {

    private final JdbcClient jdbc;
    private final RoomReads rooms;
    private final OutcomeReads outcomes;
    private final BallotReads ballots;
    private final Messages messages;
    private final Wording wording;

    ItemMinutes(
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

    /** When an item was spoken of for the first and for the last time; and why it was left out. */
    private record Spoken(@Nullable Instant from, @Nullable Instant to, String reason, boolean membersOnly) {}

    void write(SessionCard session, Attendance attendance, WrittenMinutes minutes) {
        new Writing(session, attendance, minutes).all();
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

    /** Who was given the word on each item, in that order: on the one that was spoken of then, or else on the one for which they had asked. */
    private Map<UUID, List<AttendanceLine>> speakers(SessionCard session, Attendance attendance) {
        Map<PersonId, AttendanceLine> there = new HashMap<>();
        for (AttendanceLine line : attendance.lines()) {
            PersonCard person = line.person();
            if (person != null) {
                there.put(person.id(), line);
            }
        }
        Map<UUID, List<AttendanceLine>> speakers = new HashMap<>();
        jdbc.sql("""
                SELECT coalesce(p.item, h.item) AS about, h.person
                  FROM raised_hand h LEFT JOIN item_span p ON p.session = h.session AND p.began_at <= h.called_at
                       AND (p.ended_at IS NULL OR p.ended_at > h.called_at)
                 WHERE h.session = :session AND h.called_at IS NOT NULL AND coalesce(p.item, h.item) IS NOT NULL
                 GROUP BY coalesce(p.item, h.item), h.person
                 ORDER BY min(h.called_at), h.person""").param("session", session.id().value()).query(row -> {
            AttendanceLine speaker = there.get(Columns.person(row, "person"));
            if (speaker != null) {
                speakers.computeIfAbsent(Columns.id(row, "about"), _ -> new ArrayList<>())
                        .add(speaker);
            }
        });
        return speakers;
    }

    private final class Writing {

        private final SessionCard session;
        private final WrittenMinutes minutes;
        private final Map<UUID, Spoken> spoken;
        private final Map<UUID, List<AttendanceLine>> speakers;
        private final Map<ItemId, List<OutcomeLine>> noted;
        private final Map<ItemId, List<BallotLine>> votes;

        Writing(SessionCard session, Attendance attendance, WrittenMinutes minutes) {
            this.session = session;
            this.minutes = minutes;
            spoken = spoken(session);
            speakers = speakers(session, attendance);
            noted = outcomes.of(ForumTrail.HOUSE, session.code()).stream()
                    .filter(one -> one.state() == OutcomeState.CONFIRMED)
                    .collect(Collectors.groupingBy(OutcomeLine::item));
            votes = ballots.all(session.id()).stream().collect(Collectors.groupingBy(BallotLine::item));
        }

        void all() {
            rooms.items(ForumTrail.HOUSE, session).stream()
                    .sorted(Comparator.comparing(
                            (RoomItem item) -> of(item).from(), Comparator.nullsLast(Comparator.naturalOrder())))
                    .forEach(this::item);
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
            heading(item, its, reach);
            List<AttendanceLine> who = speakers.getOrDefault(id.value(), List.of());
            if (!who.isEmpty()) {
                minutes.said(
                        About.item(ParagraphKind.SPOKE, id),
                        named(reach),
                        language -> messages.text(language, "forum.minutes.spoke", MinutesWriter.named(who, language)));
            }
            record Event(Instant at, Runnable write) {}
            List<Event> events = new ArrayList<>();
            votes.getOrDefault(id, List.of())
                    .forEach(vote -> events.add(new Event(vote.opened(), () -> vote(id, reach, vote))));
            noted.getOrDefault(id, List.of())
                    .forEach(one -> events.add(new Event(one.made(), () -> outcome(id, reach, one))));
            // What has the same time stays in the order in which it was written down.
            events.sort(Comparator.comparing(Event::at));
            events.forEach(event -> event.write().run());
            settled(item, its, reach);
        }

        private void heading(RoomItem item, Spoken its, Reach reach) {
            LocalizedText title = item.line().title();
            Integer number = item.line().number();
            Instant from = its.from();
            Instant to = its.to();
            About heading = About.item(ParagraphKind.ITEM, item.line().id());
            String before = number == null ? "" : number + ". ";
            if (from == null || to == null) {
                minutes.typed(heading, reach, title, language -> before + title.in(language));
                return;
            }
            minutes.framed(
                    heading,
                    reach,
                    title,
                    language -> before + title.in(language) + " (" + clock(from) + "–" + clock(to) + ", "
                            + messages.text(language, "forum.minutes.lasted", minutes(item)) + ")");
        }

        /** The reason is typed by whoever facilitates; as the other words of an item it counts as being in the language of its title. */
        private void settled(RoomItem item, Spoken its, Reach reach) {
            ItemId id = item.line().id();
            ItemState state = item.line().state();
            if (state == ItemState.DEFERRED || state == ItemState.REFERRED || state == ItemState.DROPPED) {
                minutes.said(
                        About.item(ParagraphKind.SETTLED, id),
                        reach,
                        language -> messages.text(language, "forum.minutes.item-" + Code.of(state)));
            }
            if (state == ItemState.DROPPED && !its.reason().isBlank()) {
                minutes.typed(
                        About.item(ParagraphKind.REASON, id),
                        reach,
                        LocalizedText.of(item.line().title().source(), its.reason()),
                        _ -> its.reason());
            }
        }

        private void vote(ItemId item, Reach reach, BallotLine vote) {
            Result result = vote.result();
            if (result == null) {
                return;
            }
            UUID id = vote.id().value();
            minutes.framed(
                    new About(ParagraphKind.VOTE, item, id),
                    reach,
                    LocalizedText.of(vote.language(), vote.question()),
                    language -> messages.text(
                            language,
                            vote.secret()
                                    ? "forum.minutes.vote-secret"
                                    : vote.byHands() ? "forum.minutes.vote-hands" : "forum.minutes.vote",
                            vote.question()));
            minutes.said(new About(ParagraphKind.RESULT, item, id), reach, language -> {
                String came = messages.text(
                        language,
                        "forum.minutes.vote-result",
                        BallotWords.counts(messages, language, result),
                        BallotWords.verdict(messages, language, result),
                        BallotWords.why(messages, language, result));
                Integer quorum = result.quorum();
                // Without a quorum the reason says so.
                return quorum == null || !result.quorate()
                        ? came
                        : came + " "
                                + messages.text(
                                        language, "forum.minutes.vote-quorum", result.presentAssociations(), quorum);
            });
        }

        private void outcome(ItemId item, Reach reach, OutcomeLine outcome) {
            UUID id = outcome.id().value();
            LocalDate due = outcome.due();
            LocalizedText body = outcome.body();
            About about = new About(ParagraphKind.OUTCOME, item, id);
            if (outcome.kind() == OutcomeKind.NOTE && due == null && body == null) {
                minutes.typed(about, reach, outcome.text(), outcome.text()::in);
                return;
            }
            minutes.framed(about, reach, outcome.text(), language -> {
                String said = messages.text(
                        language,
                        "forum.minutes.outcome-" + Code.of(outcome.kind()),
                        outcome.text().in(language));
                if (due != null) {
                    said += " " + messages.text(language, "forum.minutes.task-due", day(due, language));
                }
                return body == null
                        ? said
                        : said + " " + messages.text(language, "forum.minutes.refer-body", body.in(language));
            });
            PersonCard person = outcome.person();
            if (person != null) {
                minutes.said(
                        new About(ParagraphKind.WHO, item, id),
                        named(reach),
                        language -> messages.text(language, "forum.minutes.task-person", person.name()));
            }
        }

        /** Who may read names, of an item that those may read. */
        private Reach named(Reach reach) {
            return reach == Reach.ALL ? Reach.MEMBERS : reach;
        }

        private String day(LocalDate day, Language language) {
            return wording.day(day, language);
        }

        private long minutes(RoomItem item) {
            return Math.max(1, Math.ceilDiv(item.spent(), Duration.ofMinutes(1).toSeconds()));
        }

        private String clock(Instant moment) {
            return MinutesWriter.clock(moment, session.zone());
        }
    }
}
