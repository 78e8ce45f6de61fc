package org.kvartal.membership.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Suspensions;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members.MemberList;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.shell.Icon;
import org.springframework.stereotype.Component;

/** Members as lines of a list, in a constant number of queries. */
@Component
class MemberLines {

    /** More sectors are only counted. */
    private static final int SECTORS = 3;

    private final Lists lists;
    private final People people;
    private final Suspensions suspensions;

    MemberLines(Lists lists, People people, Suspensions suspensions) {
        this.lists = lists;
        this.people = people;
        this.suspensions = suspensions;
    }

    LongList.Part of(MemberList found, Words words) {
        List<MemberCard> members = found.members();
        Set<PersonId> persons = members.stream()
                .map(MemberCard::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<PersonId, PersonCard> faces = people.cards(persons);
        Set<PersonId> suspended = suspensions.suspended(words.asker(), persons);
        Map<String, Place> cities = lists.places(
                members.stream().map(MemberCard::city).filter(Objects::nonNull).toList());
        Map<String, Sector> sectors = members.isEmpty() ? Map.of() : lists.sectorsByCode();
        return new LongList.Part(
                members.stream()
                        .map(member -> line(member, faces, suspended, cities, sectors, words))
                        .toList(),
                found.next());
    }

    private static Line line(
            MemberCard member,
            Map<PersonId, PersonCard> faces,
            Set<PersonId> suspended,
            Map<String, Place> cities,
            Map<String, Sector> sectors,
            Words words) {
        List<Line.Fact> facts = new ArrayList<>();
        if (member.kind().organisation()) {
            facts.add(Line.Fact.of(words.of("kind", member.kind())));
        }
        Place city = member.city() == null ? null : cities.get(member.city());
        if (city != null) {
            facts.add(Line.Fact.of(city.name(), words.language()));
        }
        member.sectors().stream()
                .map(sectors::get)
                .filter(Objects::nonNull)
                .limit(SECTORS)
                .forEach(sector -> facts.add(Line.Fact.of(sector.name(), words.language())));
        if (member.sectors().size() > SECTORS) {
            facts.add(Line.Fact.of("+" + (member.sectors().size() - SECTORS)));
        }
        String name = words.name(member.name());
        return new Line(
                MembershipPages.member(member.number()),
                name,
                member.name().shownIn(words.language()).code(),
                mark(member, name, member.person() == null ? null : faces.get(member.person())),
                member.person() != null && suspended.contains(member.person())
                        ? Line.Badge.of("late", Icon.LOCK, words.text("membership.app.member.suspended"))
                        : null,
                facts,
                null,
                null);
    }

    private static Line.Mark mark(MemberCard member, String name, @Nullable PersonCard face) {
        return face == null
                ? new Line.Mark(null, MemberMark.initials(name), MemberMark.hue(member.id()), true)
                : new Line.Mark(face.picture(), face.initials(), face.hue(), false);
    }
}
