package org.kvartal.forum;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsActs;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Convening.SessionChange;
import org.kvartal.forum.Invitations.Reply;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesBook.SeriesChange;
import org.kvartal.forum.SeriesBook.SeriesPage;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done in the forum, for the walker of the rights matrix. Facilitators of one series have no column: their tests stand in the module. */
@TestConfiguration(proxyBeanMethods = false)
public class ForumActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");

    private final SeriesBook series;
    private final Sessions sessions;
    private final Convening convening;
    private final Agenda agenda;
    private final Invitations invitations;
    private final DiscussionsActs discussions;
    private final Files files;
    private final Arrivals arrivals;
    private final Grants grants;
    private final Admissions admissions;
    private final Clock clock;

    ForumActs(
            SeriesBook series,
            Sessions sessions,
            Convening convening,
            Agenda agenda,
            Invitations invitations,
            DiscussionsActs discussions,
            Files files,
            Arrivals arrivals,
            Grants grants,
            Admissions admissions,
            Clock clock) {
        this.series = series;
        this.sessions = sessions;
        this.convening = convening;
        this.agenda = agenda;
        this.invitations = invitations;
        this.discussions = discussions;
        this.files = files;
        this.arrivals = arrivals;
        this.grants = grants;
        this.admissions = admissions;
        this.clock = clock;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        series(acts);
        sessions(acts);
        proposals(acts);
        agendas(acts);
        answers(acts);
        return acts;
    }

    private void series(Map<String, Act> acts) {
        acts.put(
                "set up a series of sessions",
                by -> series.make(
                        by, new NewSeries(SeriesId.next(), Forums.weekly("Forum", clock.instant()), Set.of())));
        acts.put("read what a series says", by -> {
            var _ = series.find(by, series()).orElseThrow(NotFound::new);
        });
        acts.put("change a series", by -> series.change(by, change(series(), null)));
        acts.put("say who facilitates a series", by -> series.change(by, change(series(), Set.of(person()))));
        acts.put("end a series", by -> series.end(by, series(), 0, "Done."));
    }

    private void sessions(Map<String, Act> acts) {
        acts.put("plan a session", by -> convening.plan(by, plan()));
        acts.put("see the draft of a session", by -> {
            var _ = sessions.find(by, draft().code()).orElseThrow(NotFound::new);
        });
        acts.put("see a session that is open", by -> {
            var _ = sessions.find(by, open().code()).orElseThrow(NotFound::new);
        });
        acts.put("see a session that was cancelled", by -> {
            SessionCard open = open();
            convening.cancel(HOUSE, open.id(), open.version(), "Flood.");
            var _ = sessions.find(by, open.code()).orElseThrow(NotFound::new);
        });
        acts.put(
                "see the link of a session's call",
                by -> seen(!page(by, open()).callLink().isEmpty()));
        acts.put("move a session", by -> {
            SessionCard open = open();
            convening.change(
                    by,
                    new SessionChange(
                            open.id(),
                            open.version(),
                            open.title(),
                            open.starts().plusDays(1),
                            open.zone(),
                            60,
                            Forums.HALL,
                            null));
        });
        acts.put("open a session", by -> {
            SessionCard draft = arranged();
            convening.open(by, draft.id(), draft.version(), false);
        });
        acts.put("cancel a session", by -> {
            SessionCard open = open();
            convening.cancel(by, open.id(), open.version(), "Flood.");
        });
    }

    private void proposals(Map<String, Act> acts) {
        acts.put("propose an agenda item", by -> agenda.propose(by, Forums.item(ItemId.next(), null, "Looms")));
        acts.put(
                "propose a thread for an agenda",
                by -> agenda.fromThread(by, discussions.begun(Visibility.PUBLIC).number()));
        acts.put("propose an agenda item for an association that one does not represent", by -> {
            NewItem wish = Forums.item(ItemId.next(), null, "Looms");
            agenda.propose(
                    by,
                    new NewItem(
                            wish.id(),
                            null,
                            null,
                            wish.title(),
                            wish.language(),
                            "",
                            wish.kind(),
                            5,
                            "",
                            association(),
                            null));
        });
        acts.put("see what waits for sessions", by -> agenda.backlog(by, null, null, 10));
        acts.put("see a proposal of somebody else", by -> {
            var _ = agenda.find(by, proposal()).orElseThrow(NotFound::new);
        });
        acts.put("accept a proposal", by -> agenda.accept(by, proposal(), 0));
        acts.put("decline a proposal", by -> agenda.decline(by, proposal(), 0, "No."));
        acts.put("put two proposals together", by -> agenda.merge(by, proposal(), 0, proposal()));
        acts.put("change a proposal of somebody else", by -> agenda.edit(by, edit(proposal())));
        acts.put(
                "add a paper to a proposal of somebody else",
                by -> agenda.attach(by, proposal(), "plan.png", picture()));
        acts.put("read a paper of a proposal of somebody else", by -> {
            Proposed proposed = proposed();
            StoredFile paper = agenda.attach(proposed.by(), proposed.item(), "plan.png", picture());
            files.address(paper.id(), by);
        });
    }

    private void agendas(Map<String, Act> acts) {
        acts.put("arrange an agenda", by -> {
            AgendaDesk desk = desk(draft());
            agenda.place(
                    by,
                    desk.session().id(),
                    desk.agendaVersion(),
                    proposal(),
                    desk.parts().getFirst().id(),
                    0);
        });
        acts.put("look at an agenda that is being arranged", by -> {
            var _ = agenda.desk(by, draft().code()).orElseThrow(NotFound::new);
        });
        acts.put("take an item off an agenda", by -> {
            AgendaDesk desk = desk(arranged());
            agenda.takeBack(
                    by,
                    desk.session().id(),
                    desk.agendaVersion(),
                    desk.parts().getFirst().items().getFirst().id());
        });
        acts.put("make an item on an agenda", by -> add(by, ItemVisibility.COMMON, draft()));
        acts.put("add a section to an agenda", by -> {
            AgendaDesk desk = desk(draft());
            agenda.addSection(
                    by,
                    desk.session().id(),
                    desk.agendaVersion(),
                    SectionId.next(),
                    LocalizedText.of(Language.EN, "News"));
        });
        acts.put("see an internal item on an agenda", by -> {
            SessionCard open = open();
            add(HOUSE, ItemVisibility.INTERNAL, open);
            seen(page(by, open).agenda().stream()
                    .flatMap(part -> part.items().stream())
                    .anyMatch(item -> item.visibility() == ItemVisibility.INTERNAL));
        });
        acts.put("read a paper of an item on an open agenda", by -> {
            SessionCard open = open();
            ItemId item = desk(open).parts().getFirst().items().getFirst().id();
            StoredFile paper = agenda.attach(Asker.of(officer()), item, "plan.png", picture());
            files.address(paper.id(), by);
        });
    }

    private void answers(Map<String, Act> acts) {
        acts.put(
                "say whether one comes to a session",
                by -> invitations.answer(by, open().id(), new Reply(Answer.YES, Way.ROOM, null)));
        acts.put(
                "come to a session for an association that one does not represent",
                by -> invitations.answer(by, open().id(), new Reply(Answer.YES, Way.ROOM, association())));
        acts.put("see who comes to a session", by -> invitations.answers(by, open().id()));
    }

    /** A series whose facilitators are nobody in particular. */
    public SeriesId series() {
        SeriesId id = SeriesId.next();
        series.make(HOUSE, new NewSeries(id, Forums.weekly("Forum", clock.instant()), Set.of()));
        return id;
    }

    /** A session that is being prepared. */
    public SessionCard draft() {
        String code = convening.plan(HOUSE, plan());
        return page(HOUSE, code).card();
    }

    /** A session that is announced, with an item on its agenda. */
    public SessionCard open() {
        SessionCard draft = arranged();
        convening.open(HOUSE, draft.id(), draft.version(), false);
        return page(HOUSE, draft.code()).card();
    }

    private SessionCard arranged() {
        SessionCard draft = draft();
        add(HOUSE, ItemVisibility.COMMON, draft);
        return page(HOUSE, draft.code()).card();
    }

    private void add(Asker by, ItemVisibility visibility, SessionCard session) {
        AgendaDesk desk = desk(session);
        agenda.add(
                by,
                session.id(),
                desk.agendaVersion(),
                desk.parts().getFirst().id(),
                new AddedItem(Forums.item(ItemId.next(), null, "Looms"), visibility, null));
    }

    private NewSession plan() {
        return new NewSession(
                SessionId.next(),
                LocalizedText.of(Language.EN, "Alone"),
                LocalDate.ofInstant(clock.instant(), Forums.SOFIA).plusDays(20).atTime(18, 0),
                Forums.SOFIA,
                60,
                Forums.HALL,
                null);
    }

    private SeriesChange change(SeriesId id, @Nullable Set<PersonId> facilitators) {
        SeriesPage page = series.find(HOUSE, id).orElseThrow();
        return new SeriesChange(id, page.version(), page.content(), facilitators);
    }

    private AgendaDesk desk(SessionCard session) {
        return agenda.desk(HOUSE, session.code()).orElseThrow();
    }

    private SessionPage page(Asker asker, SessionCard session) {
        return page(asker, session.code());
    }

    private SessionPage page(Asker asker, String code) {
        return sessions.find(asker, code).orElseThrow(NotFound::new);
    }

    private record Proposed(Asker by, ItemId item) {}

    private Proposed proposed() {
        ItemId id = ItemId.next();
        PersonId person = person();
        grants.give(HOUSE, new Grant(person, Role.MEMBER, Scope.PLATFORM, clock.instant(), null));
        agenda.propose(Asker.of(person), Forums.item(id, null, "Looms"));
        return new Proposed(Asker.of(person), id);
    }

    private ItemId proposal() {
        return proposed().item();
    }

    private ItemEdit edit(ItemId id) {
        ItemLine item = agenda.find(HOUSE, id).orElseThrow();
        return new ItemEdit(id, item.version(), "Other", "", ItemKind.INFO, 5, "", ItemVisibility.COMMON, null);
    }

    private PersonId officer() {
        PersonId person = person();
        grants.give(HOUSE, new Grant(person, Role.OFFICER, Scope.PLATFORM, clock.instant(), null));
        return person;
    }

    private PersonId person() {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Newcomer(person, "Somebody", Language.EN, Forums.SOFIA, null));
        return person;
    }

    private MemberId association() {
        return admissions.admit(
                HOUSE,
                NewMember.of(MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, "Weavers"), null));
    }

    private static ByteArrayInputStream picture() {
        return new ByteArrayInputStream(Samples.png(20, 20));
    }

    private static void seen(boolean seen) {
        if (!seen) {
            throw new NotFound();
        }
    }
}
