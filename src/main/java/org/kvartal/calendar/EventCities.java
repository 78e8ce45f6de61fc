package org.kvartal.calendar;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** The cities that the house knows. The module that keeps their list implements it. */
public interface EventCities {

    /** All, by their names in that language. One query. */
    List<City> all(Language language);

    /** Those of them, in one query; unknown codes are left out. */
    Map<String, City> find(Collection<String> codes);

    /**
     * A city.
     *
     * @param code lower-case Latin letters, digits and hyphens
     * @param country its code of two capital letters (ISO 3166-1)
     * @param zone by which clock it lives
     */
    record City(String code, LocalizedText name, String country, ZoneId zone) {}
}
