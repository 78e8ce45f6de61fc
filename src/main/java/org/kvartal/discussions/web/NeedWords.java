package org.kvartal.discussions.web;

import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.NeedFacts.Since;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;

/** Words a need for the readers of a page. */
record NeedWords(Messages messages, Wording wording, Language language) {

    public String since(NeedCard need) {
        Since since = need.facts().since();
        return since.month() == null ? wording.year(since.year(), language) : wording.month(since.first(), language);
    }

    public String number(int number) {
        return wording.number(number, language);
    }

    /** How many stand behind it, in a sentence. */
    public String behind(NeedCard need) {
        if (!need.supported()) {
            return messages.text(language, "discussions.need.behind-nobody");
        }
        if (need.associations() == 0) {
            return messages.text(language, "discussions.need.behind-people", need.people());
        }
        if (need.people() == 0) {
            return messages.text(language, "discussions.need.behind-associations", need.associations());
        }
        return messages.text(
                language,
                "discussions.need.behind-both",
                messages.text(language, "discussions.need.people", need.people()),
                messages.text(language, "discussions.need.associations", need.associations()));
    }
}
