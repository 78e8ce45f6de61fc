package org.kvartal.discussions.domain;

import java.util.EnumSet;
import java.util.Set;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionRights;
import org.kvartal.discussions.SpaceId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Who may read what, and who may change what others wrote. */
@Component
class Audience {

    private final Permissions permissions;

    Audience(Permissions permissions) {
        this.permissions = permissions;
    }

    /** The spaces that the asker may read, by their visibility. */
    Set<Visibility> readable(Asker asker) {
        return readsMembersSpaces(asker) ? EnumSet.allOf(Visibility.class) : EnumSet.of(Visibility.PUBLIC);
    }

    boolean mayRead(Asker asker, Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> true;
            case MEMBERS -> readsMembersSpaces(asker);
        };
    }

    static boolean mayGuestRead(Visibility visibility) {
        return visibility == Visibility.PUBLIC;
    }

    /** Who of these people may read a space, asked once for all of them. */
    Set<PersonId> readers(Set<PersonId> people, Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> people;
            case MEMBERS -> permissions.among(people, DiscussionRights.READ_MEMBERS_SPACES, Scope.PLATFORM);
        };
    }

    /** Who of these people may change what others wrote in a space, asked once for all of them. */
    Set<PersonId> moderators(Set<PersonId> people, SpaceId space) {
        return permissions.among(people, DiscussionRights.MODERATE, DiscussionRights.in(space));
    }

    /** Nobody learns of a thread that they may not read. */
    void requireReader(Asker asker, Visibility visibility) {
        if (!mayRead(asker, visibility)) {
            throw new NotFound();
        }
    }

    /** Whoever is signed in may write where they may read. */
    static boolean mayWrite(Asker asker) {
        return asker instanceof Asker.Person;
    }

    boolean mayModerate(Asker asker, SpaceId space) {
        return !(asker instanceof Asker.Guest)
                && permissions.has(asker, DiscussionRights.MODERATE, DiscussionRights.in(space));
    }

    /** Authors change what is theirs, moderators also what is others'. */
    boolean mayChange(Asker asker, PersonId author, SpaceId space) {
        return asker.person().filter(author::equals).isPresent() || mayModerate(asker, space);
    }

    private boolean readsMembersSpaces(Asker asker) {
        return !(asker instanceof Asker.Guest)
                && permissions.has(asker, DiscussionRights.READ_MEMBERS_SPACES, Scope.PLATFORM);
    }
}
