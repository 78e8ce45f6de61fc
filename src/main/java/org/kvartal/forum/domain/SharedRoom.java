package org.kvartal.forum.domain;

import java.time.Duration;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.RoomFeed;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
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

    private final Live live;
    private final SnapshotReads reads;
    private final Permissions permissions;
    private final ForumClock clock;
    private final TransactionTemplate reading;
    private final ScheduledThreadPoolExecutor readers = new ScheduledThreadPoolExecutor(
            READERS, Thread.ofPlatform().daemon().name("room-feed-", 0).factory());
    private final Map<SessionId, Channel> channels = new ConcurrentHashMap<>();
    private volatile boolean running = true;

    SharedRoom(
            Live live,
            SnapshotReads reads,
            Permissions permissions,
            ForumClock clock,
            PlatformTransactionManager transactions) {
        this.live = live;
        this.reads = reads;
        this.permissions = permissions;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        readers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Optional<RoomPage> page(Asker asker, String code) {
        return Optional.ofNullable(reading.execute(_ -> reads.find(code)
                .flatMap(reads::of)
                .flatMap(room -> {
                    boolean facilitates = permissions.has(
                            asker,
                            ForumRights.FACILITATE,
                            ForumRights.in(room.session().series()));
                    return facilitates || permissions.has(asker, ForumRights.READ, Scope.PLATFORM)
                            ? Optional.of(room.as(asker.person().orElse(null), facilitates, clock.now()))
                            : Optional.empty();
                })
                .orElse(null)));
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
        // What came between the page's reading and this moment.
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
     */
    private record News(RoomSnapshot room, Set<PersonId> readers, Set<PersonId> facilitators) {}

    private final class Channel {

        private final SessionId session;
        private final List<Watching> watchings = new CopyOnWriteArrayList<>();
        private final AtomicInteger wanted = new AtomicInteger();
        private final Listening room;
        private final Listening agenda;

        Channel(SessionId session) {
            this.session = session;
            this.room = live.onChange(ForumTopics.room(session), this::wake);
            this.agenda = live.onChange(ForumTopics.of(session), this::wake);
        }

        void close() {
            room.close();
            agenda.close();
        }

        void wake() {
            if (wanted.getAndIncrement() == 0 && running) {
                readers.execute(this::round);
            }
        }

        private void round() {
            int asked = wanted.get();
            Duration pause = Duration.ZERO;
            try {
                hand();
            } catch (RuntimeException unavailable) {
                if (running) {
                    log.warn("The room of {} could not be read, trying again: {}", session, unavailable.toString());
                }
                pause = RETRY;
                asked--;
            }
            if (wanted.addAndGet(-asked) > 0 && running) {
                var _ = readers.schedule(this::round, pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void hand() {
            List<Watching> present = List.copyOf(watchings);
            Set<PersonId> persons = new HashSet<>();
            present.forEach(watching -> persons.add(watching.person));
            News news = persons.isEmpty() ? null : reading.execute(_ -> read(persons));
            if (news == null) {
                return;
            }
            Map<PersonId, RoomPage> pages = new HashMap<>();
            for (Watching watching : present) {
                boolean facilitates = news.facilitators().contains(watching.person);
                if (!facilitates && !news.readers().contains(watching.person)) {
                    continue;
                }
                RoomPage page = pages.computeIfAbsent(
                        watching.person, person -> news.room().as(person, facilitates, clock.now()));
                try {
                    watching.show.accept(page);
                } catch (RuntimeException broken) {
                    // One page that fails must not keep the news from the others.
                    log.debug("A watcher failed", broken);
                }
            }
        }

        private @Nullable News read(Set<PersonId> persons) {
            RoomSnapshot snapshot = reads.of(session).orElse(null);
            if (snapshot == null) {
                return null;
            }
            SeriesId series = snapshot.session().series();
            return new News(
                    snapshot,
                    permissions.among(persons, ForumRights.READ, Scope.PLATFORM),
                    permissions.among(persons, ForumRights.FACILITATE, ForumRights.in(series)));
        }
    }
}
