package org.kvartal.membership;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.Mandates.GivenMandate;
import org.springframework.boot.test.context.TestComponent;

/** Brings people, members and applications into the house through its doors. A test {@code @Import}s it, together with {@link CopiedLetters}. */
@TestComponent
public class Belonging {

    private static final Asker HOUSE = Asker.house("test");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final Arrivals arrivals;
    private final Grants grants;
    private final Joining joining;
    private final Admissions admissions;
    private final Members members;
    private final Mandates mandates;
    private final Bodies bodies;
    private final CopiedLetters letters;
    private final Clock clock;

    Belonging(
            Arrivals arrivals,
            Grants grants,
            Joining joining,
            Admissions admissions,
            Members members,
            Mandates mandates,
            Bodies bodies,
            CopiedLetters letters,
            Clock clock) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.joining = joining;
        this.admissions = admissions;
        this.members = members;
        this.mandates = mandates;
        this.bodies = bodies;
        this.letters = letters;
        this.clock = clock;
    }

    /** Somebody with a mail address and these roles. */
    public PersonId person(String name, Role... roles) {
        PersonId person = PersonId.next();
        arrivals.bring(
                HOUSE,
                new Arrivals.Newcomer(
                        person,
                        name,
                        Language.EN,
                        SOFIA,
                        new Arrivals.SignIn("person-" + person + "@example.org", null)));
        for (Role role : roles) {
            grants.give(
                    HOUSE,
                    new Grant(person, role, Scope.PLATFORM, clock.instant().minusSeconds(60), null));
        }
        return person;
    }

    /** An application that was sent. */
    public record Sent(ApplicationId id, long number, String email, String key) {}

    /** What stands in the form of a person. */
    public static ApplicationForm personsForm(String name) {
        return new ApplicationForm(
                0, name, "", Map.of(), "", "", "", "sofia", "", List.of("design"), "", "I weave.", "", "", "", null);
    }

    /** What stands in the form of an association. */
    public static ApplicationForm associationsForm(String name, String scheme, String number) {
        return new ApplicationForm(
                0,
                "Ada Loom",
                "chair",
                Map.of(Language.EN, name),
                "",
                scheme,
                number,
                "sofia",
                "",
                List.of("craft"),
                "weavers.example.org",
                "We weave together.",
                "1999",
                "40",
                "",
                null);
    }

    /** What stands in the form of somebody who wants to represent a member. */
    public static ApplicationForm representativesForm(String name, long association) {
        return new ApplicationForm(
                0,
                name,
                "secretary",
                Map.of(),
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                String.valueOf(association),
                RepresentationKind.DEPUTY);
    }

    /** Fills a form from the first letter to Send. */
    public Sent applies(ApplicationKind kind, ApplicationForm form) {
        return applies(kind, form, "applicant-" + Ids.next() + "@example.org", Language.EN);
    }

    public Sent applies(ApplicationKind kind, ApplicationForm form, String email, Language language) {
        ApplicationId id = ApplicationId.next();
        joining.begin(Asker.guest(), new NewApplication(id, kind, form.applicant(), email, language), "");
        String key = joining.comeBack(letters.token(email)).orElseThrow().key();
        joining.save(key, form.sequence() == 0 ? numbered(1, form) : form);
        if (kind.needsStatute()) {
            joining.attach(key, "statute.png", new ByteArrayInputStream(Samples.png(20, 20)));
        }
        Sent sent = new Sent(id, joining.look(key).orElseThrow().number(), email, key);
        send(sent);
        return sent;
    }

    /** Begins a form and sends nothing. */
    public ApplicationId begins(ApplicationKind kind, String applicant) {
        ApplicationId id = ApplicationId.next();
        joining.begin(
                Asker.guest(),
                new NewApplication(id, kind, applicant, "applicant-" + Ids.next() + "@example.org", Language.EN),
                "");
        return id;
    }

    /** Changes the form and sends it once more. */
    public void answers(Sent application, ApplicationForm form) {
        joining.save(application.key(), form);
        send(application);
    }

    private void send(Sent application) {
        List<Refused> lacking = joining.submit(application.key());
        if (!lacking.isEmpty()) {
            throw new AssertionError(lacking.toString());
        }
    }

    public static ApplicationForm numbered(long sequence, ApplicationForm form) {
        return new ApplicationForm(
                sequence,
                form.applicant(),
                form.position(),
                form.names(),
                form.ownName(),
                form.registrationScheme(),
                form.registrationNumber(),
                form.place(),
                form.city(),
                form.sectors(),
                form.website(),
                form.description(),
                form.founded(),
                form.size(),
                form.association(),
                form.wish());
    }

    /** An organisation, or a person, that belongs. */
    public MemberCard member(MemberKind kind, String name, @Nullable PersonId person) {
        return member(new NewMember(
                MemberId.next(),
                kind,
                LocalizedText.of(Language.EN, name),
                person,
                "",
                null,
                "sofia",
                "",
                List.of("craft"),
                "",
                null,
                null,
                null,
                null,
                true));
    }

    public MemberCard member(NewMember member) {
        return members.find(HOUSE, admissions.admit(HOUSE, member)).orElseThrow();
    }

    /** A person who belongs themselves. */
    public MemberCard memberNamed(String name) {
        return member(MemberKind.PERSON, name, person(name));
    }

    /** Lets somebody represent an organisation from now on. */
    public MandateId mandate(MemberCard association, PersonId person, RepresentationKind kind) {
        MandateId id = MandateId.next();
        mandates.give(HOUSE, new GivenMandate(id, association.id(), person, kind, null, null));
        return id;
    }

    public BodyId body(String slug, String name) {
        BodyId id = BodyId.next();
        bodies.open(
                HOUSE,
                new NewBody(id, slug, BodyType.INITIATIVE_GROUP, LocalizedText.of(Language.EN, name), null, null, 2));
        return id;
    }
}
