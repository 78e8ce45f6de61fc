package org.kvartal.membership.domain;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
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
    private final HouseClock day;

    DescriptionRules(KeptSectors sectors, KeptPlaces places, HouseClock day) {
        this.sectors = sectors;
        this.places = places;
        this.day = day;
    }

    Member.Description of(MemberChange wish, MemberKind kind) {
        return of(
                code -> places.find(code).isPresent(),
                sectors::codes,
                kind,
                wish.name(),
                wish.ownName(),
                () -> Registration.typed(wish.registrationScheme(), wish.registrationNumber()),
                wish.place(),
                wish.city(),
                wish.sectors(),
                wish.website(),
                wish.about(),
                wish.contact(),
                wish.founded(),
                wish.size());
    }

    Member.Description of(NewMember wish) {
        return of(wish, code -> places.find(code).isPresent(), sectors::codes);
    }

    /** The same for one of many, by lists that were read before. */
    Member.Description of(NewMember wish, Set<String> knownPlaces, Set<String> knownSectors) {
        return of(wish, knownPlaces::contains, () -> knownSectors);
    }

    private Member.Description of(NewMember wish, Predicate<String> knownPlace, Supplier<Set<String>> knownSectors) {
        return of(
                knownPlace,
                knownSectors,
                wish.kind(),
                wish.name(),
                wish.ownName(),
                wish::registration,
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
            Predicate<String> knownPlace,
            Supplier<Set<String>> knownSectors,
            MemberKind kind,
            LocalizedText name,
            String ownName,
            Supplier<@Nullable Registration> registration,
            @Nullable String place,
            String city,
            List<String> chosen,
            String website,
            @Nullable LocalizedText about,
            String contact,
            @Nullable Integer founded,
            @Nullable Integer size) {
        var reading = new Refusals();
        if (place != null && !knownPlace.test(place)) {
            reading.wrong(Refused.at("place", "membership.refused.place-unknown"));
        }
        Member.Description read = new Member.Description(
                reading.of(name, () -> Entered.name("name", name)),
                reading.of("", () -> Typed.line("ownName", ownName, Entered.NAME_LENGTH)),
                kind.organisation() ? reading.ofNullable(registration) : null,
                place,
                reading.of("", () -> Typed.line("city", city, Entered.LINE_LENGTH)),
                chosen.isEmpty()
                        ? List.of()
                        : reading.of(
                                List.<String>of(), () -> Entered.sectors("sectors", chosen, knownSectors.get(), false)),
                reading.of("", () -> Typed.link("website", website, Entered.WEBSITE_LENGTH)),
                reading.ofNullable(() -> Entered.about("about", about)),
                reading.of("", () -> Typed.line("contact", contact, Entered.LINE_LENGTH)),
                reading.ofNullable(
                        () -> Entered.founded("founded", founded, day.today().getYear())),
                reading.ofNullable(() -> Entered.size("size", size)));
        reading.finish();
        return read;
    }
}
