package org.kvartal.missions.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.LogConfirmed;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The diaries of projects, and what clients say to them. */
@Component
@Transactional
class KeptLog implements ProjectLog {

    private final ProjectBook book;
    private final LogRowRepository rows;
    private final LogReads reads;
    private final ClientLinks links;
    private final Parties parties;
    private final ProjectSight sight;
    private final People people;
    private final MissionTasks tasks;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    KeptLog(
            ProjectBook book,
            LogRowRepository rows,
            LogReads reads,
            ClientLinks links,
            Parties parties,
            ProjectSight sight,
            People people,
            MissionTasks tasks,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            MissionClock clock) {
        this.book = book;
        this.rows = rows;
        this.reads = reads;
        this.links = links;
        this.parties = parties;
        this.sight = sight;
        this.people = people;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void write(Asker by, ProjectId id, LogId row, LogContent content) {
        PersonId person = by.requirePerson();
        MentorProject project = book.hold(by, id);
        if (rows.findById(row.value()).isPresent()) {
            return;
        }
        LogRow written = LogRow.write(row, id, content, person, clock.today(), clock.now());
        project.met(written.heldOn(), clock.now());
        request(by, project, written);
        book.save(project);
        trail.project(by, "missions.row-written", id, entry -> entry.with("row", row.value()));
    }

    @Override
    public void reword(Asker by, LogId id, long version, LogContent content) {
        Held held = hold(by, id);
        sight.requireKeeper(by, held.project());
        held.row().reword(version, content, clock.today());
        held.project().met(held.row().heldOn(), clock.now());
        request(by, held.project(), held.row());
        tasks.rowSettled(id);
        book.save(held.project());
        trail.project(by, "missions.row-reworded", held.project().id(), entry -> entry.with("row", id.value()));
    }

    @Override
    public void ask(Asker by, LogId id) {
        Held held = hold(by, id);
        sight.requireKeeper(by, held.project());
        request(by, held.project(), held.row());
        tasks.rowSettled(id);
        book.save(held.project());
        trail.project(by, "missions.row-asked", held.project().id(), entry -> entry.with("row", id.value()));
    }

    /** Asks whoever can confirm it: by a link, and in their inbox those who speak for a client that belongs to the house. */
    private void request(Asker by, MentorProject project, LogRow row) {
        links.revoke(row.id());
        Contact contact = project.contact();
        Set<PersonId> client = parties.told(project.client());
        if (contact == null && client.isEmpty()) {
            row.unasked();
            rows.saveAndFlush(row);
            return;
        }
        Instant now = clock.now();
        row.ask(now);
        rows.saveAndFlush(row);
        if (contact != null) {
            links.ask(project, row, contact, until(now));
        }
        telling.confirm(by, row.id(), now, client);
    }

    /** Others get the letters for the client now: what waits is asked of them, and the links of before work no more. The caller holds the project. */
    void readdressed(Asker by, MentorProject project) {
        jdbc.sql("SELECT id FROM log_row WHERE project = :project AND state = 'WAITING' ORDER BY held_on, id")
                .param("project", project.id().value())
                .query((row, _) -> Columns.id(row, "id"))
                .list()
                .forEach(id -> request(by, project, rows.lock(id).orElseThrow()));
    }

    private LocalDate until(Instant asked) {
        return LocalDate.ofInstant(asked.plus(LogRow.SILENCE), clock.zone());
    }

    @Override
    public void confirm(Asker by, LogId id) {
        PersonId person = by.requirePerson();
        Held held = hold(by, id);
        requireClient(by, held.project());
        held.row().confirm(person, clock.now());
        settled(by, held);
    }

    @Override
    public void dispute(Asker by, LogId id, String words) {
        Held held = hold(by, id);
        requireClient(by, held.project());
        held.row().dispute(words);
        disputed(by, held);
    }

    @Override
    public Optional<ClientPage> confirm(String token) {
        return links.look(token).map(id -> {
            Held held = lock(id);
            if (held.row().state() == LogState.WAITING) {
                held.row().confirm(null, clock.now());
                settled(MissionTrail.HOUSE, held);
            }
            return page(held);
        });
    }

    @Override
    public Optional<ClientPage> dispute(String token, String words) {
        return links.look(token).map(id -> {
            Held held = lock(id);
            held.row().dispute(words);
            disputed(MissionTrail.HOUSE, held);
            return page(held);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClientPage> look(String token) {
        return links.look(token).map(id -> {
            LogRow row = rows.findById(id.value()).orElseThrow(NotFound::new);
            return page(new Held(book.find(row.project().value()), row));
        });
    }

    /** Rows to which the client has said nothing for so long. Each is a transaction of its own. */
    List<LogId> silent(int limit) {
        return jdbc.sql(
                        "SELECT id FROM log_row WHERE state = 'WAITING' AND asked_at <= :before ORDER BY asked_at, id LIMIT :limit")
                .param("before", Columns.moment(clock.now().minus(LogRow.SILENCE)))
                .param("limit", limit)
                .query((row, _) -> new LogId(Columns.id(row, "id")))
                .list();
    }

    /** Silence stands for a yes, if it still is one. */
    void assume(LogId id) {
        Held held = lock(id);
        Instant asked = held.row().askedAt();
        if (held.row().state() == LogState.WAITING
                && asked != null
                && !clock.now().isBefore(asked.plus(LogRow.SILENCE))) {
            held.row().assume(clock.now());
            settled(MissionTrail.HOUSE, held);
        }
    }

    /** The letter that asked last did not arrive; one of before says nothing. */
    void cameBack(LogId id, String fact) {
        Held held = lock(id);
        if (held.row().state() != LogState.WAITING
                || !ClientLinks.fact(held.row()).equals(fact)) {
            return;
        }
        if (parties.told(held.project().client()).isEmpty()) {
            held.row().unasked();
            rows.saveAndFlush(held.row());
        }
        tasks.rowCameBack(held.project(), id);
        telling.changed(held.project().id());
    }

    private void settled(Asker by, Held held) {
        LogRow row = held.row();
        rows.saveAndFlush(row);
        tasks.rowSettled(row.id());
        ProjectId project = held.project().id();
        if (row.state() == LogState.ASSUMED) {
            trail.project(
                    by,
                    "missions.row-assumed",
                    project,
                    entry -> entry.with("row", row.id().value()));
        } else {
            trail.project(
                    by,
                    "missions.row-confirmed",
                    project,
                    entry -> entry.with("row", row.id().value()));
        }
        facts.publishEvent(new LogConfirmed(row.id(), project, row.state()));
        telling.changed(project);
    }

    private void disputed(Asker by, Held held) {
        LogId id = held.row().id();
        rows.saveAndFlush(held.row());
        tasks.disputed(held.project(), id);
        trail.project(by, "missions.row-disputed", held.project().id(), entry -> entry.with("row", id.value()));
        telling.disputed(by, held.project(), id, clock.now());
        telling.changed(held.project().id());
    }

    /** A row with its project, both locked. */
    private record Held(MentorProject project, LogRow row) {}

    private Held lock(LogId id) {
        MentorProject held = book.lock(book.projectOf(id));
        return new Held(held, rows.lock(id.value()).orElseThrow(NotFound::new));
    }

    private Held hold(Asker by, LogId id) {
        Held held = lock(id);
        if (!sight.knows(by, held.project())) {
            throw new NotFound();
        }
        return held;
    }

    private void requireClient(Asker by, MentorProject project) {
        if (!parties.speaks(by, project.client())) {
            throw new Forbidden();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public LogList rows(Asker asker, ProjectId id, @Nullable LogKey before, int limit) {
        return reads.rows(asker, book.find(id.value()), before, limit);
    }

    private static String name(@Nullable PersonCard person) {
        return person == null ? "" : person.name();
    }

    private ClientPage page(Held held) {
        MentorProject project = held.project();
        LogRow row = held.row();
        Contact contact = project.contact();
        Instant asked = row.askedAt();
        boolean open = row.state() == LogState.WAITING;
        Map<PersonId, PersonCard> there = people.cards(new HashSet<>(List.of(project.consultant(), row.author())));
        return new ClientPage(
                project.code(),
                project.title(),
                name(there.get(project.consultant())),
                name(there.getOrDefault(row.author(), there.get(project.consultant()))),
                contact == null ? Language.EN : contact.language(),
                row.content(),
                row.state(),
                row.objection(),
                open && asked != null ? until(asked) : null,
                open);
    }
}
