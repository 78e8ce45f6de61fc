package org.kvartal.membership.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Joining;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipPages;
import org.springframework.stereotype.Component;

/** The letters that an applicant gets, in the applicant's language; each leads back to the application, or in. */
@Component
class ApplicationLetters {

    private static final LinkPurpose WELCOME = new LinkPurpose("membership.welcome");
    private static final Duration WELCOME_LIFE = Duration.ofDays(30);

    private final ApplicationKeys keys;
    private final Links links;
    private final Postbox postbox;
    private final Wording wording;
    private final House house;

    ApplicationLetters(ApplicationKeys keys, Links links, Postbox postbox, Wording wording, House house) {
        this.keys = keys;
        this.links = links;
        this.postbox = postbox;
        this.wording = wording;
        this.house = house;
    }

    /** Confirms the address and leads back. */
    void begun(Application application) {
        back(application, "membership.begun:" + application.id(), "begun", house.name(), Joining.LINK_DAYS);
    }

    /** Leads back, once more. */
    void link(Application application) {
        back(application, "membership.link:" + Ids.next(), "link", house.name(), Joining.LINK_DAYS);
    }

    void received(Application application) {
        back(application, "membership.received:" + application.id(), "received", house.name());
    }

    void asked(Application application, String question) {
        back(
                application,
                "membership.question:" + application.id() + ":" + Ids.next(),
                "question",
                house.name(),
                question,
                Admissions.LAPSE.toDays());
    }

    /** @param ordinal 1 for the first reminder of this question */
    void reminder(Application application, int ordinal, long daysLeft) {
        back(
                application,
                "membership.reminder:" + application.id() + ":"
                        + application.course().askedAt() + ":" + ordinal,
                "reminder",
                house.name(),
                daysLeft,
                application.course().question().orElse(""));
    }

    void lapsed(Application application) {
        Language language = application.applicant().language();
        postbox.post(Letter.about(
                        "membership.lapsed:" + application.id(),
                        application.recipient(),
                        "membership.letter.lapsed",
                        house.name(),
                        Admissions.LAPSE.toDays())
                .withButton(house.address(MembershipPages.join(language))));
    }

    /** @param appealUntil null where there is no appeal left */
    void declined(Application application, String reason, @Nullable Instant appealUntil) {
        Language language = application.applicant().language();
        String fact = "membership.declined:" + application.id() + ":" + application.version();
        if (appealUntil == null) {
            back(application, fact, "declined-finally", house.name(), reason);
        } else {
            back(application, fact, "declined", house.name(), reason, wording.day(appealUntil, language, house.zone()));
        }
    }

    private void back(Application application, String fact, String letter, Object... arguments) {
        Language language = application.applicant().language();
        String address = house.address(MembershipPages.resume(keys.link(application.id()), language));
        postbox.post(Letter.about(fact, application.recipient(), "membership.letter." + letter, arguments)
                .withSecretButton(address));
    }

    /** Lets a person in who belongs now. */
    void welcome(Recipient to, PersonId person, MemberId member, LocalizedText name, Welcome as) {
        Language language = to.language();
        String token = links.issue(WELCOME, person + " " + member, WELCOME_LIFE).value();
        postbox.post(Letter.about(
                        "membership.welcome:" + Ids.next(),
                        to,
                        "membership.letter.welcome-" + as.letter,
                        house.name(),
                        name.in(language),
                        WELCOME_LIFE.toDays())
                .withSecretButton(house.address(MembershipPages.welcome(token, language))));
    }

    /** As what somebody is welcome. */
    enum Welcome {
        PERSON("person"),
        ORGANISATION("organisation"),
        REPRESENTATIVE("representative");

        private final String letter;

        Welcome(String letter) {
            this.letter = letter;
        }
    }

    /** Whom a letter of welcome lets in, and as what. */
    record Admitted(PersonId person, MemberId member) {

        private static Admitted of(LinkSubject link) {
            String[] parts = link.subject().split(" ", 2);
            return new Admitted(PersonId.of(parts[0]), MemberId.of(parts[1]));
        }
    }

    Optional<Admitted> lookWelcome(String token) {
        return links.look(token, WELCOME).map(Admitted::of);
    }

    Optional<Admitted> redeemWelcome(String token) {
        return links.redeem(token, WELCOME).map(Admitted::of);
    }
}
