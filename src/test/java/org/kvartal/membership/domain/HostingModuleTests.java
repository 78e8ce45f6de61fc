package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEventId;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose events may stand in the calendar, and who is told what the office decided. */
class HostingModuleTests extends MembershipHouse {

    @Autowired
    Hosting hosting;

    @Autowired
    OutsideEvents events;

    @Test
    void whoSpeaksForAnOrganisationEntersItsEventsAPartnersToo() {
        MemberId association = association();
        MemberId authority = admit(MemberKind.AUTHORITY, "City of " + Ids.next(), null);
        Asker deputy = representative(association, RepresentationKind.DEPUTY);
        Asker treasurer = representative(association, RepresentationKind.FINANCE);
        Asker civil = representative(authority, RepresentationKind.PRIMARY);

        assertThat(hosting.of(deputy)).extracting(Host::id).containsExactly(association.value());
        assertThat(hosting.of(civil)).extracting(Host::id).containsExactly(authority.value());
        for (Asker nobody : List.of(treasurer, memberPerson(), officer, Asker.guest())) {
            assertThat(hosting.of(nobody)).isEmpty();
            assertThat(hosting.mayEnterFor(nobody, association.value())).isFalse();
        }
        assertThat(hosting.mayEnterFor(deputy, association.value())).isTrue();
        assertThat(hosting.mayEnterFor(deputy, authority.value())).isFalse();
        assertThat(hosting.decides(officer)).isTrue();
        assertThat(hosting.decides(person(Role.ADMINISTRATOR))).isFalse();
        assertThat(hosting.decides(deputy)).isFalse();
    }

    @Test
    void whatEndsEndsAtOnce() {
        MemberId association = association();
        Asker deputy = representative(association, RepresentationKind.DEPUTY);

        admissions.terminate(HOUSE, association, "Dissolved.");

        assertThat(hosting.of(deputy)).isEmpty();
        assertThat(hosting.mayEnterFor(deputy, association.value())).isFalse();
        assertThat(hosting.named(List.of(association.value())))
                .as("its events keep its name")
                .hasSize(1);
    }

    @Test
    void namesAndCitiesOfManyAreOneStatement() {
        List<MemberId> many = List.of(association(), association(), association());

        var named = SqlCounter.during(
                () -> hosting.named(many.stream().map(MemberId::value).toList()));
        assertThat(named.result()).hasSize(3);
        assertThat(named.statements()).hasSize(1);
        var cities = SqlCounter.during(() -> hosting.find(List.of("sofia", "plovdiv", "atlantis")));
        assertThat(cities.result()).containsOnlyKeys("sofia", "plovdiv");
        assertThat(requireNonNull(cities.result().get("sofia")).zone()).isEqualTo(ZoneId.of("Europe/Sofia"));
        assertThat(cities.statements()).hasSize(1);
        assertThat(hosting.all(Language.BG)).extracting(city -> city.code()).contains("sofia");
    }

    @Test
    void whoSuggestedAnEventIsToldWhatTheOfficeDecidedAndWhy() {
        MemberId association = association();
        Asker deputy = representative(association, RepresentationKind.DEPUTY);
        String title = "Night " + Ids.next();
        EventPage page = suggested(deputy, association, title);
        assertThat(owes(officer)).contains("calendar.decide:" + page.id());

        events.refuse(officer, page.id(), page.version(), "It is private.");

        isTold(deputy, "has not taken “" + title + "” into the calendar");
        assertThat(inbox.newest(deputy, Language.EN, null, 50).lines())
                .anySatisfy(line -> assertThat(line.text().text()).isEqualTo("It is private."));

        EventPage refused = events.find(deputy, page.number()).orElseThrow();
        events.change(deputy, page.id(), refused.version(), content(title));
        events.publish(officer, page.id(), refused.version() + 1);
        isTold(deputy, "“" + title + "” stands in the calendar");
    }

    private EventPage suggested(Asker by, MemberId host, String title) {
        OutsideEventId id = OutsideEventId.next();
        events.enter(by, new NewEvent(id, host.value(), content(title)));
        return events.find(by, events.entered(by, null, 1).getFirst().number()).orElseThrow();
    }

    private static EventContent content(String title) {
        LocalDate day = LocalDate.parse("2027-05-20");
        return new EventContent(
                LocalizedText.of(Language.EN, title),
                null,
                EventTime.days(day, day, ZoneId.of("Europe/Sofia")),
                null,
                "",
                "sofia",
                "");
    }
}
