package org.kvartal.discussions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.membership.RepresentationKind.DELEGATE;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.discussions.Conversations.Imported;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.NeedFacts.Since;
import org.kvartal.discussions.Threads.ListKey;
import org.kvartal.discussions.Threads.NeedMark;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.discussions.Threads.ThreadList;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A thread becomes a need, and people and associations stand behind it. */
@RecordApplicationEvents
class NeedsModuleTests extends TalkingHouse {

    static final NeedFacts FACTS =
            new NeedFacts("Potters without a kiln", Language.EN, "sofia", "", new Since(2023, 5), 40);

    @Autowired
    AuditTrail trail;

    @Autowired
    ApplicationEvents events;

    private ThreadId thread;

    @BeforeEach
    void mariaBeginsAThread() {
        thread = thread();
    }

    // ---------- stating ----------

    @Test
    void itsAuthorMakesAThreadANeedThatEverybodySees() {
        needs.state(maria, thread, FACTS);

        for (Asker reader : List.of(maria, boris, Asker.guest())) {
            NeedCard card = card(reader);
            assertThat(card.facts()).isEqualTo(FACTS);
            assertThat(requireNonNull(card.placeName()).in(Language.BG)).isEqualTo("София");
            assertThat(card.supported()).isFalse();
            assertThat(card.changedAt()).isNull();
            assertThat(row(reader).need()).isEqualTo(new NeedMark(0, 0));
        }
        assertThat(events.stream(NeedStated.class).filter(fact -> fact.thread().equals(thread)))
                .extracting(NeedStated::by)
                .containsExactly(maria.requirePerson());
    }

    @Test
    void aThreadMayBeginAsANeed() {
        ThreadId begun = ThreadId.next();
        NewThread start = new NewThread(
                begun, publicSpace, PostId.next(), "No kiln", "We have none.", Language.EN, null, null, FACTS);

        long number = conversations.start(maria, start);

        assertThat(conversations.start(maria, start)).isEqualTo(number);
        assertThat(requireNonNull(head(boris, number).need()).facts()).isEqualTo(FACTS);
    }

    @Test
    void aThreadThatCanNotBeSuchANeedDoesNotBegin() {
        ThreadId begun = ThreadId.next();
        NeedFacts nowhere = new NeedFacts("Potters", Language.EN, "atlantis", "", new Since(2023, null), null);

        refused(
                "where",
                () -> conversations.start(
                        maria,
                        new NewThread(
                                begun, publicSpace, PostId.next(), "No kiln", "t", Language.EN, null, null, nowhere)));

        assertThat(threads.newest(maria, publicSpace, null, 50).rows())
                .extracting(ThreadRow::id)
                .doesNotContain(begun);
    }

    @Test
    void moderatorsMakeNeedsOfThreadsOfOthersAndThatIsWrittenDown() {
        Asker facilitator = town.person(FACILITATOR);

        needs.state(facilitator, thread, FACTS);

        assertThat(acts()).containsExactly("discussions.need-stated");
        assertThat(head(maria, number(thread)).mayState()).isTrue();
        assertThat(head(facilitator, number(thread)).mayState()).isTrue();
        assertThat(head(boris, number(thread)).mayState()).isFalse();
        assertThat(head(Asker.guest(), number(thread)).mayState()).isFalse();
        forbidden(() -> needs.state(boris, thread, FACTS));
    }

    @Test
    void theSameAgainIsNothingAndSomethingElseDoesNotOverwriteIt() {
        needs.state(maria, thread, FACTS);
        needs.support(boris, thread, null);
        needs.state(maria, thread, FACTS);

        assertThat(card(maria).people()).isEqualTo(1);
        refused(null, () -> needs.state(town.person(FACILITATOR), thread, other()));
        assertThat(card(maria).facts()).isEqualTo(FACTS);
    }

    @Test
    void aNeedIsChangedByWhoHasSeenItsNewestState() {
        needs.state(maria, thread, FACTS);
        needs.change(maria, thread, 0, other());

        assertThat(card(boris).facts()).isEqualTo(other());
        assertThat(card(boris).changedAt()).as("nobody stood behind it").isNull();
        refused(null, () -> needs.change(maria, thread, 0, FACTS));
        needs.change(maria, thread, 0, other());
        assertThat(acts()).isEmpty();
    }

    @Test
    void whatIsChangedUnderThoseWhoStandBehindItIsShownAndWrittenDown() {
        needs.state(maria, thread, FACTS);
        needs.support(boris, thread, null);

        needs.change(maria, thread, 0, other());

        assertThat(card(boris).changedAt()).isNotNull();
        assertThat(card(boris).people()).isEqualTo(1);
        assertThat(acts()).containsExactly("discussions.need-changed");
    }

    @Test
    void aNeedIsTakenBackOnlyWhileNobodyStandsBehindIt() {
        needs.state(maria, thread, FACTS);
        needs.support(boris, thread, null);

        refused(null, () -> needs.takeBack(maria, thread));
        needs.withdraw(boris, thread, null);
        needs.takeBack(maria, thread);
        needs.takeBack(maria, thread);

        assertThat(head(maria, number(thread)).need()).isNull();
        refused(null, () -> needs.support(boris, thread, null));
        refused(null, () -> needs.change(maria, thread, 0, other()));
        needs.state(maria, thread, other());
        assertThat(card(boris).facts()).isEqualTo(other());
    }

    @Test
    void whoNoLongerSpeaksForAnAssociationStatesNoNeedsInItsName() {
        MemberId weavers = town.association("Weavers");
        MandateId mandate = town.mandate(boris, weavers, PRIMARY);
        ThreadId theirs = ThreadId.next();
        conversations.start(
                boris, new NewThread(theirs, publicSpace, PostId.next(), "T", "t", Language.EN, weavers, null));
        needs.state(boris, theirs, FACTS);
        town.end(mandate);

        forbidden(() -> needs.change(boris, theirs, 0, other()));
        forbidden(() -> needs.takeBack(boris, theirs));
    }

    // ---------- what may be said ----------

    @ParameterizedTest
    @CsvSource({"2023, 2023, ", "2023-05, 2023, 5", "5.2023, 2023, 5", "05/2023, 2023, 5", "' 2023.5 ', 2023, 5"})
    void timesAreReadAsPeopleWriteThem(String typed, int year, @Nullable Integer month) {
        assertThat(Since.of(typed)).isEqualTo(new Since(year, month));
        assertThat(Since.of(Since.of(typed).typed())).isEqualTo(new Since(year, month));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "23", "1899", "13.2023", "0.2023", "spring", "2023-5-1", "99999", "٢٠٢٣"})
    void whatIsNoTimeIsRefused(String typed) {
        refused("since", () -> Since.of(typed));
    }

    @Test
    void theFutureIsNoTime() {
        YearMonth next = YearMonth.now(ZoneOffset.UTC).plusMonths(2);

        refused(
                "since",
                () -> needs.state(
                        maria,
                        thread,
                        new NeedFacts(
                                "Potters",
                                Language.EN,
                                "sofia",
                                "",
                                new Since(next.getYear(), next.getMonthValue()),
                                null)));
        needs.state(
                maria,
                thread,
                new NeedFacts(
                        "Potters",
                        Language.EN,
                        "sofia",
                        "",
                        new Since(YearMonth.now(ZoneOffset.UTC).getYear(), null),
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B", "\u202E", "\n\n"})
    void whatNobodyCanSeeIsNothing(String typed) {
        refused("concerned", () -> new NeedFacts(typed, Language.EN, "sofia", "", new Since(2023, null), null));
        refused("where", () -> new NeedFacts("Potters", Language.EN, null, typed, new Since(2023, null), null));
    }

    @Test
    void hostileWordsStandAsTypedInOneLine() {
        NeedFacts hostile = NeedFacts.typed(
                "<script>alert(1)</script>\n'; DROP TABLE need; --\0", Language.EN, null, "{{7*7}} %s", "2023", "");

        needs.state(maria, thread, hostile);

        assertThat(card(boris).facts().concerned()).isEqualTo("<script>alert(1)</script> '; DROP TABLE need; --");
        assertThat(card(boris).facts().where()).isEqualTo("{{7*7}} %s");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NeedFacts.typed("x".repeat(5_000), Language.EN, null, "", "soon", "many"))
                .satisfies(refused -> assertThat(refused.all())
                        .extracting(Refused::field)
                        .containsExactly("concerned", "where", "since", "howMany"));
        for (String number : List.of("0", "-3", "1e9", "3.5", "9999999999", "٤٠")) {
            refused("howMany", () -> NeedFacts.typed("P", Language.EN, "sofia", "", "2023", number));
        }
        assertThat(NeedFacts.typed("P", Language.EN, "sofia", "", "2023", "1 200")
                        .howMany())
                .isEqualTo(1200);
        assertThat(NeedFacts.typed("P", Language.EN, "sofia", "", "2023", " ").howMany())
                .isNull();
    }

    // ---------- standing behind ----------

    @Test
    void peopleAndAssociationsAreCountedApartAndOnceEach() {
        needs.state(maria, thread, FACTS);
        MemberId weavers = town.association("Weavers");
        town.mandate(boris, weavers, PRIMARY);
        Asker second = town.person(MEMBER);
        town.mandate(second, weavers, DELEGATE);

        needs.support(boris, thread, null);
        needs.support(boris, thread, null);
        needs.support(boris, thread, weavers);
        needs.support(second, thread, weavers);
        needs.support(guestWithSignIn(), thread, null);

        NeedCard card = card(boris);
        assertThat(card.people()).isEqualTo(2);
        assertThat(card.associations()).isEqualTo(1);
        assertThat(card.mine()).isTrue();
        assertThat(card.behind())
                .extracting(association -> association.name().in(Language.EN))
                .containsExactly("Weavers");
        assertThat(card(second).mine()).isFalse();
        assertThat(row(Asker.guest()).need()).isEqualTo(new NeedMark(2, 1));
        assertThat(events.stream(NeedSupported.class)
                        .filter(fact -> fact.thread().equals(thread)))
                .extracting(NeedSupported::onBehalfOf)
                .containsExactly(null, weavers, null);
        assertThat(acts()).containsExactly("discussions.need-supported");
    }

    @Test
    void supportIsWithdrawnByWhoGaveItAndByWhoSpeaksForTheAssociation() {
        needs.state(maria, thread, FACTS);
        MemberId weavers = town.association("Weavers");
        MandateId mandate = town.mandate(boris, weavers, PRIMARY);
        needs.support(boris, thread, weavers);
        needs.support(boris, thread, null);
        town.end(mandate);

        assertThat(card(maria).associations()).as("stays after the mandate").isEqualTo(1);
        forbidden(() -> needs.withdraw(boris, thread, weavers));
        needs.withdraw(maria, thread, null);
        assertThat(card(maria).people()).as("not hers to withdraw").isEqualTo(1);
        Asker second = town.person(MEMBER);
        town.mandate(second, weavers, PRIMARY);
        needs.withdraw(second, thread, weavers);
        needs.withdraw(boris, thread, null);
        needs.withdraw(boris, thread, null);

        assertThat(card(maria).supported()).isFalse();
        assertThat(acts()).containsExactly("discussions.need-left", "discussions.need-supported");
    }

    @Test
    void visitorsStandBehindNothingAndNobodySupportsWhatTheyMayNotRead() {
        needs.state(maria, thread, FACTS);
        ThreadId inside = thread(maria, membersSpace);
        needs.state(maria, inside, FACTS);

        forbidden(() -> needs.support(Asker.guest(), thread, null));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> needs.support(guestWithSignIn(), inside, null));
        assertThat(needs.cards(guestWithSignIn(), Set.of(thread, inside))).containsOnlyKeys(thread);
        assertThat(needs.cards(boris, Set.of(thread, inside))).containsOnlyKeys(thread, inside);
    }

    @Test
    void thePeopleBehindItAreNamedToThoseWhoAreSignedIn() {
        needs.state(maria, thread, FACTS);
        needs.support(boris, thread, null);
        needs.support(maria, thread, null);

        assertThat(needs.people(maria, thread, 10).shown())
                .extracting(person -> person.id())
                .containsExactly(maria.requirePerson(), boris.requirePerson());
        assertThat(needs.people(Asker.guest(), thread, 10)).satisfies(behind -> {
            assertThat(behind.shown()).isEmpty();
            assertThat(behind.others()).isEqualTo(2);
        });
        assertThat(needs.people(maria, thread, 1).others()).isEqualTo(1);
    }

    // ---------- lists ----------

    @Test
    void theListOfNeedsGoesOnByItsKeyAndHoldsNothingElse() {
        SpaceId space = SpaceId.next();
        open(space, Conversations.Visibility.PUBLIC);
        List<Long> stated = IntStream.range(0, 7)
                .mapToObj(i -> {
                    ThreadId id = ThreadId.next();
                    Imported then = new Imported(
                            maria.requirePerson(),
                            Instant.parse("2021-02-03T04:05:06Z").plusSeconds(i / 3));
                    long number = conversations.start(
                            house(), new NewThread(id, space, PostId.next(), "Old", "old", Language.EN, then));
                    if (i % 2 == 0) {
                        needs.state(maria, id, FACTS);
                    }
                    return i % 2 == 0 ? number : 0;
                })
                .filter(number -> number > 0)
                .toList();

        ThreadList first = threads.needs(Asker.guest(), space, null, 3);
        ListKey next = requireNonNull(first.next());
        ThreadList rest = threads.needs(Asker.guest(), space, next, 3);

        assertThat(first.rows())
                .extracting(ThreadRow::number)
                .isEqualTo(stated.reversed().subList(0, 3));
        assertThat(rest.rows())
                .extracting(ThreadRow::number)
                .isEqualTo(stated.reversed().subList(3, 4));
        assertThat(rest.next()).isNull();
        assertThat(threads.needs(guestWithSignIn(), membersSpace, null, 3).rows())
                .isEmpty();
    }

    @Test
    void needsTakeAConstantNumberOfStatementsHoweverManyAndHoweverSupported() {
        needs.state(maria, thread, FACTS);
        standBehind(thread, 1);
        int head = statements(() -> threads.head(maria, number(thread)));
        int list = statements(() -> threads.needs(maria, null, null, 50));
        int newest = statements(() -> threads.newest(maria, null, null, 50));
        int cards = statements(() -> needs.cards(maria, Set.of(thread)));
        int people = statements(() -> needs.people(maria, thread, 50));

        List<ThreadId> many = IntStream.range(0, 12)
                .mapToObj(_ -> {
                    ThreadId one = thread();
                    needs.state(maria, one, FACTS);
                    standBehind(one, 2);
                    return one;
                })
                .toList();
        standBehind(thread, 5);

        assertThat(statements(() -> threads.head(maria, number(thread)))).isEqualTo(head);
        assertThat(statements(() -> threads.needs(maria, null, null, 50))).isEqualTo(list);
        assertThat(statements(() -> threads.newest(maria, null, null, 50))).isEqualTo(newest);
        assertThat(statements(() -> needs.cards(maria, many))).isEqualTo(cards);
        assertThat(statements(() -> needs.people(maria, thread, 50))).isEqualTo(people);
        assertThat(list).isEqualTo(newest);
    }

    private void standBehind(ThreadId need, int many) {
        for (int i = 0; i < many; i++) {
            Asker person = town.person(MEMBER);
            MemberId association = town.association("Association " + i);
            town.mandate(person, association, PRIMARY);
            needs.support(person, need, null);
            needs.support(person, need, association);
        }
    }

    private NeedCard card(Asker reader) {
        return requireNonNull(head(reader, number(thread)).need());
    }

    private ThreadHead head(Asker reader, long number) {
        return threads.head(reader, number).orElseThrow();
    }

    private ThreadRow row(Asker reader) {
        return threads.needs(reader, publicSpace, null, 50).rows().stream()
                .filter(row -> row.id().equals(thread))
                .findFirst()
                .orElseThrow();
    }

    /** What the trail says of the thread, the newest first. */
    private List<String> acts() {
        return trail.about(new AuditSubject("discussions.thread", thread.value()), 20).stream()
                .map(AuditedAct::act)
                .toList();
    }

    private static NeedFacts other() {
        return new NeedFacts(
                "Everybody who fires clay", Language.EN, null, "Sofia and around", new Since(2019, null), null);
    }

    private static int statements(Runnable act) {
        return SqlCounter.during(act).size();
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(act);
    }

    private static void refused(@Nullable String field, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
