package org.kvartal.demo.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the story once, at the first start, in the order in which it happened.
 *
 * <p>Ids follow from the story and the day of the first start, and every command may be repeated: when the program ends in the middle, the
 * next start goes over what is there and on.
 */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class Demonstration {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
    static final Asker HOUSE = Asker.house("demonstration");

    private final Arrivals arrivals;
    private final Grants grants;
    private final TalksTelling talks;
    private final BelongingTelling belonging;
    private final NeedsTelling needs;
    private final DirectoryTelling directory;
    private final CalendarTelling calendar;
    private final SessionsTelling sessions;
    private final HeldTelling held;
    private final SeminarsTelling seminars;
    private final MissionsTelling missions;
    private final ProjectTelling project;
    private final PagesTelling pages;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Demonstration(
            Arrivals arrivals,
            Grants grants,
            TalksTelling talks,
            BelongingTelling belonging,
            NeedsTelling needs,
            DirectoryTelling directory,
            CalendarTelling calendar,
            SessionsTelling sessions,
            HeldTelling held,
            SeminarsTelling seminars,
            MissionsTelling missions,
            ProjectTelling project,
            PagesTelling pages,
            Permissions permissions,
            JdbcClient jdbc,
            Clock clock) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.talks = talks;
        this.belonging = belonging;
        this.needs = needs;
        this.directory = directory;
        this.calendar = calendar;
        this.sessions = sessions;
        this.held = held;
        this.seminars = seminars;
        this.missions = missions;
        this.project = project;
        this.pages = pages;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** On a thread of its own, so that the pages are up meanwhile. */
    @EventListener(ApplicationReadyEvent.class)
    void on() {
        if (isKept()) {
            log.warn("Somebody keeps this house: the demonstration is not brought into it");
        } else if (!told()) {
            Thread.ofVirtual().name("demonstration").start(this::tellOrComplain);
        }
    }

    private void tellOrComplain() {
        try {
            tell();
        } catch (RuntimeException e) {
            log.error("The demonstration stopped; the next start goes on with it", e);
        }
    }

    /** Whether somebody has set the house up: invented people have nothing to do there, whatever the settings say. */
    private boolean isKept() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM demonstration)")
                        .query(Boolean.class)
                        .single()
                && !permissions.holders(Grants.GIVE, Scope.PLATFORM).isEmpty();
    }

    boolean told() {
        return jdbc.sql("SELECT count(*) FROM demonstration WHERE done_at IS NOT NULL")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void tell() {
        Instant begun = begin();
        Story story = StoryBook.read();
        StoryIds ids = new StoryIds(begun);
        // Those whom a visitor plays come first: the sign-in page offers them already.
        story.people().values().stream()
                .sorted(Comparator.comparing(person -> !person.played()))
                .forEach(person -> bring(person, ids));
        pages.tell(ids);
        talks.tell(story, ids);
        belonging.tell(story, ids);
        needs.tell(story, ids);
        directory.tell(ids);
        calendar.tell(ids);
        sessions.tell(story, ids);
        held.tell(ids);
        seminars.tell(story, ids);
        missions.tell(ids);
        project.tell(ids);
        jdbc.sql("UPDATE demonstration SET done_at = ?")
                .param(Columns.moment(clock.instant()))
                .update();
        log.info(
                "The demonstration is told, in {} ms",
                Duration.between(begun, clock.instant()).toMillis());
    }

    /** The moment from which the story counts back: of the first start, even when this one is another. */
    private Instant begin() {
        jdbc.sql("INSERT INTO demonstration (begun_at) VALUES (?) ON CONFLICT DO NOTHING")
                .param(Columns.moment(clock.instant()))
                .update();
        return jdbc.sql("SELECT begun_at FROM demonstration")
                .query(Instant.class)
                .single();
    }

    private void bring(Figure person, StoryIds ids) {
        PersonId id = ids.person(person.key());
        arrivals.bring(HOUSE, new Newcomer(id, person.name(), person.language(), person.zone(), person.signIn()));
        for (Role role : person.roles()) {
            grants.give(HOUSE, new Grant(id, role, Scope.PLATFORM, ids.begun().minus(StoryIds.ROLES_BEFORE), null));
        }
    }
}
