package org.kvartal.forum.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.Room.DeskPage;

/**
 * Everything that the desk shows, read at once.
 *
 * @param about the session whose minutes are spoken of, null where none are
 * @param note what the reader keeps of the current item for themselves
 */
record DeskRead(DeskPage page, @Nullable LookBack about, String note) {

    /** @param page as it was read just now */
    static DeskRead of(RoomTools tools, DeskPage page, Words words) {
        var current = page.current();
        String about = current == null ? null : current.about();
        return new DeskRead(
                page,
                about == null
                        ? null
                        : tools.minutes()
                                .lookBack(words.asker(), about, words.language())
                                .orElse(null),
                current == null
                        ? ""
                        : tools.room().note(words.asker(), current.line().id()));
    }
}
