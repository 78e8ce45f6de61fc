package org.kvartal.membership.domain;

import java.util.Locale;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;

/** The message keys of codes. */
final class Keys {

    private Keys() {}

    static String of(MemberKind kind) {
        return "membership.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    static String of(ApplicationKind kind) {
        return "membership.application-kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    static String of(RepresentationKind kind) {
        return "membership.representation." + kind.name().toLowerCase(Locale.ROOT);
    }
}
