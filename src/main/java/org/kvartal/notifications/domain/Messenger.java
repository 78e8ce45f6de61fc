package org.kvartal.notifications.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.domain.WishBook.Said;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings notices into inboxes, with what each reader wants to hear by mail, and when. */
@Component
class Messenger {

    /** Much is changed or taken back within so long after it was written. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Pigeonholes pigeonholes;
    private final Sources sources;
    private final WishBook wishes;
    private final FollowBook following;
    private final Live live;
    private final TransactionTemplate transaction;

    Messenger(
            Pigeonholes pigeonholes,
            Sources sources,
            WishBook wishes,
            FollowBook following,
            Live live,
            TransactionTemplate transaction) {
        this.pigeonholes = pigeonholes;
        this.sources = sources;
        this.wishes = wishes;
        this.following = following;
        this.live = live;
        this.transaction = transaction;
    }

    /** Carries out a telling to many. May be done twice and has its effect once: the table knows who was told. */
    void carry(UUID id) {
        pigeonholes
                .telling(id)
                .ifPresent(telling -> transaction.executeWithoutResult(_ -> {
                    if (telling.laid()) {
                        pigeonholes.letWait(telling);
                    } else {
                        lay(telling);
                        live.changed(LiveTopics.EVERYBODY);
                    }
                    pigeonholes.end(telling);
                }));
    }

    /**
     * Lays a notice into the inboxes of all who want to hear of its place.
     *
     * @return those for whom it is new
     */
    List<PersonId> lay(Telling telling) {
        Set<PersonId> deaf = telling.places().isEmpty() ? Set.of() : following.deaf(telling.people(), telling.places());
        Telling heard = telling.to(telling.people().stream()
                .filter(person -> !deaf.contains(person))
                .toList());
        boolean urgent = sources.isUrgent(telling.kind());
        String group = sources.group(telling.kind());
        Map<PersonId, Said> said = urgent ? Map.of() : wishes.said(heard.people(), telling.places(), group);
        List<Rhythm> rhythms = new ArrayList<>(heard.people().size());
        for (PersonId person : heard.people()) {
            Said theirs = said.getOrDefault(person, Said.NOTHING);
            rhythms.add(theirs.wish().rhythm(group, theirs.place(), urgent));
        }
        Instant due = urgent ? telling.toldAt() : telling.toldAt().plus(WINDOW);
        return pigeonholes.lay(heard, rhythms, due);
    }
}
