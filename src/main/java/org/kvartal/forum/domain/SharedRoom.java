package org.kvartal.forum.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.RoomFeed;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.membership.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One channel per room that anybody on this node looks at: it reads each change once, asks once who of its watchers may see it, and hands each what is theirs. However
 * much happens while it reads, one more reading gives it.
 *
 * @see "Decision record 0107, the room is run from the database"
 */
@Component
class SharedRoom implements RoomFeed, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SharedRoom.class);
    private static final int READERS = 2;
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Live live;
    private final SnapshotReads reads;
    private final SharedLookBack back;
    private final Permissions permissions;
    private final Members members;
    private final HouseClock clock;
    private final TransactionTemplate reading;
    private final ReadTogether<String, PersonId, Optional<News>> asked = new ReadTogether<>(this::asked);
    private final ScheduledThreadPoolExecutor readers = new ScheduledThreadPoolExecutor(
            READERS, Thread.ofPlatform().daemon().name("room-feed-", 0).factory());
    private final Map<SessionId, Channel> channels = new ConcurrentHashMap<>();
    private volatile boolean running = true;

    SharedRoom(
            Live live,
            SnapshotReads reads,
            SharedLookBack back,
            Permissions permissions,
            Members members,
            HouseClock clock,
            PlatformTransactionManager transactions) {
        this.live = live;
        this.reads = reads;
        this.back = back;
        this.permissions = permissions;
        this.members = members;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        readers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Optional<RoomPage> page(Asker asker, String code) {
        return asker.person()
                .flatMap(person -> asked.read(code, person).flatMap(news -> news.page(person, clock.now())));
    }

    /** What a room is for these people, who have asked for it in the same moment. */
    private Optional<News> asked(String code, Set<PersonId> persons) {
        return Optional.ofNullable(reading.execute(
                _ -> reads.find(code).map(id -> read(id, persons)).orElse(null)));
    }

    @Override
    public Optional<LookBack> lookBack(Asker asker, SessionId session, Language language) {
        return back.of(asker, session, language);
    }

    @Override
    public Listening watch(Asker asker, SessionId session, Consumer<RoomPage> show) {
        Optional<PersonId> person = asker.person();
        if (person.isEmpty()) {
            return () -> {};
        }
        Watching watching = new Watching(person.get(), show);
        Channel channel = channels.compute(session, (id, known) -> {
            Channel open = known == null ? new Channel(id) : known;
            open.watchings.add(watching);
            return open;
        });
        // What came between the page's reading and this moment: for that page alone, or each that opens would move all
        // others.
        channel.wake();
        return () -> channels.computeIfPresent(session, (_, open) -> {
            if (open == channel && open.watchings.remove(watching) && open.watchings.isEmpty()) {
                open.close();
                return null;
            }
            return open;
        });
    }

    /** Whoever watches is gone before the pool is. */
    @Override
    public void destroy() {
        running = false;
        readers.shutdownNow();
    }

    /** An own object per page: somebody may have several. */
    private static final class Watching {

        private final PersonId person;
        private final Consumer<RoomPage> show;
        /** Nothing was handed to it yet. */
        private volatile boolean fresh = true;

        Watching(PersonId person, Consumer<RoomPage> show) {
            this.person = person;
            this.show = show;
        }
    }

    /**
     * What is handed over, and to whom.
     *
     * @param readers who of the watching people may see the room
     * @param facilitators who of them facilitates it
     * @param partners who of them belongs to the house through partners alone, while people vote
     */
    private record News(RoomSnapshot room, Set<PersonId> readers, Set<PersonId> facilitators, Set<PersonId> partners) {

        Optional<RoomPage> page(PersonId person, Instant now) {
            boolean facilitates = facilitators.contains(person);
            return facilitates || readers.contains(person)
                    ? Optional.of(room.as(person, facilitates, !partners.contains(person), now))
                    : Optional.empty();
        }
    }

    private @Nullable News read(SessionId session, Set<PersonId> persons) {
        RoomSnapshot snapshot = reads.of(session).orElse(null);
        if (snapshot == null) {
            return null;
        }
        SeriesId series = snapshot.session().series();
        return new News(
                snapshot,
                permissions.among(persons, ForumRights.READ, Scope.PLATFORM),
                permissions.among(persons, ForumRights.FACILITATE, ForumRights.in(series)),
                peopleVote(snapshot.ballot()) ? members.partnersOnly(persons) : Set.of());
    }

    private static boolean peopleVote(@Nullable BallotLine ballot) {
        return ballot != null && ballot.state() == State.OPEN && ballot.voters() == Voters.PEOPLE;
    }

    private final class Channel {

        private final SessionId session;
        private final List<Watching> watchings = new CopyOnWriteArrayList<>();
        private final AtomicInteger wanted = new AtomicInteger();
        /** Whether the room has changed, and not only somebody opened a page. */
        private final AtomicBoolean changed = new AtomicBoolean();

        private final Listening room;
        private final Listening agenda;

        Channel(SessionId session) {
            this.session = session;
            this.room = live.onChange(ForumTopics.room(session), this::change);
            this.agenda = live.onChange(ForumTopics.of(session), this::change);
        }

        void close() {
            room.close();
            agenda.close();
        }

        private void change() {
            changed.set(true);
            wake();
        }

        void wake() {
            if (wanted.getAndIncrement() == 0 && running) {
                readers.execute(this::round);
            }
        }

        private void round() {
            int asked = wanted.get();
            Duration pause = Duration.ZERO;
            long began = System.nanoTime();
            boolean everybody = changed.getAndSet(false);
            try {
                hand(everybody);
                // A room where much happens leaves half of the time to those who press.
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                pause = took.compareTo(LONGEST_PAUSE) < 0 ? took : LONGEST_PAUSE;
            } catch (RuntimeException unavailable) {
                if (running) {
                    log.warn("The room of {} could not be read, trying again: {}", session, unavailable.toString());
                }
                pause = RETRY;
                asked--;
                changed.compareAndSet(false, everybody);
            }
            if (wanted.addAndGet(-asked) > 0 && running) {
                var _ = readers.schedule(this::round, pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void hand(boolean everybody) {
            List<Watching> present = watchings.stream()
                    .filter(watching -> everybody || watching.fresh)
                    .toList();
            Set<PersonId> persons = new HashSet<>();
            present.forEach(watching -> persons.add(watching.person));
            News news = persons.isEmpty() ? null : reading.execute(_ -> read(session, persons));
            if (news == null) {
                return;
            }
            Map<PersonId, Optional<RoomPage>> pages = new HashMap<>();
            for (Watching watching : present) {
                watching.fresh = false;
                Optional<RoomPage> page =
                        pages.computeIfAbsent(watching.person, person -> news.page(person, clock.now()));
                try {
                    page.ifPresent(watching.show);
                } catch (RuntimeException broken) {
                    // One page that fails must not keep the news from the others.
                    log.debug("A watcher failed", broken);
                }
            }
        }
    }
}
