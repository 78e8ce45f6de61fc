package org.kvartal.seminars.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarState;

/**
 * The rules of decision record 0140 once more, as plainly as they can be said: lists that are walked, nothing stored twice, no database. It foretells what each command
 * does to the places of one seminar; a command says whether it is let.
 */
final class PlacesModel {

    private static final int LAST_DAY_HOURS = 4;

    /** @param until when its unused seats are for all; null for never */
    record Reserved(
            Set<Integer> associations, int seats, @Nullable Instant until) {}

    /** One registration of somebody, who is a number. */
    static final class Entry {

        final int who;
        final @Nullable Integer association;
        RegistrationState state = RegistrationState.STARTED;

        @Nullable Integer group;

        int priority;
        int queued;

        @Nullable Instant until;

        Entry(int who, @Nullable Integer association) {
            this.who = who;
            this.association = association;
        }
    }

    private final RegistrationMode mode;
    private final int offerHours;
    private final Instant starts;
    private final List<Entry> entries = new ArrayList<>();
    private final TreeMap<Integer, Reserved> groups = new TreeMap<>();
    private final Set<Integer> released = new TreeSet<>();
    private SeminarState state = SeminarState.REGISTRATION_OPEN;
    private int capacity;
    private @Nullable Integer quota;
    private int queue;
    private Instant now;

    PlacesModel(RegistrationMode mode, int capacity, int offerHours, Instant starts, Instant now) {
        this.mode = mode;
        this.capacity = capacity;
        this.offerHours = offerHours;
        this.starts = starts;
        this.now = now;
    }

    void itIs(Instant moment) {
        now = moment;
    }

    SeminarState state() {
        return state;
    }

    // What is seen.

    /** Somebody's newest registration. */
    @Nullable Entry of(int who) {
        return entries.stream()
                .filter(one -> one.who == who)
                .reduce((_, newer) -> newer)
                .orElse(null);
    }

    List<Entry> in(RegistrationState state) {
        return entries.stream().filter(one -> one.state == state).toList();
    }

    List<Entry> waiting() {
        return entries.stream()
                .filter(one -> one.state == RegistrationState.WAITLISTED)
                .sorted(Comparator.<Entry>comparingInt(one -> -one.priority).thenComparingInt(one -> one.queued))
                .toList();
    }

    int free() {
        return Math.max(0, common());
    }

    boolean quotaReached(@Nullable Integer association) {
        return quota != null && association != null && seated(association) >= quota;
    }

    // What is done.

    boolean register(int who, @Nullable Integer association, boolean represents) {
        boolean byAssociation = mode == RegistrationMode.BY_ASSOCIATION;
        if (state != SeminarState.REGISTRATION_OPEN
                || begun()
                || mode == RegistrationMode.BY_INVITATION
                || (byAssociation ? association == null : association != null && !represents)
                || stands(who)) {
            return false;
        }
        Entry entry = new Entry(who, association);
        entries.add(entry);
        enter(entry, byAssociation && represents);
        return true;
    }

    boolean colleague(int who, @Nullable Integer association, boolean team) {
        if (begun()
                || !(team || state == SeminarState.REGISTRATION_OPEN)
                || (!team && mode == RegistrationMode.BY_INVITATION)
                || stands(who)) {
            return false;
        }
        entries.add(new Entry(who, association));
        return true;
    }

    boolean confirm(Entry entry) {
        if (entry.state != RegistrationState.STARTED) {
            return true;
        }
        if (begun()) {
            return false;
        }
        enter(entry, entry.association == null || mode == RegistrationMode.BY_ASSOCIATION);
        return true;
    }

    boolean withdraw(Entry entry) {
        if (entry.state == RegistrationState.WITHDRAWN) {
            return true;
        }
        if (begun()
                || !EnumSet.of(
                                RegistrationState.STARTED,
                                RegistrationState.PENDING,
                                RegistrationState.CONFIRMED,
                                RegistrationState.WAITLISTED,
                                RegistrationState.OFFERED)
                        .contains(entry.state)) {
            return false;
        }
        entry.state = RegistrationState.WITHDRAWN;
        passOn();
        return true;
    }

    boolean accept(Entry entry) {
        if (entry.state == RegistrationState.CONFIRMED) {
            return true;
        }
        if (entry.state != RegistrationState.OFFERED || begun() || over(entry)) {
            return false;
        }
        entry.state = RegistrationState.CONFIRMED;
        return true;
    }

    boolean approve(Entry entry) {
        if (entry.state != RegistrationState.PENDING || begun()) {
            return false;
        }
        seat(entry);
        return true;
    }

    boolean decline(Entry entry) {
        return entry.state == RegistrationState.PENDING && end(entry, RegistrationState.DECLINED);
    }

    boolean prefer(Entry entry, int priority) {
        if (entry.state != RegistrationState.WAITLISTED) {
            return false;
        }
        entry.priority = priority;
        return true;
    }

    boolean capacity(int seats) {
        int before = capacity;
        capacity = seats;
        if (!state.open() || common() < 0) {
            capacity = before;
            return false;
        }
        passOn();
        return true;
    }

    boolean quota(@Nullable Integer most) {
        if (!state.open()
                || (most != null
                        && entries.stream()
                                .anyMatch(one -> one.association != null && seated(one.association) > most))) {
            return false;
        }
        quota = most;
        passOn();
        return true;
    }

    /** @param wished by their ids, which are their order too */
    boolean reserve(Map<Integer, Reserved> wished) {
        Map<Integer, Reserved> before = new TreeMap<>(groups);
        Set<Integer> releasedBefore = Set.copyOf(released);
        List<@Nullable Integer> belonged = new ArrayList<>();
        entries.forEach(one -> belonged.add(one.group));
        groups.clear();
        groups.putAll(wished);
        released.clear();
        wished.forEach((id, group) -> {
            if (isOver(group)) {
                released.add(id);
            }
        });
        entries.stream().filter(one -> one.state.live()).forEach(one -> {
            if (one.group == null || !wished.containsKey(one.group)) {
                one.group = groupFor(one);
            } else if (released.contains(one.group) ? !one.state.seated() : !lists(one.group, one)) {
                // Whoever waits may use what is reserved for them; whoever sits on a seat of a group whose time is over
                // keeps it.
                one.group = groupFor(one);
            }
        });
        if (!state.open() || common() < 0) {
            groups.clear();
            groups.putAll(before);
            released.clear();
            released.addAll(releasedBefore);
            for (int i = 0; i < entries.size(); i++) {
                entries.get(i).group = belonged.get(i);
            }
            return false;
        }
        passOn();
        return true;
    }

    boolean close() {
        if (state != SeminarState.REGISTRATION_OPEN) {
            return false;
        }
        state = SeminarState.REGISTRATION_CLOSED;
        all(RegistrationState.STARTED, RegistrationState.EXPIRED);
        return true;
    }

    boolean cancel() {
        if (!state.open()) {
            return false;
        }
        state = SeminarState.CANCELLED;
        return true;
    }

    /** What the jobs do at this moment. */
    void jobs() {
        boolean gone = false;
        for (var group : groups.entrySet()) {
            if (isOver(group.getValue()) && released.add(group.getKey())) {
                gone = true;
            }
        }
        if (gone) {
            entries.stream()
                    .filter(one -> one.state.live() && !one.state.seated())
                    .filter(one -> one.group != null && released.contains(one.group))
                    .forEach(one -> one.group = groupFor(one));
            passOn();
        }
        List<Entry> late = entries.stream()
                .filter(one -> one.state == RegistrationState.OFFERED && over(one))
                .toList();
        if (!late.isEmpty() && state.givesPlaces()) {
            late.forEach(one -> end(one, RegistrationState.EXPIRED));
            passOn();
        }
        if (state.givesPlaces() && begun()) {
            state = SeminarState.RUNNING;
            all(RegistrationState.STARTED, RegistrationState.EXPIRED);
            all(RegistrationState.OFFERED, RegistrationState.EXPIRED);
        }
    }

    // The rules.

    /** Whether no places are given any more. */
    private boolean begun() {
        return !state.givesPlaces() || !now.isBefore(starts);
    }

    private boolean stands(int who) {
        return entries.stream().anyMatch(one -> one.who == who && one.state.live());
    }

    private void enter(Entry entry, boolean approved) {
        entry.group = groupFor(entry);
        if (!approved && (mode == RegistrationMode.MODERATED || mode == RegistrationMode.BY_ASSOCIATION)) {
            entry.state = RegistrationState.PENDING;
        } else {
            seat(entry);
        }
    }

    private void seat(Entry entry) {
        if (fits(entry)) {
            entry.state = RegistrationState.CONFIRMED;
        } else {
            entry.state = RegistrationState.WAITLISTED;
            entry.queued = ++queue;
        }
    }

    private void passOn() {
        if (begun()) {
            return;
        }
        boolean lastDay = !now.isBefore(starts.minus(Duration.ofDays(1)));
        Instant until = now.plus(Duration.ofHours(lastDay ? Math.min(LAST_DAY_HOURS, offerHours) : offerHours));
        for (Entry next : waiting()) {
            if (fits(next)) {
                next.state = RegistrationState.OFFERED;
                next.until = until.isAfter(starts) ? starts : until;
            }
        }
    }

    private boolean fits(Entry entry) {
        return !quotaReached(entry.association) && ((entry.group != null && unused(entry.group) > 0) || common() > 0);
    }

    private int common() {
        return capacity
                - (int) entries.stream().filter(one -> one.state.seated()).count()
                - groups.keySet().stream().mapToInt(this::unused).sum();
    }

    private int unused(int group) {
        Reserved reserved = groups.get(group);
        if (reserved == null || released.contains(group)) {
            return 0;
        }
        long used = entries.stream()
                .filter(one -> one.state.seated() && one.group != null && one.group == group)
                .count();
        return Math.max(0, reserved.seats() - (int) used);
    }

    private long seated(int association) {
        return entries.stream()
                .filter(one -> one.state.seated() && one.association != null && one.association == association)
                .count();
    }

    private @Nullable Integer groupFor(Entry entry) {
        return groups.keySet().stream()
                .filter(id -> !released.contains(id) && lists(id, entry))
                .findFirst()
                .orElse(null);
    }

    private boolean lists(int group, Entry entry) {
        Reserved reserved = groups.get(group);
        return reserved != null
                && entry.association != null
                && reserved.associations().contains(entry.association);
    }

    private boolean isOver(Reserved group) {
        return group.until() != null && !group.until().isAfter(now);
    }

    private boolean over(Entry entry) {
        return entry.until != null && !now.isBefore(entry.until);
    }

    private static boolean end(Entry entry, RegistrationState how) {
        entry.state = how;
        return true;
    }

    private void all(RegistrationState from, RegistrationState to) {
        entries.stream().filter(one -> one.state == from).toList().forEach(one -> end(one, to));
    }
}
