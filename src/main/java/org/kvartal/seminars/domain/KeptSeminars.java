package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarRights;
import org.kvartal.seminars.TrainerRole;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How seminars come about. One is locked while something about it changes. */
@Component
@Transactional
class KeptSeminars implements SeminarDesk {

    private final SeminarHold hold;
    private final SeminarRepository seminars;
    private final SeminarBook book;
    private final SeminarRows rows;
    private final ContentRules rules;
    private final PartRules parts;
    private final GroupChoice choice;
    private final SeminarAddresses addresses;
    private final SeminarCourse course;
    private final Seats seats;
    private final WaitingList queue;
    private final SeminarTelling telling;
    private final SeminarSight sight;
    private final SeminarTrail trail;
    private final Trace trace;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    KeptSeminars(
            SeminarHold hold,
            SeminarRepository seminars,
            SeminarBook book,
            SeminarRows rows,
            ContentRules rules,
            PartRules parts,
            GroupChoice choice,
            SeminarAddresses addresses,
            SeminarCourse course,
            Seats seats,
            WaitingList queue,
            SeminarTelling telling,
            SeminarSight sight,
            SeminarTrail trail,
            Trace trace,
            Permissions permissions,
            JdbcClient jdbc,
            HouseClock clock) {
        this.hold = hold;
        this.seminars = seminars;
        this.book = book;
        this.rows = rows;
        this.rules = rules;
        this.parts = parts;
        this.choice = choice;
        this.addresses = addresses;
        this.course = course;
        this.seats = seats;
        this.queue = queue;
        this.telling = telling;
        this.sight = sight;
        this.trail = trail;
        this.trace = trace;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String begin(Asker by, NewSeminar wish) {
        permissions.check(by, SeminarRights.BEGIN, Scope.PLATFORM);
        Optional<Seminar> standing = seminars.findById(wish.id().value());
        if (standing.isPresent()) {
            SeminarSight.require(sight.in(wish.id(), by).manage());
            return standing.get().slug();
        }
        TraceNode from = wish.from();
        if (from != null && trace.walk(by, from, wish.title().source()).isEmpty()) {
            throw Refused.at("from", "seminars.refused.source");
        }
        if (!wish.end().isAfter(wish.start())) {
            throw Refused.at("end", "seminars.refused.end");
        }
        SeminarContent content = rules.first(wish);
        List<Day> days = parts.days(List.of(new Day(DayId.next(), wish.date(), wish.start(), wish.end())));
        Seminar draft = Seminar.draft(
                wish.id(),
                addresses.free(wish.id(), content.title()),
                content,
                days,
                by.person().orElse(null),
                clock.now());
        hold.save(draft);
        book.days(draft.id(), days, draft.zone());
        by.person().ifPresent(person -> book.team(draft.id(), List.of(new Trainer(person, "", TrainerRole.LEAD))));
        if (from != null) {
            trace.link(by, new Strand(from, Relation.BECAME, draft.id().traced()));
        }
        trail.seminar(by, "seminars.seminar-begun", draft.id());
        return draft.slug();
    }

    @Override
    public void change(Asker by, SeminarId id, long version, SeminarContent typed) {
        Seminar seminar = managed(by, id);
        SeminarContent content = rules.checked(typed);
        Tally tally = seats.tally(id, content.capacity(), content.perAssociation());
        if (tally.common() < 0) {
            throw Refused.at("capacity", "seminars.refused.taken");
        }
        if (tally.beyondQuota()) {
            throw Refused.at("perAssociation", "seminars.refused.quota-taken");
        }
        Instant startsBefore = seminar.startsAt();
        String placeBefore = seminar.place();
        seminar.change(version, content, clock.now());
        book.moveTo(id, seminar.zone());
        hold.save(seminar);
        trail.seminar(by, "seminars.seminar-changed", id);
        if (!startsBefore.equals(seminar.startsAt()) || !placeBefore.equals(seminar.place())) {
            moved(seminar);
        }
        queue.passOn(seminar);
    }

    @Override
    public void plan(Asker by, SeminarId id, long version, List<Day> typedDays, List<Part> typedParts) {
        Seminar seminar = managed(by, id);
        List<Day> days = parts.days(typedDays);
        List<Part> programme = parts.parts(typedParts, days);
        Instant startsBefore = seminar.startsAt();
        Instant endsBefore = seminar.endsAt();
        seminar.plan(version, rows.days(id), days, clock.now());
        book.days(id, days, seminar.zone());
        book.parts(id, programme);
        hold.save(seminar);
        trail.seminar(by, "seminars.seminar-planned", id);
        if (!startsBefore.equals(seminar.startsAt()) || !endsBefore.equals(seminar.endsAt())) {
            moved(seminar);
        }
    }

    /** Whoever is registered hears that it is at another time or elsewhere, each time; not of a time that is over. */
    private void moved(Seminar seminar) {
        if (seminar.state().announced() && seminar.endsAt().isAfter(clock.now())) {
            telling.all(
                    seminar,
                    SeminarTelling.MOVED,
                    ":" + clock.now().toEpochMilli(),
                    Set.of(
                            RegistrationState.PENDING,
                            RegistrationState.CONFIRMED,
                            RegistrationState.WAITLISTED,
                            RegistrationState.OFFERED));
        }
    }

    @Override
    public void reserve(Asker by, SeminarId id, long version, List<Group> typed) {
        Seminar seminar = managed(by, id);
        List<Group> groups = parts.groups(typed);
        seminar.touch(version, clock.now());
        book.groups(id, groups);
        choice.afresh(id);
        Tally tally = seats.tally(seminar);
        if (tally.common() < 0) {
            throw Refused.at(
                    "groups", "seminars.refused.too-few-seats", seminar.capacity(), tally.taken(), tally.reserved());
        }
        hold.save(seminar);
        trail.seminar(by, "seminars.groups-changed", id);
        queue.passOn(seminar);
    }

    @Override
    public void ask(Asker by, SeminarId id, long version, List<Question> typed) {
        Seminar seminar = managed(by, id);
        seminar.touch(version, clock.now());
        book.questions(id, parts.questions(typed));
        hold.save(seminar);
        trail.seminar(by, "seminars.questions-changed", id);
    }

    @Override
    public void staff(Asker by, SeminarId id, long version, List<Trainer> typed) {
        Seminar seminar = managed(by, id);
        seminar.touch(version, clock.now());
        book.team(id, parts.trainers(typed));
        hold.save(seminar);
        trail.seminar(by, "seminars.team-changed", id);
    }

    @Override
    public void publish(Asker by, SeminarId id, long version) {
        Seminar seminar = managed(by, id);
        seminar.publish(version, clock.now());
        course.published(by, seminar);
    }

    @Override
    public void openRegistration(Asker by, SeminarId id, long version) {
        Seminar seminar = managed(by, id, version);
        seminar.requireAhead(clock.now());
        course.openRegistration(by, seminar);
    }

    @Override
    public void closeRegistration(Asker by, SeminarId id, long version) {
        course.closeRegistration(by, managed(by, id, version));
    }

    @Override
    public void start(Asker by, SeminarId id, long version) {
        course.start(by, managed(by, id, version));
    }

    @Override
    public void finish(Asker by, SeminarId id, long version) {
        course.finish(by, managed(by, id, version));
    }

    @Override
    public void archive(Asker by, SeminarId id, long version) {
        Seminar seminar = managed(by, id, version);
        seminar.archive(clock.now());
        hold.save(seminar);
        trail.seminar(by, "seminars.seminar-archived", id);
    }

    @Override
    public void cancel(Asker by, SeminarId id, long version, String reason) {
        Seminar seminar = managed(by, id);
        seminar.cancel(version, reason, clock.now());
        course.cancelled(by, seminar);
    }

    @Override
    public void keep(Asker by, ProgrammeId id, LocalizedText name, @Nullable LocalizedText about) {
        permissions.check(by, SeminarRights.BEGIN, Scope.PLATFORM);
        LocalizedText called = Typed.title("name", name.asLine(), TITLE_LENGTH);
        LocalizedText says = Typed.text("about", about, TEXT_LENGTH);
        jdbc.sql("""
            INSERT INTO seminar_programme (id, name, about, made_at) VALUES (:id, :name::jsonb, :about::jsonb, :now)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, about = excluded.about""")
                .param("id", id.value())
                .param("name", Stored.json(called))
                .param("about", says == null ? null : Stored.json(says))
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    private Seminar managed(Asker by, SeminarId id, long version) {
        Seminar seminar = managed(by, id);
        seminar.requireVersion(version);
        return seminar;
    }

    private Seminar managed(Asker by, SeminarId id) {
        SeminarSight.Standing standing = sight.in(id, by);
        Seminar seminar = hold.seminar(id);
        if (!standing.manage()) {
            throw seminar.state().announced() ? new Forbidden() : new NotFound();
        }
        return seminar;
    }
}
