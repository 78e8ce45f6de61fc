package org.kvartal.discussions.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;

/** An organisation for which somebody wrote, as the page's script names it. */
record ShownMember(String name, String language) {

    static @Nullable ShownMember of(@Nullable MemberCard card, Language reading) {
        return card == null
                ? null
                : new ShownMember(
                        card.name().in(reading), card.name().shownIn(reading).code());
    }
}
