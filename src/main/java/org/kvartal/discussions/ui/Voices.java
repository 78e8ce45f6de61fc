package org.kvartal.discussions.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Threads.Source;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.stereotype.Component;

/** For whom a reader may write now, and what they are told where they no longer may: whether they do is decided where it is written down. */
@Component
class Voices {

    private final Mandates mandates;
    private final Members members;

    Voices(Mandates mandates, Members members) {
        this.mandates = mandates;
        this.members = members;
    }

    /** An organisation for which the reader may write. */
    record Voice(String id, String name, String language) {

        private static Voice of(MemberCard card, Language reading) {
            return new Voice(
                    card.id().toString(),
                    card.name().in(reading),
                    card.name().shownIn(reading).code());
        }
    }

    /** None for most people. */
    List<Voice> of(Reader reader) {
        return mandates.of(reader.asker().requirePerson()).stream()
                .map(card -> Voice.of(card, reader.language()))
                .toList();
    }

    /**
     * Explains why something could not be posted.
     *
     * @throws Refused at {@code onBehalfOf} if the reader no longer speaks for it
     */
    void requireVoice(Reader reader, @Nullable MemberId onBehalfOf) {
        if (onBehalfOf != null) {
            members.find(reader.asker(), onBehalfOf)
                    .filter(card -> card.kind().organisation() && !speaksFor(reader, card))
                    .ifPresent(card -> {
                        throw Refused.at(
                                "onBehalfOf",
                                "discussions.refused.mandate-ended",
                                card.name().in(reader.language()));
                    });
        }
    }

    /**
     * Explains why a post of the reader's own can't be changed.
     *
     * @throws Refused if it was written for an organisation for which they no longer speak
     */
    void requireChangeable(Reader reader, Source source) {
        MemberCard card = source.onBehalfOf();
        if (card != null
                && reader.asker().person().filter(source.author().id()::equals).isPresent()
                && !speaksFor(reader, card)) {
            throw Refused.because(
                    "discussions.refused.written-under-mandate", card.name().in(reader.language()));
        }
    }

    private boolean speaksFor(Reader reader, MemberCard association) {
        return mandates.of(reader.asker().requirePerson()).stream()
                .anyMatch(card -> card.id().equals(association.id()));
    }
}
