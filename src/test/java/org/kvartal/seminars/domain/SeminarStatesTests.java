package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.springframework.test.util.ReflectionTestUtils;

/** The states of seminars, registrations and certificates: no walk through the acts leaves the table. */
class SeminarStatesTests {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final PersonId FIRST = PersonId.next();
    private static final PersonId OTHER = PersonId.next();

    @ParameterizedTest
    @EnumSource(SeminarState.class)
    void aSeminarGoesNowhereThatTheTableDoesNotKnow(SeminarState from) {
        for (SeminarState to : SeminarState.values()) {
            Seminar seminar = in(from);
            Instant over = seminar.endsAt().plusSeconds(1);
            Runnable act = switch (to) {
                case DRAFT -> () -> seminar.publish(9, NOW);
                case PUBLISHED -> () -> seminar.publish(0, NOW);
                case REGISTRATION_OPEN -> () -> seminar.openRegistration(NOW);
                case REGISTRATION_CLOSED -> () -> seminar.closeRegistration(NOW);
                case RUNNING -> () -> seminar.start(over);
                case FINISHED -> () -> seminar.finish(over);
                case ARCHIVED -> () -> seminar.archive(over);
                case CANCELLED -> () -> seminar.cancel(0, "The hall burnt down.", NOW);
            };
            if (from.next().contains(to)) {
                act.run();
                assertThat(seminar.state()).isEqualTo(to);
            } else {
                assertThatThrownBy(act::run).as("%s to %s", from, to).isInstanceOf(Refused.class);
                assertThat(seminar.state()).isEqualTo(from);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RegistrationState.class)
    void aRegistrationGoesNowhereThatTheTableDoesNotKnow(RegistrationState from) {
        for (RegistrationState to : RegistrationState.values()) {
            Registration one = of(from);
            Runnable act = switch (to) {
                case STARTED -> () -> one.answer(Map.of());
                case PENDING -> () -> one.ask(NOW);
                case CONFIRMED -> () -> one.confirm(NOW);
                case WAITLISTED -> () -> one.queue(NOW);
                case OFFERED -> () -> one.offer(NOW.plusSeconds(60), NOW);
                case EXPIRED -> () -> one.expire(NOW);
                case WITHDRAWN -> () -> one.withdraw(false, NOW);
                case DECLINED -> () -> one.decline("No.", NOW);
                case CHECKED_IN -> () -> one.checkIn(NOW);
                case COMPLETED -> () -> one.judge(true, NOW);
                case INCOMPLETE -> () -> one.judge(false, NOW);
                case NO_SHOW -> () -> ReflectionTestUtils.invokeMethod(one, "go", RegistrationState.NO_SHOW, NOW);
            };
            try {
                act.run();
            } catch (Refused refused) {
                assertThat(from.next()).as("%s to %s", from, to).doesNotContain(to);
                assertThat(one.state()).isEqualTo(from);
                continue;
            }
            // Whoever is where they should go already stays there.
            assertThat(one.state() == from || from.next().contains(one.state()))
                    .as("%s to %s", from, to)
                    .isTrue();
        }
    }

    @Test
    void anOfferIsTakenBeforeItsTimeIsOverAndNotAfter() {
        Registration one = of(RegistrationState.WAITLISTED);
        one.offer(NOW.plusSeconds(60), NOW);
        assertThatThrownBy(() -> one.accept(NOW.plusSeconds(60))).isInstanceOf(Refused.class);
        one.accept(NOW.plusSeconds(59));
        assertThat(one.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThatThrownBy(() -> one.accept(NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void anOfferLastsTwoDaysFourHoursOnTheLastDayAndNeverBeyondTheBeginning() {
        Seminar seminar = in(SeminarState.REGISTRATION_OPEN);
        Instant begins = seminar.startsAt();
        assertThat(seminar.offerUntil(begins.minus(Duration.ofDays(5)))).isEqualTo(begins.minus(Duration.ofDays(3)));
        assertThat(seminar.offerUntil(begins.minus(Duration.ofHours(30)))).isEqualTo(begins);
        assertThat(seminar.offerUntil(begins.minus(Duration.ofHours(24))))
                .isEqualTo(begins.minus(Duration.ofHours(20)));
        assertThat(seminar.offerUntil(begins.minus(Duration.ofHours(3)))).isEqualTo(begins);
    }

    @Test
    void aCertificateIsRevokedBySomebodyElseAndEndsOnce() {
        Certificate one = certificate();
        assertThatThrownBy(() -> one.revoke(FIRST, "Mistake.", NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> one.revoke(OTHER, "  ", NOW)).isInstanceOf(Refused.class);
        assertThat(one.state()).isEqualTo(CertificateState.ISSUED);
        one.revoke(OTHER, "Mistake.", NOW);
        assertThatThrownBy(() -> one.revoke(OTHER, "Again.", NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> one.replace(CertificateId.next(), FIRST, NOW)).isInstanceOf(Refused.class);

        Certificate other = certificate();
        other.replace(CertificateId.next(), FIRST, NOW);
        assertThatThrownBy(() -> other.revoke(OTHER, "Mistake.", NOW)).isInstanceOf(Refused.class);
        assertThat(other.state()).isEqualTo(CertificateState.REPLACED);
    }

    @Test
    void codesHaveAHundredAndThirtyBitsAndNoneComesTwice() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(CertificateCodes.secret());
        }
        assertThat(codes).hasSize(10_000).allMatch(code -> code.matches(SeminarPages.CERTIFICATE_CODE));
        assertThat(CertificateCodes.read(" abcdefghijklmnopqrstuvwx23 ")).contains("ABCDEFGHIJKLMNOPQRSTUVWX23");
        assertThat(CertificateCodes.read("C-2026-00014")).isEmpty();
        assertThat(CertificateCodes.read("A".repeat(1_000_000))).isEmpty();
    }

    @Test
    void aTicketOpensTheDoorOfItsSeminarAlone() {
        DoorKeys here = new DoorKeys(new byte[32]);
        DoorKeys there = new DoorKeys(new byte[] {1});
        RegistrationId id = RegistrationId.next();
        String ticket = here.ticket(id);
        assertThat(here.registration(ticket)).contains(id);
        assertThat(there.registration(ticket)).isEmpty();
        String forged = (ticket.charAt(0) == 'A' ? "B" : "A") + ticket.substring(1);
        assertThat(here.registration(forged)).isEmpty();
        assertThat(here.registration("")).isEmpty();
        assertThat(here.registration("not base64 at all!")).isEmpty();
        assertThat(here.registration("A".repeat(100_000))).isEmpty();

        DayId day = DayId.next();
        String code = here.code(day, NOW);
        assertThat(here.knows(code, day, NOW.plusSeconds(14))).isTrue();
        assertThat(here.knows(code, day, here.until(NOW).plusSeconds(14)))
                .as("the one before")
                .isTrue();
        assertThat(here.knows(code, day, here.until(NOW).plusSeconds(15))).isFalse();
        assertThat(here.knows(code, DayId.next(), NOW)).isFalse();
    }

    @Test
    void reservedSeatsAndQuotasAreKeptApart() {
        UUID group = Ids.next();
        UUID weavers = Ids.next();
        Tally tally = new Tally(3, 2, Map.of(group, 1));
        assertThat(tally.common()).isEqualTo(2);
        tally.take(null, weavers, 2);
        assertThat(tally.fits(null, null)).as("the last is reserved").isFalse();
        assertThat(tally.fits(group, weavers))
                .as("they have as many as they may")
                .isFalse();
        assertThat(tally.fits(group, null)).isTrue();
        tally.take(group, null, 1);
        assertThat(tally.anything()).isFalse();
    }

    private static Seminar in(SeminarState state) {
        LocalDate day = LocalDate.parse("2026-12-10");
        Seminar seminar = Seminar.draft(
                SeminarId.next(),
                "bookkeeping",
                new SeminarContent(
                        LocalizedText.of(Language.EN, "Bookkeeping"),
                        null,
                        null,
                        Set.of(Language.EN),
                        Set.of(),
                        BigDecimal.ONE,
                        RegistrationMode.AUTO,
                        3,
                        null,
                        null,
                        null,
                        48,
                        null,
                        null,
                        null,
                        SOFIA,
                        "Hall",
                        null,
                        "",
                        CertificateRule.USUAL),
                List.of(new Day(DayId.next(), day, LocalTime.of(10, 0), LocalTime.of(16, 0))),
                FIRST,
                NOW);
        ReflectionTestUtils.setField(seminar, "version", 0L);
        ReflectionTestUtils.setField(seminar, "state", state);
        return seminar;
    }

    private static Registration of(RegistrationState state) {
        Registration one = Registration.begun(
                RegistrationId.next(),
                SeminarId.next(),
                new Registration.Who(OTHER, "", null, null, Language.EN),
                null,
                OTHER,
                Map.of(),
                NOW);
        ReflectionTestUtils.setField(one, "state", state);
        return one;
    }

    private static Certificate certificate() {
        return Certificate.issued(
                new Certificate.Printed(
                        CertificateId.next(),
                        new CertificateCode(2026, 14),
                        CertificateCodes.secret(),
                        new Certificates.Facts(
                                "C-2026-00014",
                                "Vera",
                                LocalizedText.of(Language.EN, "Bookkeeping"),
                                BigDecimal.ONE,
                                List.of(),
                                LocalDate.parse("2026-12-10"),
                                LocalDate.parse("2026-12-10"),
                                "Hall",
                                "Kvartal",
                                "Lena",
                                LocalDate.parse("2026-12-11"),
                                null,
                                Language.EN),
                        FileId.next(),
                        "00".repeat(32)),
                of(RegistrationState.COMPLETED),
                FIRST,
                NOW);
    }
}
