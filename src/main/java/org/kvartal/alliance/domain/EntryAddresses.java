package org.kvartal.alliance.domain;

import java.util.Set;
import java.util.regex.Pattern;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Refused;
import org.springframework.stereotype.Component;

/** Finds addresses for entries: made from the name in Latin letters, and never the address of anything else, now or before. */
@Component
class EntryAddresses {

    private static final int LENGTH = 60;
    private static final int SHORTEST = 2;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Words that pages beside the entries may use. */
    private static final Set<String> TAKEN =
            Set.of("new", "edit", "mine", "review", "suggestions", "catalogue", "points", "map", "api", "embed");

    private final EntryLedger ledger;

    EntryAddresses(EntryLedger ledger) {
        this.ledger = ledger;
    }

    /** Whether a text that came from outside may be an address at all. */
    static boolean canBe(String slug) {
        return slug.length() <= 2 * LENGTH && FORM.matcher(slug).matches();
    }

    /** An address that nobody has had; the ledger is locked. */
    String free(Names names, EntryKind kind) {
        String slug = Spelling.slug(names.own(), names.ownLanguage(), LENGTH);
        if (slug.length() < SHORTEST) {
            slug = Code.of(kind);
        }
        String candidate = slug;
        for (int number = 2;
                TAKEN.contains(candidate) || ledger.holder(candidate).isPresent();
                number++) {
            candidate = slug + "-" + number;
        }
        return candidate;
    }

    /**
     * Lets a wanted address pass.
     *
     * @throws Refused at {@code slug}
     */
    String wanted(String slug, EntryId entry) {
        if (slug.length() > LENGTH
                || slug.length() < SHORTEST
                || !FORM.matcher(slug).matches()) {
            throw Refused.at("slug", "alliance.refused.slug", LENGTH);
        }
        if (TAKEN.contains(slug)
                || ledger.holder(slug).filter(holder -> !holder.equals(entry)).isPresent()) {
            throw Refused.at("slug", "alliance.refused.slug-taken");
        }
        return slug;
    }
}
