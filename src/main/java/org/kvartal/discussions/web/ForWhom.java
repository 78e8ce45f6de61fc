package org.kvartal.discussions.web;

import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.membership.MemberCard;

/**
 * Says for whom somebody wrote: the organisation's name in a template stands in an element of its own, with the language that it is in.
 *
 * @param before what stands before the name
 * @param after what stands behind it
 */
record ForWhom(String before, String name, Language language, String after) {

    /** Stands where the name comes; nobody's name holds it. */
    private static final String NAME = "\u0001";

    /** Words it for the readers of a page. */
    record Words(Messages messages, Language language) {

        public ForWhom of(MemberCard association) {
            String said = messages.text(language, "discussions.public.for", NAME);
            int at = said.indexOf(NAME);
            return new ForWhom(
                    said.substring(0, at),
                    association.name().in(language),
                    association.name().shownIn(language),
                    said.substring(at + NAME.length()));
        }
    }
}
