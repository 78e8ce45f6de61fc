package org.kvartal.seminars.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarPages;
import org.springframework.stereotype.Component;

/** The links in letters to participants without an account: each shows one place and nothing else. */
@Component
class PlaceLinks {

    private static final LinkPurpose PURPOSE = new LinkPurpose("seminars.place");

    /** Afterwards there are feedback and materials. */
    private static final Duration AFTER = Duration.ofDays(120);

    private final Links links;
    private final House house;
    private final HouseClock clock;

    PlaceLinks(Links links, House house, HouseClock clock) {
        this.links = links;
        this.house = house;
        this.clock = clock;
    }

    /** The address of a place, in full. */
    String address(RegistrationId registration, Instant ends, Language language) {
        Instant now = clock.now();
        Duration life = Duration.between(now, ends.isAfter(now) ? ends : now).plus(AFTER);
        return house.address(SeminarPages.place(
                links.issue(PURPOSE, registration.toString(), life).value(), language));
    }

    Optional<RegistrationId> look(String token) {
        return links.look(token, PURPOSE).map(LinkSubject::subject).map(RegistrationId::of);
    }
}
