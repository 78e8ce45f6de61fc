package org.kvartal.membership.ui;

import java.util.List;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MembershipRights;
import org.springframework.stereotype.Component;

/** Finds out whose turn an application is, as far as one reader is concerned. Rules decide anew at each act. */
@Component
class Turns {

    private final Mandates mandates;
    private final Permissions permissions;

    Turns(Mandates mandates, Permissions permissions) {
        this.mandates = mandates;
        this.permissions = permissions;
    }

    boolean reads(Asker asker) {
        return permissions.has(asker, MembershipRights.READ_APPLICATIONS, Scope.PLATFORM);
    }

    boolean decides(Asker asker) {
        return permissions.has(asker, MembershipRights.DECIDE_APPLICATIONS, Scope.PLATFORM);
    }

    Turn of(Dossier dossier, Asker asker) {
        ApplicationState state = dossier.row().state();
        if (!state.open()) {
            return Turn.OVER;
        }
        if (state == ApplicationState.MORE_INFO) {
            return Turn.APPLICANT;
        }
        if (dossier.own()) {
            return Turn.OWN;
        }
        if (dossier.mayAnswer()) {
            return Turn.ANSWER;
        }
        if (associationAnswers(dossier)) {
            return Turn.ASSOCIATION;
        }
        return state == ApplicationState.SUBMITTED && decides(asker) ? Turn.TAKE : Turn.OFFICE;
    }

    private boolean associationAnswers(Dossier dossier) {
        MemberCard association = dossier.association();
        return dossier.row().kind() == ApplicationKind.REPRESENTATIVE
                && association != null
                && !mandates.primaries(List.of(association.id())).isEmpty();
    }
}
