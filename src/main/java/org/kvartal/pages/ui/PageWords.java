package org.kvartal.pages.ui;

import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.NewsState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.ReaderWords;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Says the words of pages and news to one reader. */
class PageWords extends ReaderWords {

    PageWords(Messages messages, Wording wording, Reader reader) {
        super("pages", messages, wording, reader);
    }

    StatusBadge state(NewsState state) {
        return switch (state) {
            case DRAFT -> new StatusBadge(Status.PLAIN, Icon.EDIT, of("state", state));
            case PUBLISHED -> new StatusBadge(Status.DONE, of("state", state));
            case WITHDRAWN -> new StatusBadge(Status.PLAIN, Icon.CLOSE, of("state", state));
        };
    }
}
