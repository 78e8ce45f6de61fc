package org.kvartal.membership.domain;

import java.time.ZoneId;
import java.util.List;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.domain.ApplicationLetters.Welcome;
import org.springframework.stereotype.Component;

/** What a yes brings about: the person, the member, the mandate, the letter that lets them in. */
@Component
class Approval {

    private final FormReader reader;
    private final KnownPeople known;
    private final Admitting admitting;
    private final Registrations registrations;
    private final MemberRepository members;
    private final MandateTelling telling;
    private final MandateReads mandates;
    private final ApplicationLetters letters;
    private final KeptPlaces places;
    private final House house;
    private final HouseClock day;

    Approval(
            FormReader reader,
            KnownPeople known,
            Admitting admitting,
            Registrations registrations,
            MemberRepository members,
            MandateTelling telling,
            MandateReads mandates,
            ApplicationLetters letters,
            KeptPlaces places,
            House house,
            HouseClock day) {
        this.reader = reader;
        this.known = known;
        this.admitting = admitting;
        this.registrations = registrations;
        this.members = members;
        this.telling = telling;
        this.mandates = mandates;
        this.letters = letters;
        this.places = places;
        this.house = house;
        this.day = day;
    }

    MemberId of(Asker by, Application application) {
        FormReader.Read read =
                reader.read(application.kind(), application.applicant().language(), application.form(), true);
        if (!read.problems().isEmpty()) {
            throw read.problems().getFirst();
        }
        FilledForm form = read.required();
        Applicant applicant = application.applicant();
        ZoneId zone = places.zone(form.place(), house.zone());
        PersonId person =
                known.behind(applicant.person(), applicant.address(), form.applicant(), applicant.language(), zone);
        applicant.be(person);
        Recipient to = applicant.recipient(form.applicant());
        return switch (application.kind()) {
            case PERSON -> {
                MemberId id = admit(by, application, form, person);
                letters.welcome(to, person, id, form.name(), Welcome.PERSON);
                yield id;
            }
            case ASSOCIATION, AUTHORITY, AGENCY -> {
                MemberId id = admit(by, application, form, person);
                give(by, id, person, RepresentationKind.PRIMARY, applicant);
                letters.welcome(to, person, id, form.name(), Welcome.ORGANISATION);
                yield id;
            }
            case REPRESENTATIVE -> {
                Member association = members.lock(
                                application.said().association().orElseThrow().value())
                        .orElseThrow(NotFound::new);
                RepresentationKind wish = form.wish() == null ? RepresentationKind.DEPUTY : form.wish();
                give(by, association.id(), person, wish, applicant);
                letters.welcome(to, person, association.id(), association.name(), Welcome.REPRESENTATIVE);
                yield association.id();
            }
        };
    }

    private MemberId admit(Asker by, Application application, FilledForm form, PersonId person) {
        MemberKind kind = application.kind().member().orElseThrow();
        boolean self = application.kind() == ApplicationKind.PERSON;
        if (form.registration() != null) {
            registrations.requireFree(List.of(form.registration()), null, application.id(), null);
        }
        NewMember wish = new NewMember(
                MemberId.next(),
                kind,
                form.name(),
                self ? person : null,
                form.ownName(),
                form.registration(),
                form.place(),
                form.city(),
                form.sectors(),
                form.website(),
                form.description(),
                form.founded(),
                form.size(),
                null,
                true);
        return admitting.admit(by, wish, person);
    }

    private void give(Asker by, MemberId association, PersonId person, RepresentationKind kind, Applicant applicant) {
        GivenMandate wish = new GivenMandate(MandateId.next(), association, person, kind, null, null);
        if (!mandates.held(wish)) {
            telling.given(
                    Mandate.given(wish, applicant.recipient("").name(), applicant.language(), by.person(), day.today()),
                    false);
        }
    }
}
