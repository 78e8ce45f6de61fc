package org.kvartal.forum.web;

import java.time.LocalTime;
import java.time.ZoneId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;

/**
 * Says the words of the forum in a template of a public page.
 *
 * @param house by whose clock guests read
 */
record ForumWords(Messages messages, Wording wording, Language language, ZoneId house) {

    /** What a constant of that group is called, such as {@code forum.kind.decide}. */
    public String of(String group, Enum<?> constant) {
        return messages.text(language, "forum." + group + "." + Code.of(constant));
    }

    /** When a session takes place, by its own clock. */
    public String when(SessionCard session) {
        return wording.exact(session.startsAt(), language, session.zone(), house);
    }

    /** "18:05". */
    public String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
