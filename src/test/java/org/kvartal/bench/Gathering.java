package org.kvartal.bench;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.Majority;
import org.kvartal.forum.Presence;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.stereotype.Component;

/** Sets up a session that runs, with people who can sign in and come to it. */
@Component
final class Gathering {

    private static final Asker HOUSE = Asker.house("bench");
    private static final ZoneId ZONE = ZoneId.of("Europe/Sofia");
    private static final int HASHERS = 4;

    private final Arrivals arrivals;
    private final Grants grants;
    private final Admissions admissions;
    private final Mandates mandates;
    private final Convening convening;
    private final Agenda agenda;
    private final Room room;
    private final Presence presence;
    private final Ballots ballots;
    private final Clock clock;

    Gathering(
            Arrivals arrivals,
            Grants grants,
            Admissions admissions,
            Mandates mandates,
            Convening convening,
            Agenda agenda,
            Room room,
            Presence presence,
            Ballots ballots,
            Clock clock) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.admissions = admissions;
        this.mandates = mandates;
        this.convening = convening;
        this.agenda = agenda;
        this.room = room;
        this.presence = presence;
        this.ballots = ballots;
        this.clock = clock;
    }

    /**
     * @param people who can sign in as {@link Filling#email(int)} from 1 on; 0 is the facilitator
     * @param associations each with two delegates, the first of the people
     * @param items on the agenda
     */
    record Order(int people, int associations, int items) {}

    /** @param people in the order of their addresses, the facilitator first */
    record Gathered(SessionId session, String code, List<PersonId> people, List<ItemId> items) {

        PersonId facilitator() {
            return people.getFirst();
        }
    }

    /** Who does something at the desk. */
    record Desk(PersonId facilitator, SessionId session, ItemId item) {}

    Gathered gather(Order order) throws InterruptedException, ExecutionException {
        List<PersonId> people = people(order.people + 1);
        PersonId facilitator = people.getFirst();
        grants.give(
                HOUSE,
                new Grant(
                        facilitator,
                        Role.FACILITATOR,
                        Scope.PLATFORM,
                        clock.instant().minusSeconds(60),
                        null));
        for (int number = 0; number < order.associations; number++) {
            MemberId association = admissions.admit(
                    HOUSE,
                    NewMember.of(
                            MemberId.next(),
                            MemberKind.ASSOCIATION,
                            LocalizedText.of(Language.EN, "Association " + (number + 1)),
                            null));
            for (int delegate = 1; delegate <= 2; delegate++) {
                PersonId person = people.get(2 * number + delegate);
                mandates.give(
                        HOUSE,
                        new GivenMandate(
                                MandateId.next(), association, person, RepresentationKind.DELEGATE, null, null));
            }
        }
        return begin(Asker.of(facilitator), order, people);
    }

    private Gathered begin(Asker facilitator, Order order, List<PersonId> people) {
        SessionId session = SessionId.next();
        LocalDateTime soon = LocalDateTime.ofInstant(clock.instant(), ZONE)
                .plusHours(1)
                .withSecond(0)
                .withNano(0);
        String code = convening.plan(
                facilitator,
                new NewSession(
                        session,
                        LocalizedText.of(Language.EN, "The crowded session"),
                        soon,
                        ZONE,
                        180,
                        new Venue("Letterpress hall", null, ""),
                        null));
        List<ItemId> items = new ArrayList<>();
        var desk = agenda.desk(facilitator, code).orElseThrow();
        SectionId section = desk.parts().getLast().id();
        long seen = desk.agendaVersion();
        for (int number = 1; number <= order.items; number++) {
            ItemId item = ItemId.next();
            NewItem wish = new NewItem(
                    item,
                    null,
                    session,
                    "Matter " + number,
                    Language.EN,
                    "Two offices ask for the same in **different** words.",
                    ItemKind.DISCUSS,
                    5,
                    "A decision.",
                    null,
                    null);
            seen = agenda.add(facilitator, session, seen, section, new AddedItem(wish, ItemVisibility.COMMON, null));
            items.add(item);
        }
        convening.open(
                facilitator,
                session,
                agenda.desk(facilitator, code).orElseThrow().session().version(),
                false);
        room.start(
                facilitator,
                session,
                agenda.desk(facilitator, code).orElseThrow().session().version());
        if (order.associations > 0) {
            room.quorum(facilitator, session, new QuorumRule(QuorumRule.Kind.NUMBER, order.associations), false);
        }
        room.take(facilitator, session, null, items.getFirst());
        return new Gathered(session, code, people, items);
    }

    private List<PersonId> people(int count) throws InterruptedException, ExecutionException {
        List<PersonId> people = new ArrayList<>();
        List<Future<?>> coming = new ArrayList<>();
        try (var workers = Executors.newFixedThreadPool(HASHERS)) {
            for (int number = 0; number < count; number++) {
                PersonId person = PersonId.next();
                SignIn signIn = new SignIn(Filling.email(number), Filling.PASSWORD);
                Newcomer newcomer = new Newcomer(person, "Participant " + number, Language.EN, ZONE, signIn);
                people.add(person);
                coming.add(workers.submit(() -> {
                    arrivals.bring(HOUSE, newcomer);
                    grants.give(
                            HOUSE,
                            new Grant(
                                    person,
                                    Role.MEMBER,
                                    Scope.PLATFORM,
                                    clock.instant().minusSeconds(60),
                                    null));
                }));
            }
            for (Future<?> each : coming) {
                each.get();
            }
        }
        return people;
    }

    /** @param path below {@code /app/} */
    record Picture(String path) {}

    /** What the picture on the wall leads to now. */
    Picture picture(Desk desk) {
        String path = presence.codes(Asker.of(desk.facilitator), desk.session).path();
        return new Picture(path.substring("/app/".length()));
    }

    BallotId ask(Desk desk) {
        BallotId ballot = BallotId.next();
        ballots.open(
                Asker.of(desk.facilitator),
                new NewBallot(
                        ballot,
                        Objects.requireNonNull(desk.item),
                        "Shall we?",
                        Language.EN,
                        Majority.ABSOLUTE,
                        Ballots.Voters.PEOPLE,
                        Ballots.Base.PRESENT,
                        true));
        return ballot;
    }

    /** @param by who closes it */
    record Closing(PersonId by, BallotId ballot) {}

    Ballots.Result close(Closing closing) {
        return ballots.close(Asker.of(closing.by), closing.ballot);
    }
}
