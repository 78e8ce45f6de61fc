package org.kvartal.discussions.ui;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.springframework.stereotype.Component;

/** What the pages need to show needs, and to let people state and support them. */
@Component
record NeedDesk(Needs needs, Places places, Voices voices, PageWords words, Messages messages, Wording wording) {

    /** The part of a thread's page that its need stands in. */
    NeedPart part(ThreadHead head, Reader reader) {
        return new NeedPart(this, head, reader);
    }

    NeedFields fields(Reader reader) {
        return new NeedFields(words, reader, places.all(reader.language()));
    }

    /** As it stands now; null where the thread is no need. */
    @Nullable NeedCard card(Reader reader, ThreadId thread) {
        return needs.cards(reader.asker(), Set.of(thread)).get(thread);
    }
}
