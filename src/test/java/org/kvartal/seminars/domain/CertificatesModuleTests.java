package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Certificates.VerifiedCertificate;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Who has completed a seminar gets a certificate, whose page says for everybody what is printed on it and whether it stands. */
class CertificatesModuleTests extends SeminarHouse {

    @Autowired
    Files files;

    @Autowired
    CertificatePrint print;

    @Test
    void aCertificateSaysWhatItsPageSays() throws Exception {
        SeminarId id = opened(5, wishes -> wishes.rule(new CertificateRule(80, false, 12)));
        RegistrationId mine = attended(id, member);
        finished(id);
        assertThat(certificates.eligible(lead, id)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Mila Member");
            assertThat(one.ready()).isTrue();
        });
        assertThat(certificates.issue(lead, id, List.of(mine))).isEqualTo(1);
        assertThat(certificates.issue(lead, id, List.of(mine))).as("once").isZero();
        assertThat(owes(lead)).doesNotContain("seminars.certify:" + id);
        isTold(member, "Your certificate of");
        CertificateLine line = certificates
                .ledger(member, member.requirePerson())
                .certificates()
                .getFirst();
        VerifiedCertificate verified = certificates.verify(line.code()).orElseThrow();
        assertThat(verified.state()).isEqualTo(CertificateState.ISSUED);
        assertThat(verified.facts()).isEqualTo(line.facts());
        Certificates.Facts facts = verified.facts();
        assertThat(facts.holder()).isEqualTo("Mila Member");
        assertThat(facts.signer()).isEqualTo("Lena Lead");
        assertThat(facts.hours()).isEqualByComparingTo("8.0");
        assertThat(facts.number()).matches("C-[0-9]{4}-[0-9]{5}");
        assertThat(facts.validUntil()).isEqualTo(facts.issuedOn().plusMonths(12));
        byte[] pdf = bytes(line);
        assertThat(HexFormat.of().formatHex(Secret.sha256(pdf))).isEqualTo(verified.hash());
        assertThat(text(pdf))
                .contains(
                        "Mila Member",
                        "Bookkeeping for studios",
                        facts.number(),
                        "Lena Lead",
                        "Letterpress hall",
                        line.code());
        pdf[pdf.length / 2]++;
        assertThat(HexFormat.of().formatHex(Secret.sha256(pdf))).as("altered").isNotEqualTo(verified.hash());
    }

    /** Whatever somebody writes over: the paper in their hands says otherwise than the page, and is another file. */
    @Test
    void aPaperWhoseTextWasAlteredDoesNotSayWhatItsPageSays() throws Exception {
        SeminarId id = opened(5, wishes -> wishes.rule(new CertificateRule(80, false, 12)));
        RegistrationId mine = attended(id, member);
        finished(id);
        var _ = certificates.issue(lead, id, List.of(mine));
        CertificateLine line = line(member);
        VerifiedCertificate page = certificates.verify(line.code()).orElseThrow();
        Certificates.Facts said = page.facts();
        assertThat(text(bytes(line)))
                .as("what the page says, printed once more, is the paper word for word")
                .isEqualTo(text(print.print(said, line.code(), clock.instant())));
        for (Certificates.Facts forged : forged(said)) {
            byte[] paper = print.print(forged, line.code(), clock.instant());
            assertThat(text(paper)).as("%s", forged).isNotEqualTo(text(bytes(line)));
            assertThat(HexFormat.of().formatHex(Secret.sha256(paper))).isNotEqualTo(page.hash());
        }
        assertThat(text(print.print(said, CertificateCodes.secret(), clock.instant())))
                .as("a code of one's own")
                .isNotEqualTo(text(bytes(line)));
    }

    /** Each with one thing written over. */
    private static List<Certificates.Facts> forged(Certificates.Facts is) {
        return List.of(
                facts(is, is.number(), "Mila Membeг", is.seminar(), is.hours(), is.lastDay(), is.signer()),
                facts(is, "C-2026-99999", is.holder(), is.seminar(), is.hours(), is.lastDay(), is.signer()),
                facts(is, is.number(), is.holder(), en("Surgery"), is.hours(), is.lastDay(), is.signer()),
                facts(is, is.number(), is.holder(), is.seminar(), new BigDecimal("80.0"), is.lastDay(), is.signer()),
                facts(
                        is,
                        is.number(),
                        is.holder(),
                        is.seminar(),
                        is.hours(),
                        is.lastDay().plusDays(1),
                        is.signer()),
                facts(is, is.number(), is.holder(), is.seminar(), is.hours(), is.lastDay(), "Somebody else"));
    }

    private static Certificates.Facts facts(
            Certificates.Facts is,
            String number,
            String holder,
            LocalizedText seminar,
            BigDecimal hours,
            LocalDate lastDay,
            String signer) {
        return new Certificates.Facts(
                number,
                holder,
                seminar,
                hours,
                is.topics(),
                is.firstDay(),
                lastDay,
                is.place(),
                is.house(),
                signer,
                is.issuedOn(),
                is.validUntil(),
                is.language());
    }

    /** Each sign is one of 32, and none is likelier than another: 130 bits. */
    @Test
    void aCodeHasTwentySixSignsAnyOfWhichMayStandAnywhere() {
        int codes = 4_000;
        Set<String> all = new HashSet<>();
        int[][] seen = new int[26][128];
        for (int i = 0; i < codes; i++) {
            String code = CertificateCodes.secret();
            assertThat(code).matches("[A-Z2-7]{26}");
            all.add(code);
            for (int place = 0; place < 26; place++) {
                seen[place][code.charAt(place)]++;
            }
        }
        assertThat(all).as("none twice").hasSize(codes);
        double expected = codes / 32.0;
        for (int place = 0; place < 26; place++) {
            double chiSquare = 0;
            for (char sign : "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray()) {
                chiSquare += Math.pow(seen[place][sign] - expected, 2) / expected;
            }
            // With 31 degrees of freedom chance exceeds 110 once in ten thousand million times.
            assertThat(chiSquare).as("place %d", place).isLessThan(110);
        }
    }

    @Test
    void whatWasCertifiedStaysWhateverIsChangedLater() {
        SeminarId id = opened(5);
        RegistrationId mine = attended(id, member);
        finished(id);
        var _ = certificates.issue(lead, id, List.of(mine));
        CertificateLine line = line(member);
        assertThatThrownBy(() -> jdbc.sql("UPDATE seminar_certificate SET facts = '{}' WHERE id = :id")
                        .param("id", line.id().value())
                        .update())
                .as("not even by the house’s own role")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM seminar_certificate").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> checkIn.judge(lead, mine, false, "No.")).isInstanceOf(Refused.class);
    }

    @Test
    void somebodyElseOfTheOfficeRevokesItAndThePageSaysWhy() {
        SeminarId id = SeminarId.next();
        desk.begin(officer, frame(id, "The office teaches", 5));
        desk.publish(officer, id, version(id));
        desk.openRegistration(officer, id, version(id));
        RegistrationId mine = registered(member, id);
        running(id);
        checkIn.mark(officer, mine, day(id).id(), Presence.PRESENT);
        turnTo(id, Duration.ofHours(7));
        desk.finish(officer, id, version(id));
        assertThatThrownBy(() -> certificates.issue(second, id, List.of(mine))).isInstanceOf(Forbidden.class);
        assertThat(certificates.issue(officer, id, List.of(mine))).isEqualTo(1);
        CertificateLine line = line(member);
        assertThatThrownBy(() -> certificates.revoke(officer, line.id(), "Mistake."))
                .as("who has issued it")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> certificates.revoke(lead, line.id(), "Mistake."))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> certificates.revoke(second, line.id(), " ")).isInstanceOf(Refused.class);
        certificates.revoke(second, line.id(), "The list of names was wrong.");
        assertThat(certificates.verify(line.code()).orElseThrow()).satisfies(verified -> {
            assertThat(verified.state()).isEqualTo(CertificateState.REVOKED);
            assertThat(verified.reason()).isEqualTo("The list of names was wrong.");
        });
        assertThat(certificates.ledger(member, member.requirePerson()).hours()).isEqualByComparingTo("0");
        isTold(member, "was revoked");
    }

    @Test
    void aMistakeIsMendedByANewOneInItsPlace() {
        SeminarId id = opened(5);
        RegistrationId mine = attended(id, member);
        finished(id);
        var _ = certificates.issue(lead, id, List.of(mine));
        CertificateLine old = line(member);
        assertThatThrownBy(() -> certificates.replace(officer, old.id(), "Mila"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> certificates.replace(lead, old.id(), "x".repeat(500)))
                .isInstanceOf(Refused.class);
        CertificateId next = certificates.replace(lead, old.id(), "Мила Членова");
        VerifiedCertificate before = certificates.verify(old.code()).orElseThrow();
        assertThat(before.state()).isEqualTo(CertificateState.REPLACED);
        assertThat(before.facts().holder()).isEqualTo("Mila Member");
        VerifiedCertificate now =
                certificates.verify(String.valueOf(before.replacedBy())).orElseThrow();
        assertThat(now.facts().holder()).isEqualTo("Мила Членова");
        assertThat(line(member).id()).isEqualTo(next);
        assertThat(certificates.ledger(member, member.requirePerson()).hours())
                .as("counted once")
                .isEqualByComparingTo("8.0");
        assertThatThrownBy(() -> certificates.replace(lead, old.id(), "")).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsVeryLongIsPrintedWhole() throws Exception {
        String long200 = "Щ".repeat(10) + " "
                + "очень длинное название семинара ".repeat(5).strip();
        Certificates.Facts facts = new Certificates.Facts(
                "C-2026-00014",
                "Анна-Мария ".repeat(7).strip(),
                LocalizedText.of(Language.RU, long200),
                BigDecimal.TEN,
                Collections.nCopies(10, LocalizedText.of(Language.RU, "Дизайн и архитектура общественных пространств")),
                today(),
                today().plusDays(3),
                "улица с длинным названием ".repeat(11).strip(),
                "Kvartal",
                "Лена",
                today(),
                today().plusYears(2),
                Language.RU);
        String code = CertificateCodes.secret();
        String printed = text(print.print(facts, code, clock.instant()));
        assertThat(printed).contains(long200, facts.place(), facts.holder(), code);
    }

    @Test
    void aCertificateThatHasExpiredSaysSo() {
        SeminarId id = opened(5, wishes -> wishes.rule(new CertificateRule(80, false, 1)));
        RegistrationId mine = attended(id, member);
        finished(id);
        var _ = certificates.issue(lead, id, List.of(mine));
        clock.turn(Duration.ofDays(40));
        assertThat(certificates.verify(line(member).code()).orElseThrow().state())
                .isEqualTo(CertificateState.EXPIRED);
        assertThat(certificates.ledger(member, member.requirePerson()).hours()).isEqualByComparingTo("0");
    }

    @Test
    void whereTheRuleAsksForItNobodyHasOneWhoHasNotSaidWhatTheyThought() {
        SeminarId id = opened(5, wishes -> wishes.rule(new CertificateRule(80, true, null)));
        RegistrationId mine = attended(id, member);
        finished(id);
        assertThat(certificates.issue(lead, id, List.of(mine))).isZero();
        feedback.give(member, id, null, 5, "");
        assertThat(certificates.issue(lead, id, List.of(mine))).isEqualTo(1);
    }

    @Test
    void somebodyWithoutAnAccountReadsTheirsByTheirLinkInCyrillic() throws Exception {
        SeminarId id = opened(5);
        String mail = "guest-" + id + "@example.org";
        RegistrationId guest = colleague(lead, id, mail, null);
        String token = token(mail);
        var _ = registrations.confirm(token, Map.of());
        running(id);
        checkIn.mark(lead, guest, day(id).id(), Presence.PRESENT);
        finished(id);
        assertThat(certificates.open(token)).isEmpty();
        var _ = certificates.issue(lead, id, List.of(guest));
        assertThat(certificates.open(token).orElseThrow()).contains("/files/");
        assertThat(letters.kinds(mail)).endsWith("certificate");
        CertificateLine line = certificates.of(officer, id).getFirst();
        assertThat(text(bytes(line))).contains("Свидетельство", "Коля Коллега", "Академических часов: 8");
    }

    @Test
    void nobodyReadsTheCertificatesOfOthersAndNoCodeIsGuessed() {
        SeminarId id = opened(5);
        RegistrationId mine = attended(id, member);
        finished(id);
        var _ = certificates.issue(lead, id, List.of(mine));
        Asker stranger = person("Stranger", Role.MEMBER);
        CertificateLine line = line(member);
        assertThatThrownBy(() -> certificates.ledger(stranger, member.requirePerson()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> certificates.of(stranger, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> certificates.eligible(stranger, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> files.address(line.file(), stranger)).isInstanceOf(NotFound.class);
        assertThat(files.address(line.file(), member)).contains("/files/");
        for (String code : List.of(
                "", "C-2026-00001", "' OR '1'='1", "A".repeat(26), line.code().substring(1))) {
            assertThat(certificates.verify(code)).as(code).isEmpty();
        }
        assertThat(SqlCounter.during(() -> certificates.verify(line.code())).statements())
                .hasSizeLessThan(3);
    }

    private CertificateLine line(Asker person) {
        return certificates
                .ledger(person, person.requirePerson())
                .certificates()
                .getFirst();
    }

    private byte[] bytes(CertificateLine line) throws IOException {
        return files.content(line.file(), false).orElseThrow().bytes().getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
