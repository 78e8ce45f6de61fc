package org.kvartal.notifications;

import java.util.Set;
import org.kvartal.kernel.Asker;

/** What people want to get by mail; everybody has their own and sees no other. Guests and the house have none ({@code Forbidden}). */
public interface Wishes {

    Wish own(Asker asker);

    /**
     * Chooses anew. What still waits for a letter follows it. Choices for groups that nobody has are left out;
     * what was chosen before for a group whose module is not in use now stays for when it is again.
     *
     * @throws org.kvartal.kernel.Forbidden for guests and the house
     */
    void change(Asker asker, Wish wish);

    /** The groups that notices of this house fall into, as {@link NoticeSource#group()}. */
    Set<String> groups();
}
