package org.kvartal.seminars.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.CheckIn.AttendanceSheet;
import org.kvartal.seminars.CheckIn.RoomCode;
import org.kvartal.seminars.CheckIn.Seen;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.domain.SeminarHold.Held;
import org.kvartal.seminars.domain.SeminarRows.Dated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who was there. A row per registration and day, whatever happens at once: the table's own rule sees to that. */
@Component
@Transactional
class KeptCheckIn implements CheckIn {

    private final SeminarHold hold;
    private final SeminarRows rows;
    private final SeminarSight sight;
    private final PlaceLinks links;
    private final Closing closing;
    private final SheetReads sheets;
    private final People people;
    private final SeminarTrail trail;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    KeptCheckIn(
            SeminarHold hold,
            SeminarRows rows,
            SeminarSight sight,
            PlaceLinks links,
            Closing closing,
            SheetReads sheets,
            People people,
            SeminarTrail trail,
            JdbcClient jdbc,
            HouseClock clock) {
        this.hold = hold;
        this.rows = rows;
        this.sight = sight;
        this.links = links;
        this.closing = closing;
        this.sheets = sheets;
        this.people = people;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Seen scan(Asker by, SeminarId id, DayId day, String ticket) {
        PersonId staff = sight.requireResident(by);
        SeminarSight.require(sight.in(id, by).letIn());
        Seminar seminar = hold.seminar(id);
        RegistrationId registration =
                seminar.keys().registration(ticket).orElseThrow(() -> Refused.at("ticket", "seminars.refused.ticket"));
        Held held = hold.registration(registration);
        if (!held.seminar().id().equals(id)) {
            throw Refused.at("ticket", "seminars.refused.ticket");
        }
        return letIn(held, open(seminar, day), "TICKET", staff);
    }

    @Override
    public Seen letIn(Asker by, RegistrationId registration, DayId day) {
        PersonId staff = sight.requireResident(by);
        Held held = hold.registration(registration);
        SeminarSight.require(sight.in(held.seminar().id(), by).letIn());
        return letIn(held, open(held.seminar(), day), "HAND", staff);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SheetLine> find(Asker by, SeminarId seminar, String text) {
        SeminarSight.require(sight.in(seminar, by).letIn());
        return sheets.named(seminar, text);
    }

    @Override
    @Transactional(readOnly = true)
    public RoomCode code(Asker by, SeminarId id, DayId day) {
        SeminarSight.require(sight.in(id, by).letIn());
        Instant now = clock.now();
        if (rows.days(id).stream().noneMatch(one -> one.id().equals(day))) {
            throw new NotFound();
        }
        byte[] secret = jdbc.sql("SELECT secret FROM seminar WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> row.getBytes("secret"))
                .single();
        DoorKeys keys = new DoorKeys(secret);
        return new RoomCode(keys.code(day, now), keys.until(now));
    }

    @Override
    public Seen come(Asker by, SeminarId id, String roomCode) {
        PersonId person = sight.requireResident(by);
        RegistrationId mine = jdbc.sql("""
            SELECT id FROM seminar_registration
             WHERE seminar = :seminar AND person = :person AND state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED')""")
                .param("seminar", id.value())
                .param("person", person.value())
                .query((row, _) -> new RegistrationId(Columns.id(row, "id")))
                .optional()
                .orElseThrow(() -> Refused.because("seminars.refused.no-seat"));
        return come(mine, roomCode);
    }

    @Override
    public Optional<Seen> come(String token, String roomCode) {
        return links.look(token).map(id -> come(id, roomCode));
    }

    private Seen come(RegistrationId id, String roomCode) {
        Held held = hold.registration(id);
        Instant now = clock.now();
        DoorKeys keys = held.seminar().keys();
        Dated day = rows.dated(held.seminar().id()).stream()
                .filter(one -> keys.knows(roomCode, one.day().id(), now))
                .findFirst()
                .orElseThrow(() -> Refused.at("code", "seminars.refused.room-code"));
        return letIn(held, open(held.seminar(), day.day().id()), "ROOM", null);
    }

    /** The day, if its door is open now. */
    private Dated open(Seminar seminar, DayId day) {
        Instant now = clock.now();
        Dated found = rows.dated(seminar.id()).stream()
                .filter(one -> one.day().id().equals(day))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!seminar.state().open()
                || !seminar.state().announced()
                || !found.come(now)
                || found.endsAt().isBefore(now)) {
            throw Refused.because("seminars.refused.door");
        }
        return found;
    }

    private Seen letIn(Held held, Dated day, String way, @Nullable PersonId by) {
        Registration registration = held.registration();
        Instant now = clock.now();
        registration.requireSeated();
        DayId id = day.day().id();
        Optional<Presence> before = presence(registration.id(), id);
        if (before.filter(Presence::there).isPresent()) {
            return new Seen(registration.id(), name(registration), id, before.get(), true);
        }
        Presence presence =
                now.isAfter(day.startsAt().plus(Duration.ofMinutes(LATE_MINUTES))) ? Presence.LATE : Presence.PRESENT;
        write(registration.id(), id, presence, way, by);
        registration.checkIn(now);
        hold.saved(registration);
        return new Seen(registration.id(), name(registration), id, presence, false);
    }

    private Optional<Presence> presence(RegistrationId registration, DayId day) {
        return jdbc.sql("SELECT presence FROM seminar_attendance WHERE registration = :registration AND day = :day")
                .param("registration", registration.value())
                .param("day", day.value())
                .query((row, _) -> Stored.code(row, "presence", Presence.class))
                .optional();
    }

    private void write(RegistrationId registration, DayId day, Presence presence, String way, @Nullable PersonId by) {
        jdbc.sql("""
            INSERT INTO seminar_attendance (registration, day, presence, way, marked_by, marked_at)
            VALUES (:registration, :day, :presence, :way, :by::uuid, :now)
            ON CONFLICT (registration, day) DO UPDATE SET presence = excluded.presence, way = excluded.way,
                marked_by = excluded.marked_by, marked_at = excluded.marked_at""")
                .param("registration", registration.value())
                .param("day", day.value())
                .param("presence", presence.name())
                .param("way", way)
                .param("by", by == null ? null : by.value())
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    private String name(Registration registration) {
        return registration.person().flatMap(people::card).map(PersonCard::name).orElse(registration.name());
    }

    @Override
    public void mark(Asker by, RegistrationId id, DayId day, Presence presence) {
        Held held = hold.registration(id);
        Seminar seminar = held.seminar();
        SeminarSight.require(sight.in(seminar.id(), by).keep());
        Registration registration = held.registration();
        registration.requireSeated();
        boolean over = seminar.state() == SeminarState.FINISHED;
        if ((!seminar.state().open() && !over) || registration.state() == RegistrationState.NO_SHOW) {
            throw Refused.because("seminars.refused.registration-state");
        }
        Instant now = clock.now();
        Dated found = rows.dated(seminar.id()).stream()
                .filter(one -> one.day().id().equals(day))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (presence != Presence.EXCUSED && !found.come(now)) {
            throw Refused.because("seminars.refused.day-not-come");
        }
        write(id, day, presence, "HAND", by.person().orElse(null));
        if (presence.there()) {
            registration.checkIn(now);
        }
        if (over) {
            Closing.Attendance attendance = closing.of(registration);
            registration.settle(seminar.rule().enough(attendance.there(), attendance.days()), now);
        }
        hold.saved(registration);
        trail.registration(
                by,
                "seminars.presence-marked",
                id,
                entry -> entry.with("day", day.value()).with("presence", presence));
    }

    @Override
    public void judge(Asker by, RegistrationId id, boolean completed, String reason) {
        Held held = hold.registration(id);
        SeminarSight.require(sight.in(held.seminar().id(), by).certify());
        String why = Typed.requiredBlock("reason", reason, Entered.REASON_LENGTH);
        if (!held.seminar().state().held()) {
            throw Refused.because("seminars.refused.not-over");
        }
        boolean certified = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM seminar_certificate WHERE registration = :id AND state = 'ISSUED')")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (certified) {
            throw Refused.because("seminars.refused.certified");
        }
        held.registration().judge(completed, clock.now());
        hold.saved(held.registration());
        trail.registration(
                by,
                "seminars.completion-judged",
                id,
                entry -> entry.because(why).with("completed", completed));
    }

    @Override
    @Transactional(readOnly = true)
    public AttendanceSheet sheet(Asker asker, SeminarId seminar, @Nullable RegistrationId after, int limit) {
        SeminarSight.require(sight.in(seminar, asker).read());
        return sheets.of(seminar, after, limit);
    }
}
