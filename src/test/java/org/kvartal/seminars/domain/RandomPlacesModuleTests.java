package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.Registrations.RegistrationLine;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.WaitReason;
import org.kvartal.seminars.domain.PlacesModel.Entry;
import org.kvartal.seminars.domain.PlacesModel.Reserved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Random sequences of everything that changes who has a seat, against {@link PlacesModel}: after each command the house says of everybody what the model foretold, and the laws
 * hold. A sequence that breaks is made as short as it can be, and told with its seed. {@code -Dkvartal.test.seeds=500} tries more of them.
 */
@TestPropertySource(properties = "kvartal.test.database=crowded")
class RandomPlacesModuleTests extends SeminarHouse {

    private static final List<RegistrationMode> MODES = List.of(RegistrationMode.values());
    private static final int MOVES = 70;
    private static final int SEATS = 2;
    private static final int OFFER_HOURS = 6;
    private static final int DAYS_AHEAD = 4;
    private static final int PERSONS = 10;
    private static final int GUESTS = 4;
    private static final int ASSOCIATIONS = 3;

    @Autowired
    RegistrationReads reads;

    @Autowired
    Scheduler scheduler;

    private final List<Asker> persons = new ArrayList<>();
    private final List<MemberId> associations = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("kvartal.test.seeds", 16));
    }

    /** Jobs run when the sequence says so, and never in between. */
    @BeforeEach
    void theJobsRest() {
        scheduler.pause();
        await().atMost(PATIENCE).until(() -> scheduler.getCurrentlyExecuting().isEmpty());
        for (int i = 0; i < PERSONS; i++) {
            persons.add(person("Person " + i));
        }
        for (int i = 0; i < ASSOCIATIONS; i++) {
            associations.add(association("Association " + i, persons.get(i)).id());
        }
    }

    @AfterEach
    void theJobsGoOn() {
        scheduler.resume();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoHasASeatIsWhatTheRulesForetell(long seed) {
        RegistrationMode mode = MODES.get((int) (seed % MODES.size()));
        List<Move> moves = moves(new Random(seed));
        Optional<String> broken = played(mode, moves);
        if (broken.isPresent()) {
            List<Move> few = shortened(mode, moves);
            throw new AssertionError("seed %d, %s: %s%nThe fewest moves that break:%n%s%nand then: %s"
                    .formatted(
                            seed,
                            mode,
                            broken.get(),
                            few.stream().map(Object::toString).collect(Collectors.joining(System.lineSeparator())),
                            played(mode, few).orElse("nothing broke this time")));
        }
    }

    /**
     * What somebody does. People are numbers: persons first, of whom the first few represent an association each, then guests without an account. Where something can be done to a few
     * alone the number is mostly one among them.
     */
    private sealed interface Move {

        record Register(int person, @Nullable Integer association) implements Move {}

        record Enter(int guest, @Nullable Integer association, boolean team) implements Move {}

        record Confirm(int guest) implements Move {}

        record GiveUp(int who) implements Move {}

        record Take(int who) implements Move {}

        record Approve(int who) implements Move {}

        record Decline(int who) implements Move {}

        record Prefer(int who, int priority) implements Move {}

        record Capacity(int seats) implements Move {}

        record Quota(@Nullable Integer most) implements Move {}

        record Reserve(Map<Integer, Wish> groups) implements Move {}

        record Wish(
                Set<Integer> associations,
                int seats,
                @Nullable Integer hours) {}

        record Hours(int hours) implements Move {}

        record Jobs() implements Move {}

        record Close() implements Move {}

        record Cancel() implements Move {}
    }

    private static List<Move> moves(Random random) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < MOVES; i++) {
            // What is given up early leaves nothing to try.
            boolean late = i > MOVES * 2 / 3;
            moves.add(late && random.nextInt(30) == 0 ? new Move.Cancel() : move(random));
        }
        return moves;
    }

    private static Move move(Random random) {
        int who = random.nextInt(PERSONS + GUESTS);
        int guest = PERSONS + random.nextInt(GUESTS);
        int association = random.nextInt(ASSOCIATIONS);
        int which = random.nextInt(100);
        if (which < 22) {
            return random.nextInt(3) > 0
                    ? new Move.Register(random.nextInt(PERSONS), random.nextInt(4) == 0 ? association : null)
                    : new Move.Register(association, association);
        } else if (which < 30) {
            return random.nextInt(3) == 0
                    ? new Move.Enter(guest, random.nextBoolean() ? association : null, true)
                    : new Move.Enter(guest, association, false);
        } else if (which < 37) {
            return new Move.Confirm(guest);
        } else if (which < 47) {
            return new Move.GiveUp(who);
        } else if (which < 57) {
            return new Move.Take(who);
        } else if (which < 65) {
            return new Move.Approve(who);
        } else if (which < 67) {
            return new Move.Decline(who);
        } else if (which < 70) {
            return new Move.Prefer(who, random.nextInt(3) - 1);
        } else if (which < 75) {
            return new Move.Capacity(1 + random.nextInt(4));
        } else if (which < 79) {
            return new Move.Quota(random.nextInt(3) == 0 ? null : Integer.valueOf(1 + random.nextInt(3)));
        } else if (which < 84) {
            Map<Integer, Move.Wish> groups = new TreeMap<>();
            for (int id = random.nextInt(2); id < random.nextInt(4); id++) {
                groups.put(
                        id,
                        new Move.Wish(
                                random.nextInt(3) == 0
                                        ? Set.of(association, (association + 1) % ASSOCIATIONS)
                                        : Set.of(random.nextInt(ASSOCIATIONS)),
                                1 + random.nextInt(2),
                                random.nextBoolean() ? null : Integer.valueOf(random.nextInt(12))));
            }
            return new Move.Reserve(groups);
        } else if (which < 91) {
            return new Move.Hours(1 + random.nextInt(7));
        } else if (which < 99) {
            return new Move.Jobs();
        }
        return new Move.Close();
    }

    /** Takes out as many moves as it can while something still breaks: first halves, at last single ones. */
    private List<Move> shortened(RegistrationMode mode, List<Move> moves) {
        List<Move> kept = moves;
        for (int size = moves.size() / 2; size > 0; size /= 2) {
            for (int from = 0; from + size <= kept.size(); ) {
                List<Move> fewer = new ArrayList<>(kept);
                fewer.subList(from, from + size).clear();
                if (played(mode, fewer).isPresent()) {
                    kept = fewer;
                } else {
                    from += size;
                }
            }
        }
        return kept;
    }

    /** Plays it in a seminar of its own; what was otherwise than foretold, empty if nothing was. */
    private Optional<String> played(RegistrationMode mode, List<Move> moves) {
        Play play = new Play(mode);
        for (int i = 0; i < moves.size(); i++) {
            Optional<String> otherwise = play.after(moves.get(i));
            if (otherwise.isPresent()) {
                return Optional.of("move %d, %s: %s".formatted(i + 1, moves.get(i), otherwise.get()));
            }
        }
        return Optional.empty();
    }

    /** One seminar and its model. */
    private final class Play {

        private final SeminarId id = SeminarId.next();
        private final SeatLaws laws = new SeatLaws(jdbc);
        private final Map<Integer, GroupId> groups = new HashMap<>();
        private final IdentityHashMap<Entry, RegistrationId> registered = new IdentityHashMap<>();
        private final IdentityHashMap<Entry, String> links = new IdentityHashMap<>();
        private final PlacesModel model;

        /** It begins half past a full hour from now on, so that no hour that passes ends on the very moment. */
        Play(RegistrationMode mode) {
            ZonedDateTime now = clock.instant().atZone(SOFIA);
            ZonedDateTime morning = now.toLocalDate().plusDays(1).atTime(9, 30).atZone(SOFIA);
            clock.turn(Duration.between(now, morning));
            desk.begin(
                    lead,
                    new NewSeminar(
                            id,
                            en("Bookkeeping for studios"),
                            today().plusDays(DAYS_AHEAD),
                            LocalTime.of(10, 0),
                            LocalTime.of(16, 0),
                            SOFIA,
                            "Letterpress hall",
                            SEATS,
                            null));
            change(id, wishes -> wishes.mode(mode).offerHours(OFFER_HOURS));
            desk.publish(lead, id, version(id));
            desk.openRegistration(lead, id, version(id));
            Instant starts = card(id).starts().atZone(SOFIA).toInstant();
            model = new PlacesModel(mode, SEATS, OFFER_HOURS, starts, clock.instant());
        }

        Optional<String> after(Move move) {
            try {
                model.itIs(clock.instant());
                does(move);
                agrees();
                return Optional.empty();
            } catch (AssertionError otherwise) {
                return Optional.of(String.valueOf(otherwise.getMessage()).strip());
            }
        }

        private void does(Move move) {
            switch (move) {
                case Move.Register(int person, Integer association) -> {
                    RegistrationId registration = RegistrationId.next();
                    boolean foretold =
                            model.register(person, association, association != null && association == person);
                    let(
                            foretold,
                            () -> registrations.register(
                                    persons.get(person),
                                    new NewRegistration(registration, id, member(association), Map.of())));
                    isKnown(foretold, person, registration);
                }
                case Move.Enter(int guest, Integer association, boolean team) -> {
                    RegistrationId registration = RegistrationId.next();
                    boolean foretold = model.colleague(guest, association, team);
                    let(
                            foretold,
                            () -> registrations.registerColleague(
                                    team ? lead : persons.get(Objects.requireNonNull(association)),
                                    new Colleague(
                                            registration,
                                            id,
                                            "Guest " + guest,
                                            mail(guest),
                                            Language.EN,
                                            member(association))));
                    isKnown(foretold, guest, registration);
                    if (foretold) {
                        links.put(entry(guest), token(mail(guest)));
                    }
                }
                case Move.Confirm(int guest) ->
                    of(guest)
                            .ifPresent(
                                    one -> let(model.confirm(one), () -> registrations.confirm(link(one), Map.of())));
                case Move.GiveUp(int who) ->
                    of(who).ifPresent(one -> let(model.withdraw(one), () -> {
                        if (isGuest(who)) {
                            var _ = registrations.withdraw(link(one));
                        } else {
                            registrations.withdraw(persons.get(who), registered(one));
                        }
                    }));
                case Move.Take(int who) ->
                    of(who).ifPresent(one -> let(model.accept(one), () -> {
                        if (isGuest(one.who)) {
                            var _ = registrations.accept(link(one));
                        } else {
                            registrations.accept(persons.get(one.who), registered(one));
                        }
                    }));
                case Move.Approve(int who) ->
                    of(who).ifPresent(
                                    one -> let(model.approve(one), () -> registrations.approve(lead, registered(one))));
                case Move.Decline(int who) ->
                    of(who).ifPresent(one -> let(
                            model.decline(one),
                            () -> registrations.decline(lead, registered(one), "It is for beginners.")));
                case Move.Prefer(int who, int priority) ->
                    of(who).ifPresent(one -> let(
                            model.prefer(one, priority),
                            () -> registrations.prefer(
                                    lead, registered(one), priority, "She teaches the next course.")));
                case Move.Capacity(int seats) ->
                    let(model.capacity(seats), () -> change(id, wishes -> wishes.capacity(seats)));
                case Move.Quota(Integer most) ->
                    let(model.quota(most), () -> change(id, wishes -> wishes.perAssociation(most)));
                case Move.Reserve(Map<Integer, Move.Wish> wished) -> reserve(wished);
                case Move.Hours(int hours) -> {
                    clock.turn(Duration.ofHours(hours));
                    model.itIs(clock.instant());
                }
                case Move.Jobs() -> {
                    model.jobs();
                    times.passOn();
                    times.goOn();
                }
                case Move.Close() -> let(model.close(), () -> desk.closeRegistration(lead, id, version(id)));
                case Move.Cancel() -> let(model.cancel(), () -> desk.cancel(lead, id, version(id), "No heating."));
            }
        }

        private void reserve(Map<Integer, Move.Wish> wished) {
            Map<Integer, Reserved> foretold = new TreeMap<>();
            List<Group> typed = new ArrayList<>();
            wished.forEach((number, wish) -> {
                Instant until = wish.hours() == null ? null : clock.instant().plus(Duration.ofHours(wish.hours()));
                foretold.put(number, new Reserved(wish.associations(), wish.seats(), until));
                typed.add(new Group(
                        groups.computeIfAbsent(number, _ -> GroupId.next()),
                        "Group " + number,
                        wish.associations().stream().map(associations::get).collect(Collectors.toSet()),
                        Set.of(),
                        wish.seats(),
                        until));
            });
            model.itIs(clock.instant());
            let(model.reserve(foretold), () -> desk.reserve(lead, id, version(id), typed));
        }

        /** Whether the rules let somebody is foretold, too. */
        private void let(boolean foretold, Runnable act) {
            boolean let = true;
            String why = "";
            try {
                act.run();
            } catch (Refused | Forbidden | NotFound notLet) {
                let = false;
                why = String.valueOf(notLet.getMessage());
            }
            assertThat(let).as("whether it is let %s", why).isEqualTo(foretold);
        }

        private void isKnown(boolean let, int who, RegistrationId registration) {
            if (let) {
                registered.put(entry(who), registration);
            }
        }

        private void agrees() {
            assertThat(laws.isWithin(id)).as("within what there is").isTrue();
            laws.nobodyHasTwo(id);
            SeminarCard card = card(id);
            assertThat(card.state()).as("the seminar").isEqualTo(model.state());
            assertThat(card.free()).as("free seats").isEqualTo(model.free());
            List<Entry> waiting = model.waiting();
            assertThat(card.waiting()).as("how many wait").isEqualTo(waiting.size());
            Map<RegistrationId, RegistrationLine> lines =
                    registrations.list(lead, id, Set.of(), null, 500).lines().stream()
                            .collect(Collectors.toMap(RegistrationLine::id, line -> line));
            assertThat(lines).as("registrations").hasSameSizeAs(registered.keySet());
            registered.forEach((entry, registration) ->
                    agrees(entry, Objects.requireNonNull(lines.get(registration)), waiting.indexOf(entry) + 1));
        }

        private void agrees(Entry entry, RegistrationLine line, int position) {
            String whose = "%s %d".formatted(isGuest(entry.who) ? "guest" : "person", entry.who);
            assertThat(line.state()).as(whose).isEqualTo(entry.state);
            assertThat(line.priority()).as("priority of %s", whose).isEqualTo(entry.priority);
            if (entry.state.live()) {
                assertThat(line.group())
                        .as("group of %s", whose)
                        .isEqualTo(entry.group == null ? null : "Group " + entry.group);
            }
            if (entry.state == RegistrationState.OFFERED) {
                assertThat(Duration.between(Objects.requireNonNull(entry.until), line.offerUntil()))
                        .as("how long the offer to %s lasts", whose)
                        .isBetween(Duration.ofMinutes(-1), Duration.ofMinutes(1));
            }
            if (entry.state == RegistrationState.WAITLISTED) {
                Place place = reads.place(line.id()).orElseThrow();
                assertThat(place.position()).as("%s in the queue", whose).isEqualTo(position);
                assertThat(place.why())
                        .as("why %s waits", whose)
                        .isEqualTo(
                                model.quotaReached(entry.association) ? WaitReason.ASSOCIATION_QUOTA : WaitReason.FULL);
            }
        }

        private Optional<Entry> of(int who) {
            return Optional.ofNullable(model.of(who));
        }

        private Entry entry(int who) {
            return of(who).orElseThrow();
        }

        private RegistrationId registered(Entry entry) {
            return Objects.requireNonNull(registered.get(entry));
        }

        private String link(Entry entry) {
            return Objects.requireNonNull(links.get(entry));
        }

        private String mail(int guest) {
            return "guest-" + guest + "-" + id + "@example.org";
        }

        private boolean isGuest(int who) {
            return who >= PERSONS;
        }

        private @Nullable MemberId member(@Nullable Integer association) {
            return association == null ? null : associations.get(association);
        }
    }
}
