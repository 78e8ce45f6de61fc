package org.kvartal.discussions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/** Whom one can speak to by name in a post. */
public interface Mentionable {

    /**
     * People by part of their name who may read what is written there: first those who wrote in the thread, then other members of the house
     * where the asker is one. Nobody finds themselves.
     *
     * @param thread null where it is only begun
     * @throws org.kvartal.kernel.NotFound if there is no such place that the asker may read
     */
    List<PersonCard> named(
            Asker by, SpaceId space, @Nullable ThreadId thread, String name, Language language, int limit);
}
