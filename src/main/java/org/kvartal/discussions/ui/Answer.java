package org.kvartal.discussions.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page is told when it asked for something: JSON by the names of the parts. */
sealed interface Answer {

    /** It was done, and there is nothing to add. */
    record Done() implements Answer {}

    /** What was read is kept; the reader follows the thread now because of it. */
    record Followed(boolean followed) implements Answer {}

    /**
     * It was not done.
     *
     * @param problem one sentence in the reader's language
     * @param field which field it is about, null where it concerns all of it
     */
    record Problem(String problem, @Nullable String field) implements Answer {}

    record Posts(List<ShownPost> posts, int lastNumber) implements Answer {}

    record Text(String text) implements Answer {}

    record Html(String html) implements Answer {}

    record Wordings(List<Earlier> wordings) implements Answer {}

    record Earlier(String text, ShownPerson by, String at) {}

    /** What other modules offer for a post. */
    record Offers(List<Offer> offers) implements Answer {}

    /** A link to where something is done. */
    record Offer(String text, String path) {}

    record Faces(List<Named> people) implements Answer {}

    /** @param mention how the person stands in the text */
    record Named(ShownPerson person, String mention) {}

    record Rows(List<ShownRow> rows, @Nullable NextRows next) implements Answer {}

    /** Where the list goes on: handed back as it stands. */
    record NextRows(String at, long number) {}

    /** What the server keeps now. */
    record Kept(String post, long sequence, @Nullable String savedAt) implements Answer {}

    /** Another page has gone on with the draft; nothing was overwritten. */
    record NewerDraft(ShownDraft conflict) implements Answer {}

    /** It was posted or saved; the composer goes on with this draft. */
    record Sent(int number, ShownDraft draft) implements Answer {}

    /** Somebody else saved another text; nothing was overwritten. */
    record EditConflict(Theirs conflict) implements Answer {}

    record Theirs(String theirs, long version, String by) {}

    /** A post to be changed, and the draft in which that was begun. */
    record Begun(int number, String text, long version, ShownDraft draft) implements Answer {}

    /** A file was stored. */
    record Uploaded(
            String name,
            String path,
            boolean picture,
            @Nullable ShownDraft draft) implements Answer {}
}
