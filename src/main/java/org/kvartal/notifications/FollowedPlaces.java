package org.kvartal.notifications;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** Names the places that people follow. The module that knows them implements it; a bean is enough. */
public interface FollowedPlaces {

    /** What of these the reader may know of, in a constant number of queries. */
    Map<UUID, Place> places(PersonId reader, Collection<UUID> places, Language language);

    /**
     * @param language of the name
     * @param path where it is, a full path of the workspace
     */
    record Place(String name, Language language, String path) {}
}
