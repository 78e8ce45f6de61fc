package org.kvartal.membership.domain;

import org.kvartal.kernel.Code;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;

/** The message keys of codes. */
final class Keys {

    private Keys() {}

    static String of(MemberKind kind) {
        return "membership.kind." + Code.of(kind);
    }

    static String of(ApplicationKind kind) {
        return "membership.application-kind." + Code.of(kind);
    }

    static String of(RepresentationKind kind) {
        return "membership.representation." + Code.of(kind);
    }
}
