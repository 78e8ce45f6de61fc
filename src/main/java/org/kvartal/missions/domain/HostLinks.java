package org.kvartal.missions.domain;

import java.time.Duration;
import java.util.Optional;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.SlotId;
import org.springframework.stereotype.Component;

/** Letters to hosts and to heads of delegations, each with a link that is good for one visit or one roster and for nothing else. */
@Component
class HostLinks {

    /** Whoever has answered can read it again for some days. */
    private static final Duration AFTER = Duration.ofDays(7);

    private static final Duration SHORTEST = Duration.ofDays(1);

    private static final LinkPurpose HOST = new LinkPurpose("missions.host");
    private static final LinkPurpose ROSTER = new LinkPurpose("missions.roster");

    private final Links links;
    private final Postbox postbox;
    private final Wording wording;
    private final House house;
    private final MissionClock clock;

    HostLinks(Links links, Postbox postbox, Wording wording, House house, MissionClock clock) {
        this.links = links;
        this.postbox = postbox;
        this.wording = wording;
        this.house = house;
        this.clock = clock;
    }

    Optional<SlotId> slot(String token) {
        return links.look(token, HOST).map(LinkSubject::subject).map(SlotId::of);
    }

    Optional<DelegationId> delegation(String token) {
        return links.look(token, ROSTER).map(LinkSubject::subject).map(DelegationId::of);
    }

    void revoke(SlotId slot) {
        links.revoke(HOST, slot.toString());
    }

    void revoke(DelegationId delegation) {
        links.revoke(ROSTER, delegation.toString());
    }

    void ask(Mission mission, MissionSlot slot, String place) {
        Host host = slot.host();
        Language language = host.language();
        String token = links.issue(HOST, slot.id().toString(), life(Duration.between(clock.now(), slot.begins())))
                .value();
        postbox.post(Letter.about(
                        fact(slot),
                        new Recipient(host.name(), host.email(), language),
                        "missions.letter.host",
                        house.name(),
                        mission.code(),
                        mission.title().in(language),
                        wording.exact(slot.begins(), language, slot.zone(), slot.zone()),
                        place,
                        slot.purpose())
                .withSecretButton(house.address(MissionPages.host(token, language))));
    }

    /** By what the letter is known that asked last. */
    static String fact(MissionSlot slot) {
        return "missions.host:" + slot.id() + ":" + slot.askedAt();
    }

    void invite(Mission mission, DelegationId id, DelegationContent to) {
        Language language = to.language();
        String token = links.issue(
                        ROSTER,
                        id.toString(),
                        life(Duration.between(
                                clock.now(),
                                mission.starts().atStartOfDay(mission.zone()).toInstant())))
                .value();
        postbox.post(Letter.about(
                        "missions.roster:" + id + ":" + clock.now(),
                        new Recipient(to.head(), to.email(), language),
                        "missions.letter.roster",
                        house.name(),
                        mission.code(),
                        mission.title().in(language),
                        to.name(),
                        wording.day(
                                mission.starts().atStartOfDay(mission.zone()).toInstant(), language, mission.zone()))
                .withSecretButton(house.address(MissionPages.roster(token, language))));
    }

    private static Duration life(Duration until) {
        Duration whole = until.plus(AFTER);
        return whole.compareTo(SHORTEST) < 0 ? SHORTEST : whole;
    }
}
