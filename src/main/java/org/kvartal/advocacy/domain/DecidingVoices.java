package org.kvartal.advocacy.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.HeldMandate;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.springframework.stereotype.Component;

/** Who decides something for an organisation here: its primary representative, or whoever has a mandate of it in writing. To act for it otherwise takes less. */
@Component
class DecidingVoices {

    private final Mandates mandates;

    DecidingVoices(Mandates mandates) {
        this.mandates = mandates;
    }

    /** The organisations for which the asker decides. */
    List<MemberCard> of(Asker by) {
        List<MemberId> speaks = by.person().stream()
                .flatMap(person -> mandates.of(person).stream())
                .map(MemberCard::id)
                .toList();
        if (speaks.isEmpty()) {
            return List.of();
        }
        return by.person().stream()
                .flatMap(person -> mandates.heldBy(by, person).stream())
                .filter(DecidingVoices::decides)
                .map(HeldMandate::association)
                .filter(card -> speaks.contains(card.id()))
                .distinct()
                .toList();
    }

    private static boolean decides(HeldMandate held) {
        return held.state() == MandateState.CURRENT && (held.kind() == RepresentationKind.PRIMARY || held.written());
    }

    boolean has(Asker by, @Nullable MemberId organisation) {
        return organisation != null
                && of(by).stream().anyMatch(card -> card.id().equals(organisation));
    }

    /**
     * @throws org.kvartal.kernel.Forbidden without a mandate
     * @throws Refused at {@code association} if it is neither a primary one nor in writing
     */
    MemberCard require(Asker by, MemberId association) {
        mandates.check(by, association);
        Optional<MemberCard> voice =
                of(by).stream().filter(card -> card.id().equals(association)).findFirst();
        return voice.orElseThrow(() -> Refused.at("association", "advocacy.refused.mandate"));
    }
}
