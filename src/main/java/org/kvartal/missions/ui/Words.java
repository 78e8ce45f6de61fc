package org.kvartal.missions.ui;

import java.time.Instant;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.ReaderWords;

/** Says the words of this module to one reader. */
class Words extends ReaderWords {

    Words(Messages messages, Wording wording, Reader reader) {
        super("missions", messages, wording, reader);
    }

    String name(Names names) {
        return names.in(language());
    }

    String moment(Instant moment) {
        return when(moment);
    }
}
