package org.kvartal.missions.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.HostWish;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.SlotId;

/** A visit of a mission, and what its host says to it. Its mission is locked while something about it changes. */
@Entity
@Table(name = "mission_slot")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class MissionSlot {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID mission;

    private LocalDate day;
    private LocalTime starts;
    private LocalTime ends;
    private String zone;
    private @Nullable UUID entry;
    private String place;
    private String purpose;
    private String transport;
    private String note;
    private String hostName;
    private String hostEmail;
    private String hostPhone;
    private String hostLanguage;

    @Enumerated(EnumType.STRING)
    private HostState hostState;

    private @Nullable Instant askedAt;
    private String said;
    private @Nullable LocalDate wishDay;
    private @Nullable LocalTime wishStarts;
    private @Nullable LocalTime wishEnds;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected MissionSlot() {}

    static MissionSlot of(MissionId mission, SlotId id, SlotContent content, LocalDate today, Instant now) {
        MissionSlot made = new MissionSlot();
        made.id = id.value();
        made.mission = mission.value();
        made.hostState = HostState.NOT_ASKED;
        made.said = "";
        made.describe(content, today, now);
        return made;
    }

    /**
     * Another time, place or host asks anew.
     *
     * @return whether what the host has said counts no more
     */
    boolean change(long seen, SlotContent content, LocalDate today, Instant now) {
        requireVersion(seen);
        String before = asked();
        describe(content, today, now);
        boolean anew = !before.equals(asked()) && hostState != HostState.NOT_ASKED;
        if (anew) {
            hostState = HostState.NOT_ASKED;
            askedAt = null;
            said = "";
            wish(null);
        }
        return anew;
    }

    /** What a host accepts. */
    private String asked() {
        return String.join(
                "|",
                day.toString(),
                starts.toString(),
                ends.toString(),
                zone,
                String.valueOf(entry),
                place,
                purpose,
                hostEmail);
    }

    private void describe(SlotContent content, LocalDate today, Instant now) {
        LocalDate on = Typed.day("day", content.day(), today);
        requireTimes(content.starts(), content.ends());
        String where = Typed.line("place", content.place(), Itinerary.LINE_LENGTH);
        if (where.isEmpty() && content.entry() == null) {
            throw Refused.at("place", "missions.refused.missing");
        }
        String what = Typed.requiredLine("purpose", content.purpose(), Itinerary.LINE_LENGTH);
        String how = Typed.line("transport", content.transport(), Itinerary.LINE_LENGTH);
        String more = Typed.block("note", content.note(), Itinerary.TEXT_LENGTH);
        Host host = content.host();
        hostName = host == null ? "" : Typed.line("hostName", host.name(), Itinerary.LINE_LENGTH);
        hostEmail = host == null || host.email().isBlank() ? "" : email(host.email());
        hostPhone = host == null ? "" : Typed.phone("hostPhone", host.phone());
        hostLanguage = (host == null ? Language.EN : host.language()).code();
        day = on;
        starts = content.starts();
        ends = content.ends();
        zone = content.zone().getId();
        entry = content.entry() == null ? null : content.entry().value();
        place = where;
        purpose = what;
        transport = how;
        note = more;
        changedAt = now;
    }

    private static String email(String typed) {
        try {
            return EmailAddress.of(typed).value();
        } catch (Refused malformed) {
            throw Refused.at("hostEmail", malformed.key());
        }
    }

    private static void requireTimes(LocalTime from, LocalTime to) {
        if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
            throw Refused.at("ends", "missions.refused.ends-first");
        }
    }

    void ask(long seen, Instant now) {
        requireVersion(seen);
        requireNext(HostState.ASKED);
        if (hostEmail.isEmpty()) {
            throw Refused.because("missions.refused.no-address");
        }
        if (!now.isBefore(begins())) {
            throw Refused.because("missions.refused.over");
        }
        hostState = HostState.ASKED;
        askedAt = now;
        said = "";
        wish(null);
        changedAt = now;
    }

    /** The letter did not arrive. */
    void unasked(Instant now) {
        if (hostState == HostState.ASKED) {
            hostState = HostState.NOT_ASKED;
            askedAt = null;
            changedAt = now;
        }
    }

    void accept(String words, Instant now) {
        requireAnswerable(HostState.ACCEPTED, now);
        said = Typed.block("words", words, Itinerary.TEXT_LENGTH);
        hostState = HostState.ACCEPTED;
        wish(null);
        changedAt = now;
    }

    void move(HostWish wished, String words, LocalDate today, Instant now) {
        requireAnswerable(HostState.MOVED, now);
        LocalDate on = Typed.coming("day", wished.day(), today);
        requireTimes(wished.starts(), wished.ends());
        if (on.equals(day) && wished.starts().equals(starts) && wished.ends().equals(ends)) {
            throw Refused.at("starts", "missions.refused.same-time");
        }
        said = Typed.block("words", words, Itinerary.TEXT_LENGTH);
        hostState = HostState.MOVED;
        wish(new HostWish(on, wished.starts(), wished.ends()));
        changedAt = now;
    }

    void decline(String words, Instant now) {
        requireAnswerable(HostState.DECLINED, now);
        said = Typed.requiredBlock("words", words, Itinerary.TEXT_LENGTH);
        hostState = HostState.DECLINED;
        wish(null);
        changedAt = now;
    }

    /** The host's own time is taken: they need not be asked again. */
    void takeMove(long seen, Instant now) {
        requireVersion(seen);
        if (hostState != HostState.MOVED) {
            throw Refused.because("missions.refused.state");
        }
        day = Objects.requireNonNull(wishDay, "who moves says to when");
        starts = Objects.requireNonNull(wishStarts, "who moves says to when");
        ends = Objects.requireNonNull(wishEnds, "who moves says to when");
        hostState = HostState.ACCEPTED;
        wish(null);
        changedAt = now;
    }

    /** What a host has said otherwise than by the link; whoever was not asked by letter has been asked so. */
    void record(long seen, boolean accepted, String words, Instant now) {
        requireVersion(seen);
        if (hostName.isEmpty() && hostEmail.isEmpty()) {
            throw Refused.because("missions.refused.no-host");
        }
        HostState to = accepted ? HostState.ACCEPTED : HostState.DECLINED;
        requireNext(to);
        said = accepted
                ? Typed.block("words", words, Itinerary.TEXT_LENGTH)
                : Typed.requiredBlock("words", words, Itinerary.TEXT_LENGTH);
        hostState = to;
        wish(null);
        changedAt = now;
    }

    private void requireAnswerable(HostState to, Instant now) {
        requireNext(to);
        if (hostState == HostState.NOT_ASKED || !now.isBefore(begins())) {
            throw Refused.because("missions.refused.over");
        }
    }

    private void requireNext(HostState to) {
        if (!hostState.next().contains(to)) {
            throw Refused.because("missions.refused.state");
        }
    }

    private void wish(@Nullable HostWish wished) {
        wishDay = wished == null ? null : wished.day();
        wishStarts = wished == null ? null : wished.starts();
        wishEnds = wished == null ? null : wished.ends();
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("missions.refused.changed");
        }
    }

    /** When it begins, by the clock of its place. */
    Instant begins() {
        return day.atTime(starts).atZone(ZoneId.of(zone)).toInstant();
    }

    SlotId id() {
        return new SlotId(id);
    }

    MissionId mission() {
        return new MissionId(mission);
    }

    HostState hostState() {
        return hostState;
    }

    LocalDate day() {
        return day;
    }

    LocalTime starts() {
        return starts;
    }

    LocalTime ends() {
        return ends;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    @Nullable EntryId entry() {
        return entry == null ? null : new EntryId(entry);
    }

    String place() {
        return place;
    }

    String purpose() {
        return purpose;
    }

    String said() {
        return said;
    }

    @Nullable Instant askedAt() {
        return askedAt;
    }

    Host host() {
        return new Host(
                hostName, hostEmail, hostPhone, Language.of(hostLanguage).orElse(Language.EN));
    }

    @Nullable HostWish wish() {
        return wishDay == null || wishStarts == null || wishEnds == null
                ? null
                : new HostWish(wishDay, wishStarts, wishEnds);
    }
}
