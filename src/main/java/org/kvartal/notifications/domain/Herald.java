package org.kvartal.notifications.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.mail.Deliveries;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is to be told. Few recipients find it in their inboxes with the commit; for many, one row is written, and {@link Messenger} does
 * the rest right after.
 *
 * @see "Decision record 0064, notices without words"
 */
@Component
class Herald implements Notifications {

    /** As many as a caller does not notice. */
    static final int AT_ONCE = 100;

    private final Pigeonholes pigeonholes;
    private final Messenger messenger;
    private final Sources sources;
    private final Live live;
    private final Deliveries deliveries;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    /** @param jobs looked up when needed: jobs of other modules tell notices */
    Herald(
            Pigeonholes pigeonholes,
            Messenger messenger,
            Sources sources,
            Live live,
            Deliveries deliveries,
            ObjectProvider<SchedulerClient> jobs,
            Clock clock) {
        this.pigeonholes = pigeonholes;
        this.messenger = messenger;
        this.sources = sources;
        this.live = live;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice) {
        if (!sources.isThereOne(notice.kind())) {
            throw new IllegalArgumentException("nobody has the words for notices of kind " + notice.kind());
        }
        if (notice.to().isEmpty()) {
            return;
        }
        Telling telling = new Telling(
                Ids.next(),
                idOf(notice.key()),
                notice.kind(),
                notice.subject(),
                notice.places(),
                notice.edition(),
                List.copyOf(notice.to()),
                clock.instant(),
                false);
        if (notice.to().size() <= AT_ONCE) {
            List<PersonId> told = messenger.lay(telling);
            live.changed(told.stream().map(LiveTopics::of).toList());
            return;
        }
        pigeonholes.begin(telling);
        jobs.getObject()
                .scheduleIfNotExists(
                        NotificationJobs.CARRY.instance(telling.id().toString()).build(), telling.toldAt());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Echo> echoes(Collection<String> keys) {
        Map<String, UUID> notices = new HashMap<>();
        keys.forEach(key -> notices.put(key, idOf(key)));
        Map<UUID, Pigeonholes.Laid> laid = pigeonholes.laid(notices.values());
        Map<String, Deliveries.Count> letters = deliveries.counts(notices.values().stream()
                .map(notice -> LetterRound.key(notice, 0))
                .toList());
        Map<String, Echo> echoes = new HashMap<>();
        notices.forEach((key, notice) -> echoes.put(
                key,
                echo(
                        laid.getOrDefault(notice, Pigeonholes.Laid.NOWHERE),
                        letters.getOrDefault(LetterRound.key(notice, 0), Deliveries.Count.NONE))));
        return echoes;
    }

    private static Echo echo(Pigeonholes.Laid laid, Deliveries.Count letters) {
        return new Echo(
                laid.told(), laid.read(), laid.waiting() + letters.waiting(), letters.sent(), letters.refused());
    }

    /**
     * Made from the key, so that a repeated fact is the same notice.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-3">RFC 9562, UUID Version 3</a>
     */
    private static UUID idOf(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
