package org.kvartal.missions.domain;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.missions.FollowUpId;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectSource.Source;
import org.kvartal.missions.ProjectStarted;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.StageId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mentorship projects, from their beginning to the last look back. */
@Component
@Transactional
class KeptProjects implements ProjectDesk {

    private final MentorProjectRepository projects;
    private final ProjectBook book;
    private final PlanDesk plans;
    private final GateDesk gates;
    private final ProjectPapers papers;
    private final KeptLog log;
    private final GateWords words;
    private final Templates templates;
    private final FollowUps followUps;
    private final ProjectSources sources;
    private final Parties parties;
    private final ProjectSight sight;
    private final MissionCodes codes;
    private final Conversations conversations;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final MissionClock clock;

    KeptProjects(
            MentorProjectRepository projects,
            ProjectBook book,
            PlanDesk plans,
            GateDesk gates,
            ProjectPapers papers,
            KeptLog log,
            GateWords words,
            Templates templates,
            FollowUps followUps,
            ProjectSources sources,
            Parties parties,
            ProjectSight sight,
            MissionCodes codes,
            Conversations conversations,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            MissionClock clock) {
        this.projects = projects;
        this.book = book;
        this.plans = plans;
        this.gates = gates;
        this.papers = papers;
        this.log = log;
        this.words = words;
        this.templates = templates;
        this.followUps = followUps;
        this.sources = sources;
        this.parties = parties;
        this.sight = sight;
        this.codes = codes;
        this.conversations = conversations;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String begin(Asker by, NewProject wish) {
        sight.requireCoordinator(by);
        Optional<MentorProject> standing = projects.findById(wish.id().value());
        if (standing.isPresent()) {
            return standing.get().code();
        }
        PersonId coordinator = wish.coordinator() == null ? by.requirePerson() : wish.coordinator();
        parties.requireKnown(by, "client", wish.content().client());
        book.requireStaff(wish.consultant(), coordinator);
        Optional<Source> source = sources.require(by, wish.of());
        MentorProject project = projects.saveAndFlush(
                MentorProject.begin(wish, codes.next(MissionCode.PROJECT), coordinator, clock.today(), clock.now()));
        plans.lay(project.id(), templates.of(wish.template(), project.starts(), project.ends()));
        source.ifPresent(from -> sources.begun(by, from, project.id()));
        trail.project(by, "missions.project-begun", project.id(), entry -> entry.with("consultant", wish.consultant()));
        telling.given(by, project);
        telling.changed(project.id());
        facts.publishEvent(new ProjectStarted(project.id(), project.code()));
        return project.code();
    }

    @Override
    public void change(Asker by, ProjectId id, long version, ProjectContent content) {
        MentorProject project = book.hold(by, id);
        parties.requireKnown(by, "client", content.client());
        if (!content.client().equals(project.client())) {
            // For whom it is done decides who may read it.
            sight.requireCoordinator(by, project);
        }
        project.change(version, content, clock.today(), clock.now());
        book.save(project);
        trail.project(by, "missions.project-changed", id);
    }

    @Override
    public void reach(Asker by, ProjectId id, long version, @Nullable Contact contact) {
        MentorProject project = book.hold(by, id);
        project.reach(version, contact, clock.now());
        book.save(project);
        log.readdressed(by, project);
        words.readdressed(by, project);
        trail.project(by, "missions.contact-changed", id);
    }

    @Override
    public void staff(Asker by, ProjectId id, long version, PersonId consultant, PersonId coordinator) {
        MentorProject project = book.holdToCoordinate(by, id);
        book.requireStaff(consultant, coordinator);
        project.staff(version, consultant, coordinator, clock.now());
        plans.unowe(id);
        gates.restaffed(project);
        book.save(project);
        trail.project(
                by,
                "missions.project-staffed",
                id,
                entry -> entry.with("consultant", consultant).with("coordinator", coordinator));
        telling.given(by, project);
    }

    @Override
    public void addStage(Asker by, ProjectId project, StageId stage, StageContent content) {
        plans.addStage(by, project, stage, content);
    }

    @Override
    public void changeStage(Asker by, StageId stage, long version, StageContent content) {
        plans.changeStage(by, stage, version, content);
    }

    @Override
    public void moveStage(Asker by, StageId stage, int place) {
        plans.moveStage(by, stage, place);
    }

    @Override
    public void dropStage(Asker by, StageId stage) {
        plans.dropStage(by, stage);
    }

    @Override
    public void plan(Asker by, StageId stage, PlanItemId item, PlanItemContent content) {
        plans.put(by, stage, item, content);
    }

    @Override
    public void drop(Asker by, PlanItemId item) {
        plans.drop(by, item);
    }

    @Override
    public void assess(Asker by, PlanItemId goal, int percent, String comment) {
        plans.assess(by, goal, percent, comment);
    }

    @Override
    public void tick(Asker by, PlanItemId task, boolean done) {
        plans.tick(by, task, done);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public StoredFile deliver(Asker by, PlanItemId deliverable, String name, InputStream content) {
        return plans.deliver(by, deliverable, name, content);
    }

    @Override
    public void point(Asker by, PlanItemId deliverable, String link) {
        plans.point(by, deliverable, link);
    }

    @Override
    public void ask(Asker by, StageId stage, long version, String note) {
        gates.ask(by, stage, version, note);
    }

    @Override
    public void decide(Asker by, StageId stage, long version, GateVerdict verdict, String note) {
        gates.decide(by, stage, version, verdict, note);
    }

    @Override
    public void finish(Asker by, StageId stage, long version) {
        gates.finish(by, stage, version);
    }

    @Override
    public void hold(Asker by, ProjectId id, long version, String reason) {
        MentorProject project = book.holdToCoordinate(by, id);
        project.hold(version, reason, clock.now());
        plans.unowe(id);
        book.save(project);
        trail.project(by, "missions.project-held", id, entry -> entry.because(PlainText.block(reason)));
    }

    @Override
    public void resume(Asker by, ProjectId id, long version) {
        MentorProject project = book.holdToCoordinate(by, id);
        project.resume(version, clock.today(), clock.now());
        book.save(project);
        trail.project(by, "missions.project-resumed", id);
    }

    @Override
    public void terminate(Asker by, ProjectId id, long version, String reason) {
        MentorProject project = book.holdToCoordinate(by, id);
        project.terminate(version, reason, clock.now());
        gates.forget(project);
        plans.unowe(id);
        book.save(project);
        trail.project(by, "missions.project-terminated", id, entry -> entry.because(PlainText.block(reason)));
    }

    @Override
    public void complete(Asker by, ProjectId id, long version) {
        MentorProject project = book.holdToCoordinate(by, id);
        words.requireNoneAwaited(id);
        project.complete(version, clock.now());
        plans.unowe(id);
        followUps.afterProject(id.value(), clock.today());
        book.save(project);
        trail.project(by, "missions.project-completed", id);
    }

    @Override
    public void archive(Asker by, ProjectId id, long version) {
        MentorProject project = book.holdToCoordinate(by, id);
        project.archive(version, clock.now());
        followUps.forget(id.value());
        book.save(project);
        trail.project(by, "missions.project-archived", id);
    }

    @Override
    public void settle(Asker by, FollowUpId look, String words) {
        MentorProject project = book.hold(by, new ProjectId(followUps.subject(look)));
        if (project.state() == ProjectState.COMPLETED) {
            project.followUp(clock.now());
        }
        followUps.settle(by, look, words);
        book.save(project);
        trail.project(by, "missions.looked-back", project.id());
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public StoredFile attach(Asker by, ProjectId project, String about, String name, InputStream content) {
        return papers.attach(by, project, about, name, content);
    }

    @Override
    public void remove(Asker by, ProjectId project, FileId paper) {
        papers.remove(by, project, paper);
    }

    @Override
    public long talk(Asker by, ProjectId id, SpaceId space, String title, String text, Language language) {
        MentorProject project = book.hold(by, id);
        Instant now = clock.now();
        long number = conversations.start(
                by, new NewThread(ThreadId.next(), space, PostId.next(), title, text, language, null));
        project.talk(number, now);
        book.save(project);
        trail.project(by, "missions.thread-begun", id, entry -> entry.with("thread", number));
        return number;
    }
}
