package org.kvartal.membership.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Registration;
import org.springframework.stereotype.Component;

/** Brings what somebody wants to stand about a member into the form in which it is kept, or refuses it at its field. */
@Component
class DescriptionRules {

    private final KeptSectors sectors;
    private final KeptPlaces places;
    private final Day day;

    DescriptionRules(KeptSectors sectors, KeptPlaces places, Day day) {
        this.sectors = sectors;
        this.places = places;
        this.day = day;
    }

    Member.Description of(MemberChange wish, MemberKind kind) {
        return of(
                kind,
                wish.name(),
                wish.ownName(),
                wish.registration(),
                wish.place(),
                wish.city(),
                wish.sectors(),
                wish.website(),
                wish.about(),
                Typed.line("contact", wish.contact(), Typed.LINE_LENGTH),
                wish.founded(),
                wish.size());
    }

    Member.Description of(NewMember wish) {
        return of(
                wish.kind(),
                wish.name(),
                wish.ownName(),
                wish.registration(),
                wish.place(),
                wish.city(),
                wish.sectors(),
                wish.website(),
                wish.description(),
                "",
                wish.founded(),
                wish.size());
    }

    private Member.Description of(
            MemberKind kind,
            LocalizedText name,
            String ownName,
            @Nullable Registration registration,
            @Nullable String place,
            String city,
            List<String> chosen,
            String website,
            @Nullable LocalizedText about,
            String contact,
            @Nullable Integer founded,
            @Nullable Integer size) {
        if (place != null && places.find(place).isEmpty()) {
            throw Refused.at("place", "membership.refused.place-unknown");
        }
        return new Member.Description(
                Typed.name("name", name),
                Typed.line("ownName", ownName, Typed.NAME_LENGTH),
                kind.organisation() ? registration : null,
                place,
                Typed.line("city", city, Typed.LINE_LENGTH),
                chosen.isEmpty() ? List.of() : Typed.sectors("sectors", chosen, sectors.codes(), false),
                Typed.website("website", website),
                Typed.about("about", about),
                contact,
                Typed.founded("founded", founded, day.today().getYear()),
                Typed.size("size", size));
    }
}
