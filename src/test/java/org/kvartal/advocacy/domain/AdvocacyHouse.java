package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.Answers;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Endorsements;
import org.kvartal.advocacy.Following;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.Evidence;
import org.kvartal.advocacy.RecommendationDesk.EvidenceKind;
import org.kvartal.advocacy.RecommendationDesk.NewRecommendation;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.Files;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.notifications.Inbox;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.SqlCounter;
import org.kvartal.trace.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** A house with two officers, whose sessions confirm recommendations, and an authority to which it may be written. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({SqlCounter.class, CopiedLetters.class, TurnableClock.Hands.class, Belonging.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class AdvocacyHouse {

    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Pattern REPLY = Pattern.compile("/reply/([^?]+)");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    RecommendationDesk desk;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Endorsements endorsements;

    @Autowired
    Addressees addressees;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Answers answers;

    @Autowired
    MeasureDesk measureDesk;

    @Autowired
    Measures measures;

    @Autowired
    Silence silence;

    @Autowired
    ReportDays reportDays;

    @Autowired
    Following following;

    @Autowired
    Entries entries;

    @Autowired
    Conversations conversations;

    @Autowired
    Convening convening;

    @Autowired
    Agenda agenda;

    @Autowired
    Room room;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    Trace trace;

    @Autowired
    Files files;

    @Autowired
    TurnableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher facts;

    Asker officer;
    Asker second;
    Asker member;

    @BeforeEach
    void theOfficeIsStaffed() {
        officer = person("Olga Officer", Role.OFFICER);
        second = person("Sava Second", Role.OFFICER);
        member = person("Mila Member", Role.MEMBER);
    }

    Asker person(String name, Role... roles) {
        return Asker.of(belonging.person(name, roles));
    }

    static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    static RecommendationText text(String title) {
        return new RecommendationText(
                en(title), en("Studios wait for months."), en("Small studios."), en("One form instead of five."), null);
    }

    /** What the room has recommended, worded around its words. */
    static RecommendationText worded(String said) {
        RecommendationText text = text(said);
        return new RecommendationText(text.title(), text.problem(), text.affected(), en(said), text.byWhen());
    }

    /** A session in which the room confirms this. */
    OutcomeId roomConfirms(OutcomeKind kind, String words) {
        SessionId session = planned();
        ItemId item = ItemId.next();
        AgendaDesk table = table(session);
        agenda.add(
                officer,
                session,
                table.agendaVersion(),
                table.parts().getFirst().id(),
                new AddedItem(
                        new NewItem(item, null, null, words, Language.EN, "", ItemKind.DECIDE, 10, "", null, null),
                        ItemVisibility.COMMON,
                        null));
        return roomConfirms(session, item, kind, words);
    }

    /** A session in which the room confirms what was put before it. */
    OutcomeId roomConfirms(ItemId brought, String words) {
        SessionId session = planned();
        agenda.accept(
                officer, brought, agenda.find(officer, brought).orElseThrow().version());
        AgendaDesk table = table(session);
        agenda.place(
                officer,
                session,
                table.agendaVersion(),
                brought,
                table.parts().getFirst().id(),
                0);
        return roomConfirms(session, brought, OutcomeKind.RECOMMENDATION, words);
    }

    private SessionId planned() {
        SessionId session = SessionId.next();
        convening.plan(
                officer,
                new NewSession(
                        session,
                        en("Extraordinary session " + session),
                        LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(2)), SOFIA),
                        SOFIA,
                        60,
                        new Venue("Letterpress hall", null, ""),
                        null));
        return session;
    }

    private AgendaDesk table(SessionId session) {
        return agenda.desk(officer, sessionCode(session)).orElseThrow();
    }

    private String sessionCode(SessionId session) {
        return jdbc.sql("SELECT 'S-' || year || '-' || lpad(number::text, 2, '0') FROM forum_session WHERE id = :id")
                .param("id", session.value())
                .query(String.class)
                .single();
    }

    private OutcomeId roomConfirms(SessionId session, ItemId item, OutcomeKind kind, String words) {
        convening.open(officer, session, table(session).session().version(), false);
        room.start(officer, session, table(session).session().version());
        room.take(officer, session, null, item);
        OutcomeId outcome = OutcomeId.next();
        outcomes.add(officer, new NewOutcome(outcome, item, kind, OutcomeContent.words(words, Language.EN)));
        room.close(officer, session, Map.of(outcome, new ReadBack(0, true)), null);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT EXISTS (SELECT FROM room_word WHERE outcome = :id)")
                        .param("id", outcome.value())
                        .query(Boolean.class)
                        .single());
        return outcome;
    }

    /** A thread that everybody may read. */
    ThreadId thread(Asker author, String title) {
        SpaceId space = SpaceId.next();
        conversations.open(
                Asker.house("test"), new NewSpace(space, "space-" + space, en("Around it"), null, Visibility.PUBLIC));
        ThreadId thread = ThreadId.next();
        conversations.start(author, new NewThread(thread, space, PostId.next(), title, "It is so.", Language.EN, null));
        return thread;
    }

    static Evidence evidence(ThreadId thread) {
        return new Evidence(EvidenceKind.THREAD, thread.value());
    }

    /** Somebody who speaks for an association. */
    MemberCard association(String name, Asker primary) {
        MemberCard association = belonging.member(MemberKind.ASSOCIATION, name, null);
        belonging.mandate(association, primary.requirePerson(), RepresentationKind.PRIMARY);
        return association;
    }

    /** A draft without a word of the room. */
    RecommendationId begun(String title) {
        RecommendationId id = RecommendationId.next();
        desk.begin(officer, new NewRecommendation(id, text(title)));
        return id;
    }

    RecommendationId consulted(RecommendationId id) {
        desk.propose(officer, id, version(id));
        desk.consult(officer, id, version(id), LocalDate.ofInstant(clock.instant(), SOFIA));
        return id;
    }

    /** One that the room has confirmed and that is open for comment. */
    RecommendationId confirmed(String title) {
        RecommendationId id = new RecommendationId(
                roomConfirms(OutcomeKind.RECOMMENDATION, title).value());
        desk.edit(officer, id, version(id), worded(title));
        return consulted(id);
    }

    RecommendationId adopted(String title) {
        RecommendationId id = confirmed(title);
        desk.adopt(officer, id, version(id));
        return id;
    }

    RecommendationCard card(RecommendationId id) {
        return Objects.requireNonNull(
                recommendations.cards(officer, List.of(id)).get(id));
    }

    RecommendationPage page(Asker asker, RecommendationId id) {
        return recommendations.find(asker, card(id).code()).orElseThrow();
    }

    long version(RecommendationId id) {
        return card(id).version();
    }

    EntryId authority(String name) {
        EntryId entry = EntryId.next();
        entries.make(
                officer,
                NewEntry.of(
                        entry,
                        EntryKind.AUTHORITY,
                        EntryContent.of(EntryKind.AUTHORITY, new Names(name, "en", Map.of(), List.of()))));
        return entry;
    }

    AddresseeId addressee(String name, Language language, ZoneId zone, int days) {
        AddresseeId id = AddresseeId.next();
        addressees.enter(
                officer,
                id,
                new AddresseeContent(
                        authority(name),
                        "Culture department",
                        "Head of department",
                        "Ada Ledger",
                        "office-" + id + "@example.org",
                        "1 Square, Sofia",
                        language,
                        zone,
                        days));
        return id;
    }

    static String mail(AddresseeId id) {
        return "office-" + id + "@example.org";
    }

    DispatchId prepared(RecommendationId recommendation, AddresseeId to, Way way) {
        DispatchId id = DispatchId.next();
        dispatches.prepare(officer, new NewDispatch(id, recommendation, to, way, "Please read this.", 14));
        return id;
    }

    /** A letter that somebody has prepared and somebody else signed, by mail. */
    DispatchId sent(RecommendationId recommendation, AddresseeId to) {
        DispatchId id = prepared(recommendation, to, Way.MAIL);
        dispatches.sign(second, id, letter(id).line().version(), true);
        return id;
    }

    DispatchPage letter(DispatchId id) {
        return dispatches.find(officer, id).orElseThrow();
    }

    long version(DispatchId id) {
        return letter(id).line().version();
    }

    String token(AddresseeId to) {
        return letters.to(mail(to)).reversed().stream()
                .map(letter -> REPLY.matcher(String.valueOf(letter.button())))
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no letter with a link to " + mail(to)));
    }

    static ReplyContent says(ReplyChoice choice, String words) {
        return new ReplyContent(choice, Language.EN, words, "Ada Ledger", null, null, "");
    }

    void say(String token, ReplyContent content) {
        answers.say(token, ReplyId.next(), content, null, true);
    }

    MeasureContent measure(Owner owner, LocalDate starts, LocalDate due, ReportSchedule schedule) {
        return new MeasureContent(en("One form"), en("A form for all."), owner, "", starts, due, schedule, "", "");
    }

    MeasurePage shown(Asker asker, MeasureId id) {
        String code = jdbc.sql("SELECT 'M-' || year || '-' || lpad(number::text, 3, '0') FROM measure WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        return measures.find(asker, code).orElseThrow();
    }

    long version(MeasureId id) {
        return shown(officer, id).card().version();
    }

    List<String> owes(Asker person) {
        return tasks.owed(person, 500).stream().map(line -> line.key()).toList();
    }

    /** Waits until a notice that says so stands in somebody's inbox. */
    void isTold(Asker person, String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                inbox.newest(person, Language.EN, null, 50).lines())
                        .anySatisfy(line -> assertThat(line.text().title()).contains(part)));
    }

    /** Lets several act at the same moment, and counts those who were let. */
    static int atOnce(int times, IntConsumer act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        AtomicInteger done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                int which = i;
                var _ = threads.submit(() -> {
                    start.await();
                    try {
                        act.accept(which);
                        done.incrementAndGet();
                    } catch (Refused tooLate) {
                        // Somebody else was first.
                    }
                    return which;
                });
            }
        }
        return done.get();
    }
}
