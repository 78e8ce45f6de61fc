package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Role;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.files.StoredFile;
import org.kvartal.imports.RowProblem;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.Mandates.HeldMandate;
import org.kvartal.membership.Mandates.MandateDocument;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.WrittenMandates;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A mandate carries its document: who attaches it, who reads it, and that none is ever lost. */
class WrittenMandatesModuleTests extends MembershipHouse {

    @Autowired
    WrittenMandates written;

    @Autowired
    MembershipFiles access;

    @Autowired
    Files files;

    @Autowired
    AuditTrail audit;

    @Autowired
    House house;

    @Autowired
    MassUndoing undoing;

    @Autowired
    TransactionTemplate transaction;

    MemberId association;
    Asker primary;
    Asker deputy;
    MandateId mandate;

    @BeforeEach
    void anAssociationHasADeputy() {
        association = association();
        primary = representative(association, RepresentationKind.PRIMARY);
        deputy = representative(association, RepresentationKind.DEPUTY);
        mandate = held(deputy).id();
    }

    // ---- attaching

    @Test
    void aMandateIsGivenWithTheDocumentThatWasBroughtForIt() {
        Asker person = memberPerson();
        MandateId id = MandateId.next();
        StoredFile replaced = bring(primary, id, "first.pdf", Samples.pdf());
        StoredFile document = bring(primary, id, "Пълномощно.pdf", Samples.pdf());

        assertThat(readers(document)).as("read by nobody before it is given").isEmpty();
        mandates.give(primary, given(id, person, document.id()));

        assertThat(held(person).written()).isTrue();
        assertThat(documents(primary, id)).singleElement().satisfies(one -> {
            assertThat(one.file().name()).isEqualTo("Пълномощно.pdf");
            assertThat(one.by()).isNotNull().satisfies(by -> assertThat(by.id()).isEqualTo(primary.requirePerson()));
        });
        assertThat(files.find(replaced.id())).as("what was chosen before").isEmpty();
        assertThat(acts(id)).contains("membership.mandate-given", "membership.mandate-document-attached");
    }

    @Test
    void anInvitationCarriesItAndWhoTakesItUpReadsIt() {
        MandateId id = MandateId.next();
        StoredFile document = bring(officer, id, "minutes.png", Samples.png(30, 30));
        NewMandate wish = invitation(id, document.id());

        mandates.invite(officer, wish);
        assertThat(documents(primary, id)).hasSize(1);
        PersonId person = mandates.accept(letters.token(wish.email())).orElseThrow();

        assertThat(held(Asker.of(person)).written()).isTrue();
        assertThat(files.address(document.id(), Asker.of(person))).isNotEmpty();
    }

    @Test
    void theSameRequestAgainAttachesNothingAgain() {
        Asker person = memberPerson();
        MandateId id = MandateId.next();
        GivenMandate wish = given(
                id, person, bring(officer, id, "minutes.pdf", Samples.pdf()).id());

        mandates.give(officer, wish);
        mandates.give(officer, wish);

        assertThat(documents(officer, id)).hasSize(1);
    }

    @Test
    void aStandingMandateGetsOneAndTheEarlierOneStaysInItsHistory() {
        assertThat(held(deputy).written()).isFalse();
        StoredFile first = attach(primary, "first.pdf", Samples.pdf());
        clock.turn(Duration.ofDays(3));
        StoredFile second = attach(officer, "second.png", Samples.png(20, 20));

        assertThat(held(deputy).written()).isTrue();
        assertThat(documents(deputy, mandate))
                .extracting(document -> document.file().id())
                .containsExactly(second.id(), first.id());
        assertThat(documents(deputy, mandate).get(1).by())
                .isNotNull()
                .satisfies(by -> assertThat(by.id()).isEqualTo(primary.requirePerson()));
        assertThat(files.content(first.id(), false)).isPresent();
        List<AuditedAct> trail = audit.about(new AuditSubject(MandateBook.MANDATE, mandate.value()), 2);
        assertThat(trail)
                .extracting(AuditedAct::act)
                .containsExactly("membership.mandate-document-replaced", "membership.mandate-document-attached");
        assertThat(trail).extracting(AuditedAct::actor).as("who attached which").containsExactly(officer, primary);
        assertThat(trail.getFirst().details())
                .containsEntry("file", second.id().toString())
                .containsEntry("earlier", first.id().toString());
    }

    @Test
    void whatIsAttachedCantBeTakenOutOfTheHistory() {
        attach(primary, "first.pdf", Samples.pdf());

        for (String statement : List.of(
                "DELETE FROM mandate_document",
                "UPDATE mandate_document SET number = 2",
                "TRUNCATE mandate_document")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> jdbc.sql(statement).update());
        }
    }

    @Test
    void severalWhoAttachAtOnceAllStayInTheHistory() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<StoredFile>> all = IntStream.range(0, 6)
                    .mapToObj(number ->
                            (Callable<StoredFile>) () -> attach(primary, number + ".png", Samples.png(20 + number, 20)))
                    .toList();
            for (Future<StoredFile> one : threads.invokeAll(all)) {
                one.get();
            }
        }

        assertThat(documents(primary, mandate)).hasSize(6);
    }

    @Test
    void onlyWhoDecidesWhoSpeaksAttaches() {
        Asker foreign = representative(association(), RepresentationKind.PRIMARY);

        for (Asker stranger : List.of(deputy, foreign, person(Role.MEMBER), person(), Asker.guest())) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> attach(stranger, "mine.pdf", Samples.pdf()));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> bring(stranger, MandateId.next(), "mine.pdf", Samples.pdf()));
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> written.attach(
                        officer, MandateId.next(), "nothing.pdf", new ByteArrayInputStream(Samples.pdf())));
        assertThatExceptionOfType(Forbidden.class)
                .as("a mandate of somebody else's association")
                .isThrownBy(() -> written.bring(
                        foreign,
                        held(foreign).association().id(),
                        mandate,
                        "x.pdf",
                        new ByteArrayInputStream(Samples.pdf())));
        assertThat(documents(officer, mandate)).isEmpty();
        assertThat(files.of(new FileOwner("membership", mandate.value()))).isEmpty();
    }

    @Test
    void aMandateThatIsOverTakesNone() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), house.zone());
        GivenMandate brief = new GivenMandate(
                MandateId.next(),
                association,
                memberPerson().requirePerson(),
                RepresentationKind.DELEGATE,
                null,
                today.plusDays(1));
        mandates.give(officer, brief);
        mandates.end(primary, mandate, "Done.");
        clock.turn(Duration.ofDays(3));

        for (MandateId over : List.of(mandate, brief.id())) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(
                            () -> written.attach(officer, over, "late.pdf", new ByteArrayInputStream(Samples.pdf())))
                    .satisfies(refused -> assertThat(refused.key()).isEqualTo("membership.refused.mandate-over"));
            assertThat(line(officer, over).mayAttach()).isFalse();
        }
    }

    @Test
    void onlyWhatWasBroughtForAMandateIsTakenWithIt() {
        Applicant applicant = sent(ApplicationKind.ASSOCIATION);
        FileId statute = requireNonNull(applicant.page().statute()).id();
        StoredFile other = bring(primary, MandateId.next(), "other.pdf", Samples.pdf());
        Asker person = memberPerson();

        for (FileId foreign : List.of(statute, other.id(), FileId.next())) {
            MandateId id = MandateId.next();
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> mandates.give(primary, given(id, person, foreign)))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("document"));
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> mandates.invite(primary, invitation(MandateId.next(), foreign)));
        }
        assertThat(mandates.of(person.requirePerson()))
                .as("nothing is given then")
                .isEmpty();
    }

    @Test
    void whatComesAfterTheMandateWasGivenIsAttachedThere() {
        MandateId id = MandateId.next();
        mandates.give(primary, given(id, memberPerson(), null));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bring(primary, id, "late.pdf", Samples.pdf()))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("membership.refused.document-late"));
        assertThat(files.of(new FileOwner("membership", id.value()))).isEmpty();
    }

    // ---- what is taken

    @Test
    void whatIsNoPdfAndNoPictureIsRefusedAtItsFieldAndNotKept() {
        Map<String, byte[]> wrong = Map.of(
                "page.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                "program.pdf", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8),
                "empty.pdf", new byte[0],
                "script.png", Samples.svgWithScript(),
                "letter.docx", Samples.docx(1),
                "notes.txt", "Power of attorney".getBytes(StandardCharsets.UTF_8),
                "large.pdf", Arrays.copyOf(Samples.pdf(), 26 << 20),
                "bomb.png", Samples.pngThatClaims(60_000, 60_000));

        wrong.forEach((name, content) -> assertThatExceptionOfType(Refused.class)
                .as(name)
                .isThrownBy(() -> attach(primary, name, content))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("document")));

        assertThat(documents(primary, mandate)).isEmpty();
        assertThat(files.of(new FileOwner("membership", mandate.value()))).isEmpty();
    }

    @Test
    void aPictureLosesEverythingButItsPixels() {
        byte[] polyglot = Arrays.copyOf(Samples.photograph(60, 40, 1), 20_000);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(script, 0, polyglot, 19_000, script.length);

        StoredFile picture = attach(primary, "minutes.jpg.html", polyglot);

        assertThat(picture.isPicture()).isTrue();
        assertThat(picture.name()).endsWith(".jpg");
        assertThat(bytes(picture)).doesNotContain("<script>", Samples.WHERE_I_LIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd.pdf",
                "C:\\Windows\\пълномощно.pdf",
                "line\r\nSet-Cookie: x=1.pdf",
                "\u202efdp.exe.pdf",
                "program.exe"
            })
    void aHostileNameDoesNoHarm(String name) {
        assertThat(attach(primary, name, Samples.pdf()).name())
                .doesNotContain("/", "\\", "\r", "\n", "\u202e")
                .endsWith(".pdf");
    }

    // ---- reading

    @Test
    void itsHolderTheRepresentativesAndTheOfficeReadItAndNobodyElse() {
        StoredFile first = attach(primary, "first.pdf", Samples.pdf());
        StoredFile document = attach(primary, "minutes.pdf", Samples.pdf());
        Asker finance = representative(association, RepresentationKind.FINANCE);
        Asker administrator = person(Role.ADMINISTRATOR);
        Asker foreign = representative(association(), RepresentationKind.PRIMARY);
        List<Asker> may = List.of(deputy, primary, finance, officer, administrator);
        List<Asker> mayNot = List.of(
                foreign, person(Role.MEMBER), person(Role.FACILITATOR), memberPerson(), person(), Asker.guest());

        for (StoredFile file : List.of(first, document)) {
            assertThat(may)
                    .allSatisfy(
                            asker -> assertThat(files.address(file.id(), asker)).isNotEmpty());
            assertThat(mayNot)
                    .allSatisfy(asker -> assertThatExceptionOfType(NotFound.class)
                            .isThrownBy(() -> files.address(file.id(), asker)));
        }
        assertThat(may)
                .allSatisfy(asker -> assertThat(documents(asker, mandate)).hasSize(2));
        assertThat(documents(person(Role.MEMBER), mandate))
                .as("who belongs sees the mandate and no document")
                .isEmpty();
        assertThat(documents(foreign, mandate)).isEmpty();
    }

    @Test
    void ofAnEndedMandateTheOfficeAndItsHolderReadItAlone() {
        StoredFile document = attach(primary, "minutes.pdf", Samples.pdf());

        mandates.end(primary, mandate, "Works elsewhere now.");

        assertThat(readers(document)).containsExactlyInAnyOrder(deputy, officer);
        assertThat(documents(officer, mandate)).hasSize(1);
        assertThat(documents(primary, mandate)).isEmpty();
        assertThat(held(deputy).written()).as("it stays in writing").isTrue();
    }

    @Test
    void whoRepresentsNoMoreReadsOthersDocumentsNoMore() {
        StoredFile document = attach(primary, "minutes.pdf", Samples.pdf());
        Asker delegate = representative(association, RepresentationKind.DELEGATE);
        assertThat(files.addresses(Set.of(document.id()), delegate)).isNotEmpty();

        mandates.end(primary, held(delegate).id(), "Done.");

        assertThat(files.addresses(Set.of(document.id()), delegate)).isEmpty();
    }

    @Test
    void whenTheAssociationHasLeftTheOfficeAndItsHolderReadItAlone() {
        StoredFile document = attach(primary, "minutes.pdf", Samples.pdf());

        admissions.terminate(officer, association, "Dissolved.");

        assertThat(readers(document)).containsExactlyInAnyOrder(deputy, officer);
    }

    @Test
    void onlyWhatWasBroughtForNothingGoes() {
        StoredFile document = attach(primary, "minutes.pdf", Samples.pdf());
        MandateId never = MandateId.next();
        bring(primary, never, "never.pdf", Samples.pdf());
        Applicant applicant = new Applicant(ApplicationKind.ASSOCIATION).begin();
        applicant.attach();

        assertThat(access.gone(Set.of(mandate.value(), never.value(), applicant.id.value())))
                .containsExactly(never.value());
        assertThat(documents(primary, mandate))
                .extracting(one -> one.file().id())
                .containsExactly(document.id());
    }

    @Test
    void anAssociationWhoseInvitationHasADocumentIsNotTakenBack() {
        MemberId fresh = association();
        MandateId id = MandateId.next();
        StoredFile document = written.bring(officer, fresh, id, "minutes.pdf", new ByteArrayInputStream(Samples.pdf()));
        mandates.invite(
                officer,
                new NewMandate(
                        id,
                        fresh,
                        "Boris Spool",
                        "invited-" + Ids.next() + "@example.org",
                        Language.EN,
                        RepresentationKind.PRIMARY,
                        null,
                        null,
                        document.id()));

        Map<UUID, RowProblem> left =
                requireNonNull(transaction.execute(_ -> undoing.takeBack(HOUSE, List.of(fresh.value()), Map.of())));
        assertThat(left).containsOnlyKeys(fresh.value());
    }

    @Test
    void theListCostsTheSameHoweverManyDocumentsThereAre() {
        attach(primary, "first.pdf", Samples.pdf());
        int few = SqlCounter.during(() -> mandates.ofAssociation(primary, association))
                .statements()
                .size();
        for (int i = 0; i < 5; i++) {
            Asker other = representative(association, RepresentationKind.DEPUTY);
            written.attach(primary, held(other).id(), i + ".pdf", new ByteArrayInputStream(Samples.pdf()));
            attach(officer, i + ".pdf", Samples.pdf());
        }

        assertThat(SqlCounter.during(() -> mandates.ofAssociation(primary, association))
                        .statements())
                .hasSize(few);
    }

    // ---- what people do

    private StoredFile bring(Asker by, MandateId id, String name, byte[] content) {
        return written.bring(by, association, id, name, new ByteArrayInputStream(content));
    }

    private StoredFile attach(Asker by, String name, byte[] content) {
        return written.attach(by, mandate, name, new ByteArrayInputStream(content));
    }

    private GivenMandate given(MandateId id, Asker person, @Nullable FileId document) {
        return new GivenMandate(
                id, association, person.requirePerson(), RepresentationKind.DEPUTY, null, null, document);
    }

    private NewMandate invitation(MandateId id, @Nullable FileId document) {
        return new NewMandate(
                id,
                association,
                "Boris Spool",
                "invited-" + Ids.next() + "@example.org",
                Language.EN,
                RepresentationKind.DEPUTY,
                null,
                null,
                document);
    }

    private HeldMandate held(Asker person) {
        return mandates.heldBy(person, person.requirePerson()).getFirst();
    }

    private MandateLine line(Asker by, MandateId id) {
        return mandates.ofAssociation(by, association).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<MandateDocument> documents(Asker by, MandateId id) {
        return mandates.ofAssociation(by, association).stream()
                .filter(line -> line.id().equals(id))
                .flatMap(line -> line.documents().stream())
                .toList();
    }

    /** Who of those around may read it. */
    private List<Asker> readers(StoredFile file) {
        return List.of(officer, primary, deputy, person(Role.MEMBER), person(), Asker.guest()).stream()
                .filter(asker -> files.addresses(Set.of(file.id()), asker).containsKey(file.id()))
                .toList();
    }

    private List<String> acts(MandateId id) {
        return audit.about(new AuditSubject(MandateBook.MANDATE, id.value()), 10).stream()
                .map(AuditedAct::act)
                .toList();
    }

    private String bytes(StoredFile file) {
        try (var in = files.content(file.id(), false).orElseThrow().bytes().getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
