package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Joining.Begun;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.notifications.Inbox;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A house with an officer, and applicants who come to it. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({SqlCounter.class, CopiedLetters.class, TurnableClock.Hands.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class MembershipHouse {

    static final Asker HOUSE = Asker.house("test");
    static final String FROM = "";

    @Autowired
    Joining joining;

    @Autowired
    Admissions admissions;

    @Autowired
    Members members;

    @Autowired
    Mandates mandates;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Permissions permissions;

    @Autowired
    Tasks tasks;

    @Autowired
    Inbox inbox;

    @Autowired
    CopiedLetters letters;

    @Autowired
    DayTurn turn;

    @Autowired
    Lapses lapses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnableClock clock;

    Asker officer;

    @BeforeEach
    void theOfficeOpens() {
        officer = person(Role.OFFICER);
    }

    /** Somebody in front of the form, with an address of their own. */
    final class Applicant {

        final String email;
        final ApplicationId id = ApplicationId.next();
        final ApplicationKind kind;
        String key = "";
        long sequence;

        Applicant(ApplicationKind kind) {
            this(kind, "applicant-" + Ids.next() + "@example.org");
        }

        /** Somebody who has applied before, or is known. */
        Applicant(ApplicationKind kind, String email) {
            this.kind = kind;
            this.email = email;
        }

        Applicant begin() {
            return begin(Asker.guest());
        }

        Applicant begin(Asker by) {
            return begin(by, Language.EN);
        }

        Applicant begin(Asker by, Language language) {
            Begun begun = joining.begin(by, new NewApplication(id, kind, "Ada Loom", email, language), FROM);
            key = begun.key();
            return this;
        }

        /** Presses the button behind the newest letter. */
        Applicant confirm() {
            key = joining.comeBack(letters.token(email)).orElseThrow().key();
            return this;
        }

        Applicant fill(ApplicationForm form) {
            joining.save(key, Belonging.numbered(++sequence, form));
            return this;
        }

        Applicant fill() {
            return fill(kind.organisation() ? association("Weavers of " + id) : person("Ada Loom"));
        }

        Applicant attach() {
            joining.attach(key, "statute.png", new ByteArrayInputStream(Samples.png(20, 20)));
            return this;
        }

        List<Refused> submit() {
            return joining.submit(key);
        }

        Joining.ApplicationPage page() {
            return joining.look(key).orElseThrow();
        }

        Dossier dossier() {
            return admissions.open(officer, page().number()).orElseThrow();
        }

        long version() {
            return page().version();
        }
    }

    /** An application that has been sent and confirmed. */
    Applicant sent(ApplicationKind kind) {
        return sent(kind, null);
    }

    Applicant sent(ApplicationKind kind, @Nullable ApplicationForm form) {
        Applicant applicant = new Applicant(kind).begin().confirm();
        if (form == null) {
            applicant.fill();
        } else {
            applicant.fill(form);
        }
        if (kind.needsStatute()) {
            applicant.attach();
        }
        List<Refused> lacking = applicant.submit();
        if (!lacking.isEmpty()) {
            throw new AssertionError(lacking.toString());
        }
        return applicant;
    }

    /** One that the officer has taken. */
    Applicant taken(ApplicationKind kind) {
        Applicant applicant = sent(kind);
        admissions.take(officer, applicant.id, applicant.version());
        return applicant;
    }

    static ApplicationForm person(String name) {
        return new ApplicationForm(
                0, name, "", Map.of(), "", "", "", "sofia", "", List.of("design"), "", "I weave.", "", "", "", null);
    }

    static ApplicationForm association(String name) {
        return new ApplicationForm(
                0,
                "Ada Loom",
                "chair",
                Map.of(Language.EN, name),
                "",
                "",
                "",
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

    static ApplicationForm representative(long association, RepresentationKind wish) {
        return new ApplicationForm(
                0,
                "Ada Loom",
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
                wish);
    }

    static ApplicationForm registered(ApplicationForm form, String scheme, String number) {
        return new ApplicationForm(
                form.sequence(),
                form.applicant(),
                form.position(),
                form.names(),
                form.ownName(),
                scheme,
                number,
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

    /** A new person who holds these roles in the whole house. */
    Asker person(Role... roles) {
        PersonId person = somebody();
        for (Role role : roles) {
            grants.give(HOUSE, new Grant(person, role, Scope.PLATFORM, clock.instant(), null));
        }
        return Asker.of(person);
    }

    /** A person with a sign-in. */
    PersonId somebody(String name, String email, ZoneId zone) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, name, Language.EN, zone, new Arrivals.SignIn(email, null)));
        return person;
    }

    PersonId somebody() {
        return somebody("Somebody", "somebody-" + Ids.next() + "@example.org", ZoneId.of("Europe/Sofia"));
    }

    /** A member who is a person. */
    Asker memberPerson() {
        PersonId person = somebody();
        admit(MemberKind.PERSON, "Somebody", person);
        return Asker.of(person);
    }

    MemberId admit(MemberKind kind, String name, @Nullable PersonId person) {
        return admissions.admit(
                HOUSE, NewMember.of(MemberId.next(), kind, LocalizedText.of(Language.EN, name), person));
    }

    MemberId association() {
        return admit(MemberKind.ASSOCIATION, "Association " + Ids.next(), null);
    }

    /** A person who represents it from now on. */
    Asker representative(MemberId association, RepresentationKind kind) {
        PersonId person = somebody();
        mandates.give(HOUSE, new GivenMandate(MandateId.next(), association, person, kind, null, null));
        return Asker.of(person);
    }

    /** Lets several act at the same moment, and waits until all have. */
    static void atOnce(Runnable... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            List<Future<?>> done = new ArrayList<>();
            for (Runnable act : acts) {
                Callable<?> one = () -> {
                    start.await();
                    act.run();
                    return "";
                };
                done.add(threads.submit(one));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    boolean isMember(Asker person) {
        return permissions.roles(person, Scope.PLATFORM).contains(Role.MEMBER);
    }

    long number(MemberId member) {
        return members.find(member).orElseThrow().number();
    }

    /** Waits until a notice that says so stands in somebody's inbox. */
    void isTold(Asker person, String part) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                inbox.newest(person, Language.EN, null, 50).lines())
                        .anySatisfy(line -> assertThat(line.text().title()).contains(part)));
    }

    List<String> owes(Asker person) {
        return tasks.owed(person, 500).stream().map(line -> line.key()).toList();
    }
}
