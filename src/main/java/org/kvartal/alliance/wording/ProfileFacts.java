package org.kvartal.alliance.wording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryProfile;

/**
 * A fact that only entries of some kinds have.
 *
 * @param link where it leads, null where it is words
 */
public record ProfileFacts(
        String label, String value, @Nullable String link) {

    public static List<ProfileFacts> of(EntryProfile profile, Words words) {
        List<ProfileFacts> facts = new ArrayList<>();
        year(facts, profile.founded(), words);
        switch (profile) {
            case EntryProfile.Collective collective -> number(facts, "members", collective.members(), words);
            case EntryProfile.Premises premises -> {
                number(facts, "capacity", premises.capacity(), words);
                if (premises.floorArea() != null) {
                    facts.add(new ProfileFacts(
                            words.text("alliance.profile.floor-area"),
                            words.text("alliance.profile.square-metres", words.number(premises.floorArea())),
                            null));
                }
            }
            case EntryProfile.Territory territory -> number(facts, "population", territory.population(), words);
            case EntryProfile.Studies studies -> number(facts, "students", studies.students(), words);
            case EntryProfile.Business business -> number(facts, "staff", business.staff(), words);
            case EntryProfile.Funder funder -> {
                String calls = funder.calls();
                if (calls != null) {
                    facts.add(new ProfileFacts(words.text("alliance.profile.calls"), Links.shown(calls), calls));
                }
            }
            case EntryProfile.Office _ -> {}
            case EntryProfile.Publication publication -> {
                if (publication.issn() != null) {
                    facts.add(new ProfileFacts("ISSN", publication.issn(), null));
                }
            }
        }
        return facts;
    }

    private static void year(List<ProfileFacts> facts, @Nullable Integer founded, Words words) {
        if (founded != null) {
            facts.add(new ProfileFacts(words.text("alliance.profile.founded"), founded.toString(), null));
        }
    }

    private static void number(List<ProfileFacts> facts, String field, @Nullable Integer number, Words words) {
        if (number != null) {
            facts.add(new ProfileFacts(words.text("alliance.profile." + field), words.number(number), null));
        }
    }
}
