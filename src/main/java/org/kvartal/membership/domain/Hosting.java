package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.calendar.EventCities;
import org.kvartal.calendar.EventHosts;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.tasks.Audience;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the calendar whose events may stand in it: organisations that belong, associations and partners alike, by whoever speaks for them now. */
@Component
@Transactional(readOnly = true)
class Hosting implements EventHosts, EventCities {

    private final MandateReads mandates;
    private final MemberReads members;
    private final Places places;
    private final Permissions permissions;

    Hosting(MandateReads mandates, MemberReads members, Places places, Permissions permissions) {
        this.mandates = mandates;
        this.members = members;
        this.places = places;
        this.permissions = permissions;
    }

    @Override
    public List<Host> of(Asker asker) {
        return asker.person().map(mandates::spokenForBy).orElse(List.of()).stream()
                .map(Hosting::host)
                .toList();
    }

    @Override
    public boolean mayEnterFor(Asker asker, UUID organisation) {
        return asker.person()
                .filter(person -> mandates.speaks(person, new MemberId(organisation)))
                .isPresent();
    }

    @Override
    public Map<UUID, Host> named(Collection<UUID> organisations) {
        Map<UUID, Host> hosts = new HashMap<>();
        members.cards(organisations.stream().map(MemberId::new).toList()).values().stream()
                .filter(card -> card.kind().organisation())
                .forEach(card -> hosts.put(card.id().value(), host(card)));
        return hosts;
    }

    @Override
    public boolean decides(Asker asker) {
        return permissions.has(asker, MembershipRights.DECIDE_EVENTS, Scope.PLATFORM);
    }

    @Override
    public String deciders() {
        return Audience.role(Role.OFFICER.name());
    }

    @Override
    public List<City> all(Language language) {
        return places.all(language).stream().map(Hosting::city).toList();
    }

    @Override
    public Map<String, City> find(Collection<String> codes) {
        Map<String, City> cities = new HashMap<>();
        places.find(codes).forEach((code, place) -> cities.put(code, city(place)));
        return cities;
    }

    private static Host host(MemberCard card) {
        return new Host(card.id().value(), card.name(), MembershipPages.member(card.number()));
    }

    private static City city(Place place) {
        return new City(place.code(), place.name(), place.country(), place.zone());
    }
}
