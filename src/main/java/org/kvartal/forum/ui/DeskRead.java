package org.kvartal.forum.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Room.DeskPage;

/**
 * Everything that the desk shows, read at once.
 *
 * @param about what came out of the session whose minutes are spoken of, null where none are
 * @param note what the reader keeps of the current item for themselves
 */
record DeskRead(DeskPage page, @Nullable Became about, String note) {

    /** @param page as it was read just now */
    static DeskRead of(RoomTools tools, DeskPage page, Words words) {
        var current = page.current();
        String about = current == null ? null : current.about();
        return new DeskRead(
                page,
                about == null ? null : Became.read(tools, about, words),
                current == null
                        ? ""
                        : tools.room().note(words.asker(), current.line().id()));
    }
}
