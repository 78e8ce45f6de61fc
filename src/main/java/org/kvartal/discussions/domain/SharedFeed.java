package org.kvartal.discussions.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.ThreadFeed;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.discussions.domain.PostReads.Line;
import org.kvartal.discussions.domain.PostReads.Stretch;
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
 * One {@link Channel} per thread that anybody on this node looks at: it reads each change once, asks once who of its watchers may still see
 * it, and hands it to them.
 *
 * @see "Decision record 0070, one read per thread and node"
 */
@Component
class SharedFeed implements ThreadFeed, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SharedFeed.class);

    /** A thread has at most one round waiting, so the queue is no longer than the list of threads that are open. */
    private static final int READERS = 4;

    private static final int POSTS_PER_READ = 100;
    private static final Duration NEWEST_EVERY = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Live live;
    private final PostReads reads;
    private final NeedReads needs;
    private final Audience audience;
    private final People people;
    private final TransactionTemplate reading;

    private final ScheduledThreadPoolExecutor readers = new ScheduledThreadPoolExecutor(
            READERS, Thread.ofPlatform().daemon().name("thread-feed-", 0).factory());
    private final Map<ThreadId, Channel> channels = new ConcurrentHashMap<>();
    private final Newest newest = new Newest();
    private final Cache<PersonId, PersonCard> writers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();
    private volatile boolean running = true;

    SharedFeed(
            Live live,
            PostReads reads,
            NeedReads needs,
            Audience audience,
            People people,
            PlatformTransactionManager transactions) {
        this.live = live;
        this.reads = reads;
        this.needs = needs;
        this.audience = audience;
        this.people = people;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        readers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Listening watch(Asker asker, ThreadId thread, long revision, Watcher watcher) {
        Watching watching = new Watching(asker, watcher, revision);
        Channel channel = channels.compute(thread, (id, known) -> {
            Channel open = known == null ? new Channel(id) : known;
            open.watchings.add(watching);
            return open;
        });
        // What came between the page's reading and this moment.
        channel.wake();
        return () -> leave(channel, watching);
    }

    private void leave(Channel channel, Watching watching) {
        watching.ended = true;
        channels.computeIfPresent(channel.thread, (_, open) -> {
            if (open == channel && open.watchings.remove(watching) && open.watchings.isEmpty()) {
                open.close();
                return null;
            }
            return open;
        });
    }

    @Override
    public Listening onNewest(Runnable again) {
        return newest.add(again);
    }

    /** What watches is gone before the pool is. */
    @Override
    public void destroy() {
        running = false;
        readers.shutdownNow();
    }

    private static void call(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException broken) {
            // One page that fails must not keep the news from the others.
            log.debug("A watcher failed", broken);
        }
    }

    /** A page that watches; {@code seen} is touched by its channel's rounds alone, one at a time. */
    private static final class Watching {

        private final @Nullable PersonId person;
        private final Asker asker;
        private final Watcher watcher;
        private volatile long seen;
        private volatile boolean ended;

        Watching(Asker asker, Watcher watcher, long seen) {
            this.asker = asker;
            this.person = asker.person().orElse(null);
            this.watcher = watcher;
            this.seen = seen;
        }
    }

    private final class Channel {

        private final ThreadId thread;
        private final List<Watching> watchings = new CopyOnWriteArrayList<>();
        private final AtomicInteger wanted = new AtomicInteger();
        private final Listening changes;
        private final Listening whispers;

        Channel(ThreadId thread) {
            this.thread = thread;
            this.changes = live.onChange(LiveTopics.of(thread), this::wake);
            this.whispers = live.onWhisper(LiveTopics.of(thread), this::heard);
        }

        void close() {
            changes.close();
            whispers.close();
        }

        /** However much is wanted while a round runs, one more round gives it. */
        void wake() {
            if (wanted.getAndIncrement() == 0 && running) {
                readers.execute(this::round);
            }
        }

        private void round() {
            int asked = wanted.get();
            Duration pause = Duration.ZERO;
            try {
                while (!watchings.isEmpty() && step()) {
                    // The next stretch.
                }
            } catch (RuntimeException unavailable) {
                if (running) {
                    log.warn("News of thread {} could not be read, trying again: {}", thread, unavailable.toString());
                }
                pause = RETRY;
                asked--;
            }
            if (wanted.addAndGet(-asked) > 0 && running) {
                var _ = readers.schedule(this::round, pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /** @return whether there is more to read */
        private boolean step() {
            List<Watching> present = List.copyOf(watchings);
            long from =
                    present.stream().mapToLong(watching -> watching.seen).min().orElse(0);
            News news = reading.execute(_ -> read(from, persons(present)));
            if (news == null) {
                present.forEach(this::lose);
                return false;
            }
            news.handTo(present, this::lose);
            return news.stretch.lines().size() == POSTS_PER_READ;
        }

        private static Set<PersonId> persons(Collection<Watching> watchings) {
            Set<PersonId> persons = new HashSet<>();
            for (Watching watching : watchings) {
                if (watching.person != null) {
                    persons.add(watching.person);
                }
            }
            return persons;
        }

        private @Nullable News read(long from, Set<PersonId> persons) {
            Stretch stretch = reads.since(thread, from, POSTS_PER_READ, persons).orElse(null);
            if (stretch == null) {
                return null;
            }
            Set<PersonId> allowed = audience.readers(persons, stretch.visibility());
            Set<PersonId> moderators =
                    stretch.lines().isEmpty() ? Set.of() : audience.moderators(allowed, stretch.space());
            NeedNews need = stretch.needRevision() > from
                    ? new NeedNews(needs.shared(thread), needs.backers(thread, allowed))
                    : null;
            return new News(stretch, allowed, moderators, need);
        }

        private void lose(Watching watching) {
            if (!watching.ended) {
                leave(this, watching);
                call(watching.watcher::lost);
            }
        }

        private void heard(String word) {
            PersonId writer;
            try {
                writer = PersonId.of(word);
            } catch (IllegalArgumentException notAPerson) {
                return;
            }
            readers.execute(() -> call(() -> face(writer).ifPresent(card -> say(writer, card))));
        }

        /** Who writes is as little for everybody as what is written. */
        private void say(PersonId writer, PersonCard card) {
            List<Watching> others = watchings.stream()
                    .filter(watching -> !writer.equals(watching.person))
                    .toList();
            if (others.isEmpty()) {
                return;
            }
            News rights = reading.execute(_ -> read(Long.MAX_VALUE, persons(others)));
            for (Watching watching : others) {
                if (rights != null && rights.mayRead(watching)) {
                    call(() -> watching.watcher.writing(card));
                } else {
                    lose(watching);
                }
            }
        }

        private Optional<PersonCard> face(PersonId person) {
            Optional<PersonCard> known = Optional.ofNullable(writers.getIfPresent(person));
            if (known.isPresent()) {
                return known;
            }
            Optional<PersonCard> card = people.card(person);
            card.ifPresent(found -> writers.put(person, found));
            return card;
        }
    }

    /**
     * What has changed, and for whom.
     *
     * @param readers who of the watching people may read it now
     * @param moderators who of them may change what others wrote
     * @param need null where nobody has to hear of it
     */
    private record News(
            Stretch stretch,
            Set<PersonId> readers,
            Set<PersonId> moderators,
            @Nullable NeedNews need) {

        void handTo(Collection<Watching> watchings, Consumer<Watching> lose) {
            Set<PersonId> special = special();
            Map<Long, PostList> shared = new HashMap<>();
            for (Watching watching : new ArrayList<>(watchings)) {
                if (watching.ended) {
                    continue;
                }
                if (!mayRead(watching)) {
                    lose.accept(watching);
                    continue;
                }
                long seen = watching.seen;
                if (stretch.revision() <= seen) {
                    continue;
                }
                PostList list = watching.person != null && special.contains(watching.person)
                        ? stretch.as(watching.person, moderators.contains(watching.person), seen)
                        : shared.computeIfAbsent(seen, from -> stretch.as(null, false, from));
                watching.seen = stretch.revision();
                if (!list.posts().isEmpty()) {
                    call(() -> watching.watcher.changed(list));
                }
                if (need != null && stretch.needRevision() > seen && stretch.needRevision() <= stretch.revision()) {
                    call(() -> watching.watcher.need(need.as(watching.person)));
                }
            }
        }

        private boolean mayRead(Watching watching) {
            return switch (watching.asker) {
                case Asker.House _ -> true;
                case Asker.Guest _ -> Audience.mayGuestRead(stretch.visibility());
                case Asker.Person(PersonId id) -> readers.contains(id);
            };
        }

        /** Those for whom a post looks different than for all others. */
        private Set<PersonId> special() {
            Set<PersonId> special = new HashSet<>(moderators);
            for (Line line : stretch.lines()) {
                special.add(line.neutral().author().id());
                special.addAll(line.mine().keySet());
            }
            return special;
        }
    }

    /**
     * A need as it stands now.
     *
     * @param card as somebody sees it who does not stand behind it; null where there is none any more
     * @param backers who of the watching people stands behind it
     */
    private record NeedNews(@Nullable NeedCard card, Set<PersonId> backers) {

        @Nullable NeedCard as(@Nullable PersonId person) {
            return card == null ? null : card.as(person != null && backers.contains(person));
        }
    }

    /** Tells those who show lists of threads, one round at a time: each page reads its list in it, and many may be open. */
    private final class Newest {

        private final List<Runnable> pages = new CopyOnWriteArrayList<>();
        private final AtomicInteger wanted = new AtomicInteger();
        private volatile long told = System.nanoTime() - NEWEST_EVERY.toNanos();
        private @Nullable Listening changes;

        synchronized Listening add(Runnable again) {
            // An own object per page: the same callback may come twice.
            Runnable own = () -> again.run();
            pages.add(own);
            if (changes == null) {
                changes = live.onChange(LiveTopics.NEWEST, this::changed);
            }
            return () -> remove(own);
        }

        private synchronized void remove(Runnable own) {
            pages.remove(own);
            if (pages.isEmpty() && changes != null) {
                changes.close();
                changes = null;
            }
        }

        private void changed() {
            if (wanted.getAndIncrement() == 0 && running) {
                schedule();
            }
        }

        private void tell() {
            int asked = wanted.get();
            pages.forEach(SharedFeed::call);
            told = System.nanoTime();
            if (wanted.addAndGet(-asked) > 0 && running) {
                schedule();
            }
        }

        private void schedule() {
            long wait = Math.max(0, told + NEWEST_EVERY.toNanos() - System.nanoTime());
            var _ = readers.schedule(this::tell, wait, TimeUnit.NANOSECONDS);
        }
    }
}
