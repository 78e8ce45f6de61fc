package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.kvartal.membership.Places;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The series of the house. One is locked while something about it changes. */
@Component
@Transactional
class KeptSeries implements SeriesBook {

    private static final int MOST_DATES = 12;

    private final SeriesRepository series;
    private final SeriesReads reads;
    private final Facilitators facilitators;
    private final Drafting drafting;
    private final Places places;
    private final Permissions permissions;
    private final ForumTrail trail;
    private final Live live;
    private final HouseClock clock;

    KeptSeries(
            SeriesRepository series,
            SeriesReads reads,
            Facilitators facilitators,
            Drafting drafting,
            Places places,
            Permissions permissions,
            ForumTrail trail,
            Live live,
            HouseClock clock) {
        this.series = series;
        this.reads = reads;
        this.facilitators = facilitators;
        this.drafting = drafting;
        this.places = places;
        this.permissions = permissions;
        this.trail = trail;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void make(Asker by, NewSeries wish) {
        permissions.check(by, ForumRights.MANAGE_SERIES, Scope.PLATFORM);
        if (series.findById(wish.id().value()).isPresent()) {
            return;
        }
        requireFitting(wish.content());
        SessionSeries made = series.saveAndFlush(SessionSeries.make(wish.id(), wish.content(), clock.now()));
        facilitators.settle(by, wish.id(), wish.facilitators());
        trail.series(by, "forum.series-made", wish.id());
        drafting.next(by, made);
        live.changed(ForumTopics.SESSIONS);
    }

    @Override
    public void change(Asker by, SeriesChange wish) {
        SessionSeries changed = lock(by, wish.series());
        requireFitting(wish.content());
        changed.change(wish.version(), wish.content());
        series.saveAndFlush(changed);
        @Nullable Set<PersonId> named = wish.facilitators();
        if (named != null) {
            facilitators.settle(by, wish.series(), named);
        }
        trail.series(by, "forum.series-changed", wish.series());
        drafting.next(by, changed);
        live.changed(ForumTopics.SESSIONS);
    }

    @Override
    public void end(Asker by, SeriesId id, long version, String reason) {
        SessionSeries ended = lock(by, id);
        String why = Typed.requiredBlock("reason", reason, Lengths.REASON);
        ended.end(version, clock.now());
        series.saveAndFlush(ended);
        trail.series(by, "forum.series-ended", id, entry -> entry.because(why));
        live.changed(ForumTopics.SESSIONS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SeriesCard> all(Asker asker) {
        return reads.all(asker);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SeriesPage> find(Asker asker, SeriesId id) {
        return series.findById(id.value())
                .filter(_ -> permissions.has(asker, ForumRights.FACILITATE, ForumRights.in(id)))
                .map(one -> reads.page(
                        one, permissions.has(asker, ForumRights.NAME_FACILITATORS, Scope.PLATFORM), clock.now()));
    }

    @Override
    public List<LocalDateTime> preview(Recurrence recurrence, int limit) {
        Instant now = clock.now();
        return Drafting.dates(recurrence, now).stream()
                .limit(Math.clamp(limit, 0, MOST_DATES))
                .toList();
    }

    private SessionSeries lock(Asker by, SeriesId id) {
        permissions.check(by, ForumRights.FACILITATE, ForumRights.in(id));
        return series.lock(id.value()).orElseThrow(NotFound::new);
    }

    private void requireFitting(SeriesContent wish) {
        Repetition repetition = wish.recurrence().repetition();
        boolean endless = repetition.until() == null && repetition.times() == null;
        if (wish.recurrence().allDay()
                || !endless
                || Drafting.dates(wish.recurrence(), clock.now()).isEmpty()) {
            throw Refused.at("recurrence", "forum.refused.recurrence");
        }
        requireCity(places, wish.venue());
    }

    static void requireCity(Places places, Venue venue) {
        String city = venue.city();
        if (city != null && places.find(city).isEmpty()) {
            throw Refused.at("city", "forum.refused.city");
        }
    }
}
