package org.kvartal.membership;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * What an applicant has typed so far, kept as typed: half an address stays half an address until the application is sent. Empty is an empty
 * text, never null. The names of the fields are those that {@link org.kvartal.kernel.Refused#field()} mentions; a name in a language is
 * {@code names.en}.
 *
 * @param sequence rises with each save of the page; an older one never overwrites a newer one
 * @param applicant how the person who applies is called
 * @param position what they are in the organisation, such as "chair"
 * @param names the organisation's official names by language
 * @param ownName the organisation's or the person's name in a script of their own, where it is none of the house's languages
 * @param registrationScheme the register, see {@link Registration}
 * @param registrationNumber the number in it
 * @param place code of a {@link Places.Place}, empty where the city is not in the list
 * @param city the city in words, where it is not in the list
 * @param sectors codes of {@link Sectors.Sector}
 * @param website a web address, with or without {@code https://}
 * @param description who they are and what they do, in the applicant's language
 * @param founded the year
 * @param size how many members the organisation has
 * @param association the number of the member that the applicant wants to represent, empty for all other kinds
 * @param wish as what they want to represent it, null for all other kinds
 */
public record ApplicationForm(
        long sequence,
        String applicant,
        String position,
        Map<Language, String> names,
        String ownName,
        String registrationScheme,
        String registrationNumber,
        String place,
        String city,
        List<String> sectors,
        String website,
        String description,
        String founded,
        String size,
        String association,
        @Nullable RepresentationKind wish) {

    public ApplicationForm {
        EnumMap<Language, String> kept = new EnumMap<>(Language.class);
        kept.putAll(names);
        names = Map.copyOf(kept);
        sectors = List.copyOf(sectors);
    }

    /** A form in which only the applicant's name stands. */
    public static ApplicationForm begun(String applicant) {
        return new ApplicationForm(0, applicant, "", Map.of(), "", "", "", "", "", List.of(), "", "", "", "", "", null);
    }
}
