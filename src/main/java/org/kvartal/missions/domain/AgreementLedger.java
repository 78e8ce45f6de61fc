package org.kvartal.missions.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kvartal.kernel.Language;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementInForce;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.missions.domain.AgreementParties.Signing;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * An agreement that comes into force is a result of what it comes of, and its signed file the evidence. It counts once somebody has looked who had no hand in it.
 *
 * @see "Decision record 0149, an agreement enters the ledger by itself"
 */
@Component
class AgreementLedger {

    private final AgreementRepository agreements;
    private final AgreementParties signatures;
    private final ResultBook book;

    AgreementLedger(AgreementRepository agreements, AgreementParties signatures, ResultBook book) {
        this.agreements = agreements;
        this.signatures = signatures;
        this.book = book;
    }

    @ApplicationModuleListener(id = "missions.agreement-into-the-ledger")
    void on(AgreementInForce fact) {
        enter(fact.agreement());
    }

    /** However often it is told. */
    void enter(AgreementId id) {
        Agreement agreement = agreements.findById(id.value()).orElseThrow();
        List<Claim> claims = claims(agreement);
        if (claims.isEmpty()) {
            return;
        }
        Language language = agreement.title().source();
        book.enter(
                ResultId.next(),
                new ResultContent(
                        ResultKind.AGREEMENT,
                        BigDecimal.ONE,
                        Typed.shortened(agreement.title().in(language), Results.TEXT_LENGTH),
                        language,
                        signed(agreement),
                        "",
                        agreement.id()));
        ResultId result = book.ofAgreement(agreement.id());
        claims.forEach(claim -> book.claim(MissionTrail.HOUSE, null, result, claim, true));
    }

    private static List<Claim> claims(Agreement agreement) {
        List<Claim> claims = new ArrayList<>();
        if (agreement.project() != null) {
            claims.add(new Claim.OfProject(agreement.project()));
        }
        if (agreement.mission() != null) {
            claims.add(new Claim.OfMission(agreement.mission()));
        }
        return claims;
    }

    /** The day of the last signature: it may begin later, and be agreed on all the same. */
    private LocalDate signed(Agreement agreement) {
        return signatures.of(agreement.id()).stream()
                .map(Signing::signedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
