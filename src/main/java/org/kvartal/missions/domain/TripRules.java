package org.kvartal.missions.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.TripWarning;
import org.kvartal.missions.TripWarning.Kind;

/**
 * What of an itinerary can hardly be meant: the same people at two places at once, less time than the way takes, days outside the mission. Moments are compared, never clock
 * times: a flight from Sofia to Moscow that leaves and arrives at 12:00 took an hour.
 *
 * <p>How long a way takes is a rule of thumb, by the straight line: in a city {@value #CITY_KMH} km/h and 10 minutes to find the door; by road {@value #ROAD_KMH} km/h and half an
 * hour; beyond {@value #FLIGHT_KM} km by plane, {@value #FLIGHT_KMH} km/h and three hours around it.
 */
final class TripRules {

    static final int CITY_KM = 30;
    static final int CITY_KMH = 25;
    static final int ROAD_KMH = 70;
    static final int FLIGHT_KM = 600;
    static final int FLIGHT_KMH = 700;

    private static final int CITY_MINUTES = 10;
    private static final int ROAD_MINUTES = 30;
    private static final int FLIGHT_MINUTES = 180;

    /** Nearer than this is the same place. */
    private static final double SAME_KM = 0.2;

    /** Mean radius of the earth (IUGG), in kilometres. */
    private static final double EARTH_KM = 6_371.0088;

    private static final int HOUR = 60;

    private TripRules() {}

    /**
     * A visit as far as the rules look at it.
     *
     * @param at where it is, null where nobody knows
     * @param who the delegations that go; empty for all
     */
    record Stop(
            SlotId id,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            ZoneId zone,
            @Nullable Coordinates at,
            Set<DelegationId> who) {

        Instant begins() {
            return day.atTime(starts).atZone(zone).toInstant();
        }

        /** Midnight is the end of the day. */
        Instant over() {
            LocalDate last = ends.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            return last.atTime(ends).atZone(zone).toInstant();
        }

        boolean meets(Stop other) {
            return who.isEmpty() || other.who.isEmpty() || other.who.stream().anyMatch(who::contains);
        }
    }

    /** @param delegations all of the mission, so that what is for all is for each of them */
    static List<TripWarning> of(List<Stop> stops, Set<DelegationId> delegations, LocalDate first, LocalDate last) {
        List<Stop> order = new ArrayList<>(stops);
        order.sort(Comparator.comparing(Stop::begins).thenComparing(Stop::over).thenComparing(s -> s.id().value()));
        Set<TripWarning> warnings = new LinkedHashSet<>();
        for (Stop stop : order) {
            if (stop.day().isBefore(first) || stop.day().isAfter(last)) {
                warnings.add(new TripWarning(Kind.OUTSIDE, stop.id(), null, 0));
            }
        }
        clashes(order, warnings);
        if (delegations.isEmpty()) {
            ways(order, warnings);
        }
        for (DelegationId delegation : delegations) {
            ways(
                    order.stream()
                            .filter(stop -> stop.who().isEmpty() || stop.who().contains(delegation))
                            .toList(),
                    warnings);
        }
        return List.copyOf(warnings);
    }

    private static void clashes(List<Stop> order, Set<TripWarning> warnings) {
        for (int i = 0; i < order.size(); i++) {
            Stop one = order.get(i);
            for (int j = i + 1; j < order.size() && order.get(j).begins().isBefore(one.over()); j++) {
                Stop other = order.get(j);
                if (one.meets(other)) {
                    Instant end = one.over().isBefore(other.over()) ? one.over() : other.over();
                    long overlap = Duration.between(other.begins(), end).toMinutes();
                    warnings.add(new TripWarning(Kind.CLASH, other.id(), one.id(), Math.max(overlap, 1)));
                }
            }
        }
    }

    /**
     * To each visit of one delegation from wherever it was last. Of a visit in between whose place nobody knows the way is no shorter. What overlaps is a clash already; the way
     * on begins when the longer of the two is over.
     */
    private static void ways(List<Stop> order, Set<TripWarning> warnings) {
        Stop from = null;
        for (Stop to : order) {
            if (to.at() == null) {
                continue;
            }
            if (from != null && !to.begins().isBefore(from.over())) {
                way(from, to).ifPresent(warnings::add);
            }
            if (from == null || !to.over().isBefore(from.over())) {
                from = to;
            }
        }
    }

    private static Optional<TripWarning> way(Stop from, Stop to) {
        long missing = minutes(Objects.requireNonNull(from.at()), Objects.requireNonNull(to.at()))
                - Duration.between(from.over(), to.begins()).toMinutes();
        return missing > 0 ? Optional.of(new TripWarning(Kind.TRAVEL, to.id(), from.id(), missing)) : Optional.empty();
    }

    /** How long the way takes, in minutes. */
    static long minutes(Coordinates from, Coordinates to) {
        double km = kilometres(from, to);
        if (km < SAME_KM) {
            return 0;
        }
        if (km <= CITY_KM) {
            return CITY_MINUTES + Math.round(km * HOUR / CITY_KMH);
        }
        return km <= FLIGHT_KM
                ? ROAD_MINUTES + Math.round(km * HOUR / ROAD_KMH)
                : FLIGHT_MINUTES + Math.round(km * HOUR / FLIGHT_KMH);
    }

    /**
     * The great-circle distance.
     *
     * @see <a href="https://en.wikipedia.org/wiki/Haversine_formula">Haversine formula</a>
     */
    static double kilometres(Coordinates from, Coordinates to) {
        double south = Math.toRadians(from.latitude());
        double north = Math.toRadians(to.latitude());
        double high = Math.sin((north - south) / 2);
        double wide = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
        double chord = high * high + Math.cos(south) * Math.cos(north) * wide * wide;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
