package org.kvartal.membership;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** Cities that the house knows, with where they lie and by which clock they live; the same for every asker. */
public interface Places {

    /** All places by their names in that language. */
    List<Place> all(Language language);

    Optional<Place> find(String code);

    /** The same for many in one query; unknown codes are left out. */
    Map<String, Place> find(Collection<String> codes);

    /**
     * Adds a place, or corrects the one with that code.
     *
     * @throws org.kvartal.kernel.Refused at {@code code}, {@code name}, {@code country}, {@code latitude} or {@code longitude}
     * @throws org.kvartal.kernel.Forbidden unless the asker may {@link MembershipRights#MANAGE_PLACES}
     */
    void keep(Asker by, Place place);

    /**
     * A city.
     *
     * @param code lower-case Latin letters, digits and hyphens, at most 60; never changed
     * @param country its code of two capital letters (ISO 3166-1)
     * @param latitude degrees north, -90 to 90
     * @param longitude degrees east, -180 to 180
     */
    record Place(String code, LocalizedText name, String country, double latitude, double longitude, ZoneId zone) {}
}
