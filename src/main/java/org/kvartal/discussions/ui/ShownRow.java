package org.kvartal.discussions.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads.NeedMark;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Language;

/** A thread as the page's script draws it in a list. */
record ShownRow(
        String id,
        long number,
        String title,
        String language,
        ShownSpace space,
        ShownPerson lastAuthor,
        @Nullable ShownMember lastOnBehalfOf,
        String lastPostAt,
        int posts,
        int unread,
        String excerpt,
        String excerptLanguage,
        @Nullable NeedMark need) {

    /** @param members whether only members read it */
    record ShownSpace(String name, String language, boolean members) {}

    static ShownRow of(ThreadRow row, Language reading) {
        return new ShownRow(
                row.id().toString(),
                row.number(),
                row.title(),
                row.language().code(),
                new ShownSpace(
                        row.spaceName().in(reading),
                        row.spaceName().shownIn(reading).code(),
                        row.visibility() == Visibility.MEMBERS),
                ShownPerson.of(row.lastAuthor()),
                ShownMember.of(row.lastOnBehalfOf(), reading),
                row.lastPostAt().toString(),
                row.posts(),
                row.unread(),
                row.excerpt(),
                row.excerptLanguage().code(),
                row.need());
    }
}
