package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.WaitReason;
import org.kvartal.tasks.AwaitedLine;

/** People register themselves and their colleagues; who has a seat follows from the mode, the seats, the groups and the quota. */
class RegistrationsModuleTests extends SeminarHouse {

    @Test
    void whoRegistersFirstHasASeatAndTheNextWaitsAndKnowsWhy() {
        SeminarId id = opened(1);
        Asker vera = person("Vera First");
        Asker ivan = person("Ivan Second");
        Asker petra = person("Petra Third");
        registered(vera, id);
        registered(ivan, id);
        registered(petra, id);
        assertThat(place(vera, id).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(place(vera, id).ticket()).isNotNull();
        assertThat(place(ivan, id)).satisfies(place -> {
            assertThat(place.state()).isEqualTo(RegistrationState.WAITLISTED);
            assertThat(place.position()).isEqualTo(1);
            assertThat(place.why()).isEqualTo(WaitReason.FULL);
            assertThat(place.ticket()).isNull();
        });
        assertThat(place(petra, id).position()).isEqualTo(2);
        isTold(vera, "You have a seat");
        isTold(ivan, "waiting list");
        assertThat(card(id).waiting()).isEqualTo(2);
    }

    @Test
    void nobodyHasTwoRegistrationsThatCount() {
        SeminarId id = opened(5);
        RegistrationId mine = registered(member, id);
        assertThat(registrations.register(member, new NewRegistration(mine, id, null, Map.of())))
                .as("the same request again")
                .isEqualTo(RegistrationState.CONFIRMED);
        assertThatThrownBy(() -> registered(member, id)).isInstanceOf(Refused.class);
        colleague(lead, id, "Nikolay@Example.org", null);
        assertThatThrownBy(() -> colleague(lead, id, "nikolay@example.ORG", null))
                .isInstanceOf(Refused.class);
        String mail = "person-" + member.requirePerson() + "@example.org";
        assertThatThrownBy(() -> colleague(lead, id, mail, null)).isInstanceOf(Refused.class);
        registrations.withdraw(member, mine);
        registered(member, id);
        assertThat(place(member, id).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    private List<AwaitedLine> awaited(Asker by, SeminarId id) {
        String path = SeminarPages.seminar(card(id).slug());
        return tasks.awaited(new Reader(by, Language.EN, ZoneId.of("Europe/Sofia")), 500).stream()
                .filter(line -> line.path().equals(path))
                .toList();
    }

    @Test
    void whoRegistersAColleagueWaitsForTheirYesAndWhoeverIsAnsweredForTheOrganiser() {
        SeminarId id = opened(5, wishes -> wishes.mode(RegistrationMode.MODERATED));
        String mail = "colleague-" + Ids.next() + "@example.org";
        colleague(lead, id, mail, null);
        assertThat(awaited(lead, id)).singleElement().satisfies(line -> {
            assertThat(line.messageKey()).isEqualTo("seminars.awaited.colleague");
            assertThat(line.who()).isEqualTo("Коля Коллега");
        });
        assertThat(awaited(officer, id)).as("it is nobody else's").isEmpty();
        assertThat(awaited(member, id)).isEmpty();

        RegistrationId mine = registered(member, id);
        assertThat(awaited(member, id))
                .singleElement()
                .satisfies(line -> assertThat(line.who()).isEqualTo("the organisers"));
        registrations.approve(lead, mine);
        assertThat(awaited(member, id)).isEmpty();
        assertThat(tasks.awaited(new Reader(Asker.guest(), Language.EN, ZoneId.of("Europe/Sofia")), 10))
                .isEmpty();
    }

    @Test
    void theOrganiserAnswersEachWhereThatIsTheRule() {
        SeminarId id = opened(1, wishes -> wishes.mode(RegistrationMode.MODERATED));
        RegistrationId first = registered(member, id);
        RegistrationId next = registered(person("Vera"), id);
        RegistrationId last = registered(person("Ivan"), id);
        assertThat(state(first)).isEqualTo(RegistrationState.PENDING);
        assertThat(owes(lead)).contains("seminars.decide:" + first);
        assertThatThrownBy(() -> registrations.approve(member, first)).isInstanceOf(Forbidden.class);
        assertThat(registrations.approve(lead, first)).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(registrations.approve(officer, next)).isEqualTo(RegistrationState.WAITLISTED);
        assertThatThrownBy(() -> registrations.decline(lead, last, "")).isInstanceOf(Refused.class);
        registrations.decline(lead, last, "It is for beginners.");
        assertThat(state(last)).isEqualTo(RegistrationState.DECLINED);
        assertThat(owes(lead)).noneMatch(key -> key.startsWith("seminars.decide:"));
        assertThatThrownBy(() -> registrations.approve(lead, last)).isInstanceOf(Refused.class);
    }

    @Test
    void theAssociationAnswersForItsPeopleWhereThatIsTheRule() {
        Asker representative = person("Rada Representative", Role.MEMBER);
        MemberCard weavers = association("Weavers", representative);
        SeminarId id = opened(3, wishes -> wishes.mode(RegistrationMode.BY_ASSOCIATION));
        assertThatThrownBy(() -> registered(member, id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("onBehalfOf"));
        assertThat(state(registered(representative, id, weavers.id())))
                .as("she says yes to herself")
                .isEqualTo(RegistrationState.CONFIRMED);
        RegistrationId staff = registered(member, id, weavers.id());
        assertThat(state(staff)).isEqualTo(RegistrationState.PENDING);
        assertThat(owes(representative)).contains("seminars.decide:" + staff);
        assertThatThrownBy(() -> registrations.approve(person("Other", Role.MEMBER), staff))
                .isInstanceOf(Forbidden.class);
        assertThat(registrations.approve(representative, staff)).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void byInvitationTheTeamEntersPeopleAndNobodyElse() {
        SeminarId id = opened(2, wishes -> wishes.mode(RegistrationMode.BY_INVITATION));
        assertThatThrownBy(() -> registered(member, id)).isInstanceOf(Refused.class);
        RegistrationId invited = colleague(lead, id, "ada-" + id + "@example.org", null);
        assertThat(state(invited)).isEqualTo(RegistrationState.STARTED);
        assertThat(card(id).free())
                .as("no seat is held for who has not confirmed")
                .isEqualTo(2);
        assertThat(registrations.confirm(token("ada-" + id + "@example.org"), Map.of()))
                .contains(RegistrationState.CONFIRMED);
        assertThat(card(id).free()).isEqualTo(1);
    }

    @Test
    void aColleagueWithoutAnAccountSeesConfirmsAndGivesUpByALink() {
        Asker representative = person("Rada Representative", Role.MEMBER);
        MemberCard weavers = association("Weavers", representative);
        SeminarId id = opened(1);
        String mail = "kolya-" + id + "@example.org";
        RegistrationId kolya = colleague(representative, id, mail, weavers.id());
        assertThat(letters.kinds(mail)).containsExactly("place-started");
        String token = token(mail);
        var seen = registrations.look(token).orElseThrow();
        assertThat(seen.name()).isEqualTo("Коля Коллега");
        assertThat(seen.language()).isEqualTo(Language.RU);
        assertThat(seen.place().state()).isEqualTo(RegistrationState.STARTED);
        assertThat(seen.seminar().content().link()).as("for participants").isEmpty();
        assertThat(state(kolya)).as("looking changes nothing").isEqualTo(RegistrationState.STARTED);
        assertThat(registrations.confirm(token, Map.of())).contains(RegistrationState.CONFIRMED);
        assertThat(registrations.confirm(token, Map.of())).contains(RegistrationState.CONFIRMED);
        assertThat(registrations.look(token).orElseThrow().seminar().content().link())
                .isEqualTo("https://meet.example.org/room");
        registered(member, id);
        assertThat(registrations.withdraw(token)).contains(RegistrationState.WITHDRAWN);
        assertThat(place(member, id).state()).isEqualTo(RegistrationState.OFFERED);
        assertThat(registrations.look("x".repeat(43))).isEmpty();
        assertThat(registrations.withdraw("no token")).isEmpty();
        assertThat(letters.kinds(mail)).containsExactly("place-started", "place-confirmed", "place-withdrawn");
    }

    @Test
    void nobodyRegistersForAnAssociationWithoutAMandate() {
        MemberCard weavers = association("Weavers", person("Rada", Role.MEMBER));
        SeminarId id = opened(5);
        assertThatThrownBy(() -> registered(member, id, weavers.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> colleague(member, id, "x@example.org", weavers.id()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> colleague(member, id, "x@example.org", null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> registered(Asker.guest(), id)).isInstanceOf(Forbidden.class);
    }

    @Test
    void anAssociationHasNoMoreSeatsThanItsQuotaAndThePageSaysSo() {
        Asker rada = person("Rada", Role.MEMBER);
        Asker rumen = person("Rumen", Role.MEMBER);
        MemberCard weavers = association("Weavers", rada);
        var _ = belonging.mandate(weavers, rumen.requirePerson(), RepresentationKind.DEPUTY);
        SeminarId id = opened(5, wishes -> wishes.perAssociation(1));
        RegistrationId first = registered(rada, id, weavers.id());
        registered(rumen, id, weavers.id());
        assertThat(place(rumen, id)).satisfies(place -> {
            assertThat(place.state()).isEqualTo(RegistrationState.WAITLISTED);
            assertThat(place.why()).isEqualTo(WaitReason.ASSOCIATION_QUOTA);
            assertThat(place.quota()).isEqualTo(1);
        });
        assertThat(state(registered(member, id))).as("others pass").isEqualTo(RegistrationState.CONFIRMED);
        registrations.withdraw(rada, first);
        assertThat(place(rumen, id).state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void reservedSeatsAreForTheirGroupUntilItsTimeIsOver() {
        Asker rada = person("Rada", Role.MEMBER);
        MemberCard weavers = association("Weavers", rada);
        SeminarId id = opened(2);
        Group group = new Group(
                GroupId.next(),
                "Weavers",
                Set.of(weavers.id()),
                Set.of(),
                1,
                clock.instant().plus(Duration.ofDays(3)));
        desk.reserve(lead, id, version(id), List.of(group));
        assertThat(card(id).free()).isEqualTo(1);
        registered(person("Vera"), id);
        registered(member, id);
        assertThat(place(member, id).why()).isEqualTo(WaitReason.FULL);
        registered(rada, id, weavers.id());
        assertThat(place(rada, id)).satisfies(place -> {
            assertThat(place.state()).isEqualTo(RegistrationState.CONFIRMED);
            assertThat(place.group()).isEqualTo("Weavers");
        });
        registrations.withdraw(rada, place(rada, id).id());
        assertThat(place(member, id).state()).as("it is reserved again").isEqualTo(RegistrationState.WAITLISTED);
        clock.turn(Duration.ofDays(3));
        times.passOn();
        assertThat(place(member, id).state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void whoWaitsInAGroupWhoseTimeIsOverMayUseTheSeatsOfAnother() {
        Asker rada = person("Rada", Role.MEMBER);
        Asker rumen = person("Rumen", Role.MEMBER);
        MemberCard weavers = association("Weavers", rada);
        var _ = belonging.mandate(weavers, rumen.requirePerson(), RepresentationKind.DEPUTY);
        SeminarId id = opened(2);
        Instant soon = clock.instant().plus(Duration.ofDays(3));
        desk.reserve(
                lead,
                id,
                version(id),
                List.of(
                        new Group(GroupId.next(), "Early", Set.of(weavers.id()), Set.of(), 1, soon),
                        new Group(GroupId.next(), "Late", Set.of(weavers.id()), Set.of(), 1, null)));
        registered(rada, id, weavers.id());
        registered(rumen, id, weavers.id());
        assertThat(place(rumen, id).state()).isEqualTo(RegistrationState.WAITLISTED);
        clock.turn(Duration.ofDays(3));
        times.passOn();
        assertThat(place(rumen, id)).satisfies(place -> {
            assertThat(place.group()).isEqualTo("Late");
            assertThat(place.state()).isEqualTo(RegistrationState.OFFERED);
        });
        assertThat(place(rada, id).group()).as("whoever has a seat keeps it").isEqualTo("Early");
    }

    @Test
    void aSeatThatIsReservedForOthersIsNotForWhoWasInTheGroupBefore() {
        Asker rada = person("Rada", Role.MEMBER);
        Asker rumen = person("Rumen", Role.MEMBER);
        MemberCard weavers = association("Weavers", rada);
        MemberCard potters = association("Potters", rumen);
        SeminarId id = opened(2);
        GroupId group = GroupId.next();
        desk.reserve(
                lead,
                id,
                version(id),
                List.of(new Group(group, "Crafts", Set.of(weavers.id(), potters.id()), Set.of(), 1, null)));
        registered(rada, id, weavers.id());
        assertThat(place(rada, id).group()).isEqualTo("Crafts");
        desk.reserve(
                lead, id, version(id), List.of(new Group(group, "Potters", Set.of(potters.id()), Set.of(), 1, null)));
        assertThat(place(rada, id).group()).as("a seat like any other").isNull();
        registered(person("Vera"), id);
        assertThat(card(id).free()).isZero();
        registered(rumen, id, potters.id());
        assertThat(place(rumen, id).state()).as("it was kept for them").isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void nobodyTakesASeatOfASeminarThatWillNotTakePlace() {
        SeminarId id = opened(1);
        RegistrationId seat = registered(member, id);
        Asker vera = person("Vera");
        RegistrationId offered = registered(vera, id);
        registrations.withdraw(member, seat);
        assertThat(place(vera, id).state()).isEqualTo(RegistrationState.OFFERED);
        desk.cancel(lead, id, version(id), "The heating is broken.");
        assertThatThrownBy(() -> registrations.accept(vera, offered)).isInstanceOf(Refused.class);
        assertThat(state(offered)).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void seatsThatAreTakenAreNotReserved() {
        MemberCard weavers = association("Weavers", person("Rada", Role.MEMBER));
        SeminarId id = opened(2);
        registered(member, id);
        Group group = new Group(GroupId.next(), "Weavers", Set.of(weavers.id()), Set.of(), 2, null);
        assertThatThrownBy(() -> desk.reserve(lead, id, version(id), List.of(group)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.field()).isEqualTo("groups");
                    assertThat(refused.arguments()).as("seats, taken, reserved").containsExactly(2, 1, 2);
                });
        assertThat(page(lead, id).groups()).isEmpty();
    }

    @Test
    void whatIsAskedMustBeAnsweredAndFits() {
        SeminarId id = opened(5);
        Question diet = new Question(
                QuestionId.next(), en("Lunch"), QuestionKind.CHOICE, List.of(en("Soup"), en("Salad")), true);
        Question years = new Question(QuestionId.next(), en("Years"), QuestionKind.NUMBER, List.of(), false);
        desk.ask(lead, id, version(id), List.of(diet, years));
        assertThatThrownBy(() -> registered(member, id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("answer." + diet.id()));
        for (String answer : List.of("2", "-1", "soup", "999999999999")) {
            assertThatThrownBy(() -> registrations.register(
                            member, new NewRegistration(RegistrationId.next(), id, null, Map.of(diet.id(), answer))))
                    .as(answer)
                    .isInstanceOf(Refused.class);
        }
        var _ = registrations.register(
                member,
                new NewRegistration(
                        RegistrationId.next(),
                        id,
                        null,
                        Map.of(diet.id(), "1", years.id(), "3,5", QuestionId.next(), "x")));
        assertThat(place(member, id).answers()).isEqualTo(Map.of(diet.id(), "1", years.id(), "3,5"));
    }

    @Test
    void whoGivesUpAfterTheLastDayForItIsLateAndTheSeatGoesOnAllTheSame() {
        SeminarId id =
                opened(1, wishes -> wishes.withdrawUntil(today().plusDays(2).atTime(12, 0)));
        RegistrationId first = registered(member, id);
        Asker vera = person("Vera");
        registered(vera, id);
        clock.turn(Duration.ofDays(4));
        registrations.withdraw(member, first);
        assertThat(place(member, id).late()).isTrue();
        assertThat(place(vera, id).state()).isEqualTo(RegistrationState.OFFERED);
        registrations.accept(vera, place(vera, id).id());
        running(id);
        assertThatThrownBy(() -> registrations.withdraw(vera, place(vera, id).id()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anOfferThatNobodyTakesPassesOnByPriorityAndThenByTime() {
        SeminarId id = opened(1);
        RegistrationId seat = registered(member, id);
        List<Asker> queue = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            queue.add(person("Waiting " + i));
            registered(queue.get(i), id);
        }
        registrations.prefer(lead, place(queue.get(3), id).id(), 1, "She teaches the next course.");
        assertThat(place(queue.get(3), id).position()).isEqualTo(1);
        assertThat(place(queue.get(0), id).position()).isEqualTo(2);
        registrations.withdraw(member, seat);
        Instant until = Objects.requireNonNull(place(queue.get(3), id).offerUntil());
        assertThat(Duration.between(clock.instant(), until)).isBetween(Duration.ofHours(47), Duration.ofHours(48));
        isTold(queue.get(3), "is free for you");
        assertThat(state(registered(person("Newcomer"), id)))
                .as("the seat is held meanwhile")
                .isEqualTo(RegistrationState.WAITLISTED);
        clock.turn(Duration.ofDays(2));
        assertThatThrownBy(() -> registrations.accept(
                        queue.get(3), place(queue.get(3), id).id()))
                .isInstanceOf(Refused.class);
        times.passOn();
        assertThat(place(queue.get(3), id).state()).isEqualTo(RegistrationState.EXPIRED);
        assertThat(place(queue.get(0), id).state()).isEqualTo(RegistrationState.OFFERED);
        registrations.withdraw(queue.get(0), place(queue.get(0), id).id());
        registrations.accept(queue.get(1), place(queue.get(1), id).id());
        assertThat(place(queue.get(1), id).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void moreSeatsAreOfferedAtOnce() {
        SeminarId id = opened(1);
        registered(person("Vera"), id);
        registered(member, id);
        change(id, wishes -> wishes.capacity(2));
        assertThat(place(member, id).state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void whoNeverConfirmedAndWhoWasOfferedASeatLoseItWhenItBegins() {
        SeminarId id = opened(1);
        RegistrationId seat = registered(person("Vera"), id);
        registered(member, id);
        RegistrationId never = colleague(lead, id, "never-" + id + "@example.org", null);
        turnTo(id, Duration.ofHours(-3));
        registrations.withdraw(officer, seat);
        assertThat(place(member, id).state()).isEqualTo(RegistrationState.OFFERED);
        running(id);
        assertThat(place(member, id).state()).isEqualTo(RegistrationState.EXPIRED);
        assertThat(state(never)).isEqualTo(RegistrationState.EXPIRED);
    }

    @Test
    void nobodyReadsOrTouchesTheRegistrationsOfOthers() {
        SeminarId id = opened(5);
        RegistrationId vera = registered(person("Vera"), id);
        assertThatThrownBy(() -> registrations.list(member, id, Set.of(), null, 10))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> registrations.withdraw(member, vera)).isInstanceOfAny(Forbidden.class, NotFound.class);
        assertThatThrownBy(() -> registrations.accept(member, vera)).isInstanceOfAny(Forbidden.class, NotFound.class);
        assertThatThrownBy(() -> registrations.confirm(member, vera, Map.of())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> registrations.prefer(member, vera, 1, "Me.")).isInstanceOf(Forbidden.class);
        assertThat(registrations.ofAssociations(member, id)).isEmpty();
        assertThat(page(member, id).groups()).isEmpty();
    }
}
