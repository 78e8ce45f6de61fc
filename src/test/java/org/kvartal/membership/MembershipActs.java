package org.kvartal.membership;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Bodies.BodyChange;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.Circulars.Circle;
import org.kvartal.membership.Circulars.NewCircular;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.membership.Places.Place;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done in membership, for the walker of the rights matrix. */
@TestConfiguration(proxyBeanMethods = false)
public class MembershipActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");

    private final Joining joining;
    private final Admissions admissions;
    private final Members members;
    private final Mandates mandates;
    private final WrittenMandates written;
    private final Bodies bodies;
    private final Circulars circulars;
    private final Places places;
    private final Files files;
    private final Arrivals arrivals;
    private final Grants grants;
    private final Imports imports;
    private final ImportInvitations invitations;

    MembershipActs(
            Joining joining,
            Admissions admissions,
            Members members,
            Mandates mandates,
            WrittenMandates written,
            Bodies bodies,
            Circulars circulars,
            Places places,
            Files files,
            Arrivals arrivals,
            Grants grants,
            Imports imports,
            ImportInvitations invitations) {
        this.joining = joining;
        this.admissions = admissions;
        this.members = members;
        this.mandates = mandates;
        this.written = written;
        this.bodies = bodies;
        this.circulars = circulars;
        this.places = places;
        this.files = files;
        this.arrivals = arrivals;
        this.grants = grants;
        this.imports = imports;
        this.invitations = invitations;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        applications(acts);
        members(acts);
        mandates(acts);
        bodies(acts);
        tables(acts);
        return acts;
    }

    private void applications(Map<String, Act> acts) {
        acts.put("begin an application", by -> joining.begin(by, wish(address(), ApplicationKind.PERSON), ""));
        acts.put("come back to an application of somebody else", by -> {
            sent(ApplicationKind.PERSON);
            seen(joining.comeBack(by).isPresent());
        });
        acts.put("see the queue of applications", by -> admissions.queue(by, QueueFilter.WAITING, null, 10));
        acts.put("read an application", by -> {
            var _ = admissions.open(by, sent(ApplicationKind.PERSON).number()).orElseThrow(NotFound::new);
        });
        acts.put(
                "open the statute of an application",
                by -> files.address(
                        requireNonNull(sent(ApplicationKind.ASSOCIATION).statute())
                                .id(),
                        by));
        acts.put("take an application", by -> {
            var page = sent(ApplicationKind.PERSON);
            admissions.take(by, page.id(), page.version());
        });
        acts.put("take the next application", by -> {
            sent(ApplicationKind.PERSON);
            seen(admissions.takeNext(by).isPresent());
        });
        acts.put("ask an applicant for more", by -> {
            Taken taken = taken();
            admissions.askMore(by, taken.id(), taken.version(), "Who are you?");
        });
        acts.put("decline an application", by -> {
            Taken taken = taken();
            admissions.decline(by, taken.id(), taken.version(), "No.");
        });
        acts.put("approve an application", by -> {
            Taken taken = taken();
            admissions.approve(by, taken.id(), taken.version());
        });
        acts.put("tell two applications apart", by -> {
            String number = "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
            var page = sent(ApplicationKind.AGENCY, MemberId.next(), number);
            var other = sent(ApplicationKind.AGENCY, MemberId.next(), number);
            admissions.ignoreDuplicate(by, page.id(), other.id().value());
        });
        acts.put("answer who wants to represent an association of somebody else", by -> {
            MemberId association = association();
            represent(association, RepresentationKind.PRIMARY);
            var page = sent(ApplicationKind.REPRESENTATIVE, association, "");
            admissions.approve(by, page.id(), page.version());
        });
    }

    private void members(Map<String, Act> acts) {
        acts.put("admit a member without an application", by -> admissions.admit(by, organisation(MemberId.next())));
        acts.put("find an association among the members", by -> {
            MemberId association = association();
            seen(finds(by, association));
        });
        acts.put("find a person among the members", by -> seen(finds(by, person())));
        acts.put(
                "see what a person shows to members",
                by -> seen(profile(by, person()).about() != null));
        acts.put("see what a person hides", by -> {
            MemberId person = person();
            members.change(HOUSE, changed(profile(HOUSE, person)));
            seen(!profile(by, person).contact().isEmpty());
        });
        acts.put("get the card of a person who shows themselves to members", by -> {
            MemberId person = person();
            seen(members.find(by, person).isPresent());
        });
        acts.put(
                "get the card of a person who hides",
                by -> seen(members.find(by, hidden()).isPresent()));
        acts.put("take the list of members along", by -> members.export(by, MemberSearch.ALL, Language.EN));
        acts.put("change what stands about an association", by -> {
            MemberId association = association();
            members.change(by, changed(profile(HOUSE, association)));
        });
        acts.put("change what others see of somebody else", by -> members.show(by, person(), Members.Shown.AT_FIRST));
        acts.put("end a membership", by -> admissions.terminate(by, association(), "Dissolved."));
        acts.put("leave in somebody else's name", by -> admissions.leave(by, person(), ZoneOffset.UTC));
        acts.put("add a city to the list", by -> places.keep(by, city()));
    }

    private void mandates(Map<String, Act> acts) {
        acts.put("invite a representative", by -> mandates.invite(by, invitation(association())));
        acts.put("give a mandate", by -> mandates.give(by, mandate(association(), RepresentationKind.DEPUTY)));
        acts.put(
                "end a mandate of somebody else",
                by -> mandates.end(
                        by, represent(association(), RepresentationKind.DEPUTY).id(), "Done."));
        acts.put(
                "bring the document of a mandate",
                by -> written.bring(by, association(), MandateId.next(), "minutes.png", document()));
        acts.put(
                "attach the document of a mandate",
                by -> written.attach(
                        by, represent(association(), RepresentationKind.DEPUTY).id(), "minutes.png", document()));
        acts.put("open the document of a mandate of somebody else", by -> {
            GivenMandate mandate = represent(association(), RepresentationKind.DEPUTY);
            files.address(
                    written.attach(officer(), mandate.id(), "minutes.png", document())
                            .id(),
                    by);
        });
        acts.put("see that a mandate of somebody else has a document", by -> {
            GivenMandate mandate = represent(association(), RepresentationKind.DEPUTY);
            written.attach(officer(), mandate.id(), "minutes.png", document());
            seen(mandates.ofAssociation(by, mandate.association()).stream()
                    .anyMatch(line -> !line.documents().isEmpty()));
        });
        acts.put("see who represents an association", by -> {
            MemberId association = association();
            represent(association, RepresentationKind.PRIMARY);
            seen(!mandates.ofAssociation(by, association).isEmpty());
        });
        acts.put("see the mandates of somebody else", by -> mandates.heldBy(by, somebody(address())));
        acts.put("speak for an association without a mandate", by -> mandates.check(by, association()));
    }

    /** A letter of the office that went to one member of a body. */
    public CircularId circular() {
        NewCircular circular = letter();
        circulars.send(officer(), circular);
        return circular.id();
    }

    private NewCircular letter() {
        NewBody body = opened();
        NewTerm term = term(body.id());
        admissions.admit(
                HOUSE,
                NewMember.of(
                        MemberId.next(), MemberKind.PERSON, LocalizedText.of(Language.EN, "Somebody"), term.person()));
        bodies.appoint(HOUSE, term);
        return new NewCircular(
                CircularId.next(),
                new Circle(null, body.id(), null, null),
                LocalizedText.of(Language.EN, "The hall is closed"),
                LocalizedText.of(Language.EN, "Until Monday."));
    }

    private void circulars(Map<String, Act> acts) {
        acts.put("see by which roles members can be written to", circulars::functions);
        acts.put("see whom a letter to members would reach", by -> circulars.reach(by, letter()));
        acts.put("write to all members", by -> circulars.send(by, letter()));
        acts.put("list letters to members", by -> circulars.sent(by, 10));
        acts.put("read a letter to members that one did not get", by -> circulars.find(by, circular()));
    }

    private void bodies(Map<String, Act> acts) {
        circulars(acts);
        acts.put("open a body", by -> bodies.open(by, body(BodyId.next())));
        acts.put("change a body", by -> {
            NewBody body = opened();
            bodies.change(by, new BodyChange(body.id(), 0, body.name(), null, null, 2));
        });
        acts.put("close a body", by -> bodies.close(by, opened().id(), 0, "Done."));
        acts.put("appoint somebody to a body", by -> bodies.appoint(by, term(opened().id())));
        acts.put("end a term in a body", by -> {
            NewTerm term = appointed(opened());
            bodies.end(by, term.id(), term.from(), "Done.");
        });
        acts.put("see who in a body has not agreed to be shown", by -> {
            NewBody body = opened();
            appointed(body);
            seen(!bodies.find(by, body.slug(), null).orElseThrow().people().isEmpty());
        });
        acts.put("learn in which bodies somebody is who has not agreed to be shown", by -> {
            NewTerm term = appointed(opened());
            seen(!bodies.of(by, term.person()).isEmpty());
        });
        acts.put("agree for somebody else to be shown in a body", by -> {
            NewBody body = opened();
            appointed(body);
            bodies.consent(by, body.id(), true);
        });
    }

    private void tables(Map<String, Act> acts) {
        for (String kind : List.of("associations", "people")) {
            acts.put("hand over a table of " + kind, by -> table(by, kind));
            acts.put("look at a table of " + kind, by -> {
                var _ = imports.find(by, table(officer(), kind)).orElseThrow(NotFound::new);
            });
            acts.put("bring in a table of " + kind, by -> decided(() -> imports.bringIn(by, table(officer(), kind))));
            acts.put("take back a table of " + kind, by -> decided(() -> imports.takeBack(by, table(officer(), kind))));
        }
        acts.put("see the invitations of an import", by -> invitations.round(by, table(officer(), "people")));
        acts.put("invite those whom an import has brought in", by -> invitations.send(by, table(officer(), "people")));
    }

    /** An officer's table of one row. */
    public ImportId table() {
        return table(officer(), "people");
    }

    private ImportId table(Asker by, String kind) {
        ImportId id = ImportId.next();
        String table = "id,name\n" + id + ",Somebody\n";
        imports.take(
                by,
                new NewImport(
                        id,
                        kind,
                        "table.csv",
                        Language.EN,
                        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))));
        return id;
    }

    /** That it is too early is something that one who may is told. */
    private static void decided(Runnable act) {
        try {
            act.run();
        } catch (Refused early) {
            // Their right has been asked before.
        }
    }

    // ---- what there is

    /** The number of an association that belongs. */
    public long associationsNumber() {
        return number(association());
    }

    /** The number of a person who belongs, and shows their name to members. */
    public long personsNumber() {
        return number(person());
    }

    /** The number of an application that was sent. */
    public long applicationsNumber() {
        return sent(ApplicationKind.PERSON).number();
    }

    /** The address of a body. */
    public String bodysSlug() {
        return opened().slug();
    }

    private record Taken(ApplicationId id, long version) {}

    private Taken taken() {
        var page = sent(ApplicationKind.PERSON);
        admissions.take(officer(), page.id(), page.version());
        return new Taken(page.id(), page.version() + 1);
    }

    private Joining.ApplicationPage sent(ApplicationKind kind) {
        return sent(kind, MemberId.next(), "");
    }

    private Joining.ApplicationPage sent(ApplicationKind kind, MemberId association, String registered) {
        String email = address();
        Asker applicant = Asker.of(somebody(email));
        String key = joining.begin(applicant, wish(email, kind), "").key();
        boolean represents = kind == ApplicationKind.REPRESENTATIVE;
        joining.save(
                key,
                new ApplicationForm(
                        1,
                        "Ada Loom",
                        "chair",
                        Map.of(Language.EN, "Weavers"),
                        "",
                        registered.isEmpty() ? "" : "BG-EIK",
                        registered,
                        "sofia",
                        "",
                        List.of("craft"),
                        "",
                        "We weave.",
                        "",
                        "",
                        represents ? String.valueOf(number(association)) : "",
                        represents ? RepresentationKind.DEPUTY : null));
        if (kind.needsStatute()) {
            joining.attach(key, "statute.png", new ByteArrayInputStream(Samples.png(10, 10)));
        }
        if (!joining.submit(key).isEmpty()) {
            throw new AssertionError(joining.submit(key).toString());
        }
        return joining.look(key).orElseThrow();
    }

    private static NewApplication wish(String email, ApplicationKind kind) {
        return new NewApplication(ApplicationId.next(), kind, "Ada Loom", email, Language.EN);
    }

    private MemberId association() {
        return admissions.admit(HOUSE, organisation(MemberId.next()));
    }

    private static NewMember organisation(MemberId id) {
        return NewMember.of(id, MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, "Association " + id), null);
    }

    private MemberId person() {
        MemberId id = MemberId.next();
        return admissions.admit(
                HOUSE,
                new NewMember(
                        id,
                        MemberKind.PERSON,
                        LocalizedText.of(Language.EN, "Person " + id),
                        somebody(address()),
                        "",
                        null,
                        null,
                        "",
                        List.of(),
                        "",
                        LocalizedText.of(Language.EN, "I weave."),
                        null,
                        null,
                        null,
                        true));
    }

    private MemberId hidden() {
        MemberId person = person();
        members.show(
                HOUSE,
                person,
                new Members.Shown(Visible.NOBODY, Visible.NOBODY, Visible.NOBODY, Visible.NOBODY, Visible.NOBODY));
        return person;
    }

    private PersonId somebody(String email) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Newcomer(person, "Somebody", Language.EN, ZoneOffset.UTC, new SignIn(email, null)));
        return person;
    }

    private Asker officer() {
        PersonId person = somebody(address());
        grants.give(
                HOUSE,
                new Grant(person, Role.OFFICER, Scope.PLATFORM, Instant.now().minusSeconds(1), null));
        return Asker.of(person);
    }

    private static String address() {
        return "somebody-" + Ids.next() + "@example.org";
    }

    private long number(MemberId member) {
        return members.find(HOUSE, member).orElseThrow().number();
    }

    private boolean finds(Asker by, MemberId member) {
        String name = members.find(HOUSE, member).orElseThrow().name().in(Language.EN);
        return members.search(by, MemberSearch.named(name), Language.EN, null, 10).members().stream()
                .anyMatch(card -> card.id().equals(member));
    }

    private MemberProfile profile(Asker by, MemberId member) {
        return members.profile(by, number(member)).orElseThrow(NotFound::new);
    }

    private static MemberChange changed(MemberProfile profile) {
        return new MemberChange(
                profile.card().id(),
                profile.version(),
                LocalizedText.of(Language.EN, "Renamed"),
                "",
                null,
                "",
                List.of(),
                "",
                null,
                "Behind the second loom",
                "",
                "",
                null,
                null);
    }

    private GivenMandate mandate(MemberId association, RepresentationKind kind) {
        return new GivenMandate(MandateId.next(), association, somebody(address()), kind, null, null);
    }

    private GivenMandate represent(MemberId association, RepresentationKind kind) {
        GivenMandate mandate = mandate(association, kind);
        mandates.give(HOUSE, mandate);
        return mandate;
    }

    private static InputStream document() {
        return new ByteArrayInputStream(Samples.png(10, 10));
    }

    private static NewMandate invitation(MemberId association) {
        return new NewMandate(
                MandateId.next(), association, "Boris", address(), Language.EN, RepresentationKind.DEPUTY, null, null);
    }

    private NewBody opened() {
        NewBody body = body(BodyId.next());
        bodies.open(HOUSE, body);
        return body;
    }

    private static NewBody body(BodyId id) {
        return new NewBody(
                id, "rights-" + id, BodyType.INITIATIVE_GROUP, LocalizedText.of(Language.EN, "A group"), null, null, 1);
    }

    private NewTerm appointed(NewBody body) {
        NewTerm term = term(body.id());
        bodies.appoint(HOUSE, term);
        return term;
    }

    private NewTerm term(BodyId body) {
        return new NewTerm(
                TermId.next(),
                body,
                somebody(address()),
                BodyRole.MEMBER,
                LocalDate.now(ZoneOffset.UTC).minusDays(7),
                null,
                TermMode.APPOINTED,
                "");
    }

    private static Place city() {
        return new Place(
                "rights-" + UUID.randomUUID(), LocalizedText.of(Language.EN, "A city"), "BG", 42, 23, ZoneOffset.UTC);
    }

    private static void seen(boolean something) {
        if (!something) {
            throw new NotFound();
        }
    }
}
