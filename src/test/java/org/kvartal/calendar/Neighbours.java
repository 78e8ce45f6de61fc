package org.kvartal.calendar;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The organisations, cities and the office of a calendar's house, as a module above would tell of them. */
public final class Neighbours implements EventHosts, EventCities {

    private final Map<UUID, Host> hosts = new ConcurrentHashMap<>();
    private final Map<UUID, Set<PersonId>> speakers = new ConcurrentHashMap<>();
    private final Set<Asker> office = ConcurrentHashMap.newKeySet();

    /** Somebody of the office. */
    public Asker officer() {
        Asker officer = Asker.of(PersonId.next());
        office.add(officer);
        return officer;
    }

    public Host organisation(String name) {
        Host host = new Host(Ids.next(), LocalizedText.of(Language.EN, name), "/app/members/1");
        hosts.put(host.id(), host);
        return host;
    }

    /** Somebody who speaks for it from now on. */
    public Asker speaker(Host host) {
        PersonId person = PersonId.next();
        speakers.computeIfAbsent(host.id(), _ -> ConcurrentHashMap.newKeySet()).add(person);
        return Asker.of(person);
    }

    /** Somebody speaks for it no more. */
    public void silence(Host host) {
        speakers.remove(host.id());
    }

    @Override
    public List<Host> of(Asker asker) {
        return hosts.values().stream()
                .filter(host -> mayEnterFor(asker, host.id()))
                .toList();
    }

    @Override
    public boolean mayEnterFor(Asker asker, UUID organisation) {
        return asker.person()
                .filter(speakers.getOrDefault(organisation, Set.of())::contains)
                .isPresent();
    }

    @Override
    public Map<UUID, Host> named(Collection<UUID> organisations) {
        Map<UUID, Host> named = new HashMap<>(hosts);
        named.keySet().retainAll(organisations);
        return named;
    }

    @Override
    public boolean decides(Asker asker) {
        return office.contains(asker) || asker instanceof Asker.House;
    }

    @Override
    public String deciders() {
        return Audience.role("OFFICER");
    }

    @Override
    public List<City> all(Language language) {
        return List.of(
                city("sofia", "Sofia", "София", "Europe/Sofia"), city("lisbon", "Lisbon", "Лиссабон", "Europe/Lisbon"));
    }

    @Override
    public Map<String, City> find(Collection<String> codes) {
        Map<String, City> found = new HashMap<>();
        all(Language.EN).stream()
                .filter(city -> codes.contains(city.code()))
                .forEach(city -> found.put(city.code(), city));
        return found;
    }

    private static City city(String code, String english, String russian, String zone) {
        return new City(
                code,
                new LocalizedText(Language.EN, Map.of(Language.EN, english, Language.RU, russian)),
                code.equals("sofia") ? "BG" : "PT",
                ZoneId.of(zone));
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Street {

        @Bean
        Neighbours neighbours() {
            return new Neighbours();
        }

        /** The office owes what waits for officers. */
        @Bean
        TaskAudiences office(Neighbours neighbours) {
            return asker -> neighbours.decides(asker) ? Set.of(Audience.role("OFFICER")) : Set.of();
        }
    }
}
