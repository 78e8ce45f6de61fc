package org.kvartal.membership.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MembershipPages;

/** As what somebody wants to join, as the first page offers it. */
enum Choice {
    PERSON("person", ApplicationKind.PERSON),
    ASSOCIATION("association", ApplicationKind.ASSOCIATION),
    REPRESENTATIVE("representative", ApplicationKind.REPRESENTATIVE),
    PARTNER("partner", ApplicationKind.AUTHORITY, ApplicationKind.AGENCY);

    /** A path variable {@code choice} that takes only these. */
    static final String PATH = MembershipPages.JOIN + "/{choice:person|association|representative|partner}";

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody can change
    private final List<ApplicationKind> kinds;

    Choice(String code, ApplicationKind... kinds) {
        this.code = code;
        this.kinds = List.of(kinds);
    }

    static Choice of(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Choice of(ApplicationKind kind) {
        return Arrays.stream(values())
                .filter(choice -> choice.kinds.contains(kind))
                .findFirst()
                .orElseThrow();
    }

    /** As it stands in addresses and in the keys of messages. */
    public String code() {
        return code;
    }

    /** What it may be; more than one has to be chosen from. */
    public List<ApplicationKind> kinds() {
        return kinds;
    }

    /** The kind of that name, or the only one. */
    Optional<ApplicationKind> kind(String name) {
        return kinds.size() == 1
                ? Optional.of(kinds.getFirst())
                : kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The path of its first form, below the language prefix. */
    String path() {
        return MembershipPages.JOIN + "/" + code;
    }

    /** Whether the applicant is somebody in an organisation that they describe. */
    public boolean organisation() {
        return kinds.getFirst().organisation();
    }
}
