package org.kvartal.membership.domain;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MembershipPages;
import org.springframework.stereotype.Component;

/** The letters that invite somebody to represent an organisation, and what becomes of their links. */
@Component
class Invitations {

    private static final LinkPurpose PURPOSE = new LinkPurpose("membership.take-up-mandate");

    private final MandateRepository mandates;
    private final KnownPeople known;
    private final KeptPlaces places;
    private final Links links;
    private final Postbox postbox;
    private final Messages messages;
    private final JoiningPace pace;
    private final House house;
    private final HouseClock day;

    Invitations(
            MandateRepository mandates,
            KnownPeople known,
            KeptPlaces places,
            Links links,
            Postbox postbox,
            Messages messages,
            JoiningPace pace,
            House house,
            HouseClock day) {
        this.mandates = mandates;
        this.known = known;
        this.places = places;
        this.links = links;
        this.postbox = postbox;
        this.messages = messages;
        this.pace = pace;
        this.house = house;
        this.day = day;
    }

    void send(Asker by, Mandate mandate, Member association) {
        Recipient to = mandate.send(day.now());
        if (by instanceof Asker.Person) {
            pace.invitation(association.id(), EmailAddress.of(to.address()));
        }
        mandates.saveAndFlush(mandate);
        Language language = mandate.language();
        String token = links.issue(PURPOSE, mandate.id().toString(), Duration.ofDays(Mandates.INVITATION_DAYS))
                .value();
        postbox.post(Letter.about(
                        "membership.invitation:" + Ids.next(),
                        to,
                        "membership.letter.invitation",
                        association.name().in(language),
                        house.name(),
                        messages.text(language, Keys.of(mandate.kind())),
                        Mandates.INVITATION_DAYS)
                .withSecretButton(house.address(MembershipPages.mandate(token, language))));
    }

    /** The links of an invitation open nothing any more. */
    void takeBack(MandateId mandate) {
        links.revoke(PURPOSE, mandate.toString());
    }

    Optional<LinkSubject> look(String token) {
        return links.look(token, PURPOSE);
    }

    /** Uses the link up; tells whether it worked until now. */
    boolean redeem(String token) {
        return links.redeem(token, PURPOSE).isPresent();
    }

    /** Whoever has opened its letter: the person behind the address. */
    PersonId invited(Mandate mandate, Member association) {
        String address = mandate.address().orElseThrow(() -> Refused.because("membership.refused.invitation-over"));
        ZoneId zone = places.zone(association.place().orElse(null), house.zone());
        return known.behind(PersonId.next(), address, mandate.name(), mandate.language(), zone);
    }
}
