package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.Backlog;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.Agenda.OwnItem;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Forums;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** Anybody who belongs proposes items; whoever facilitates decides on them and arranges the agenda, and who proposed hears what became of it. */
class AgendaModuleTests extends ForumHouse {

    @Autowired
    Files files;

    @Test
    void whoProposesHearsThatItWasTakenAndWhenItIsSpokenOf() {
        ItemId hall = proposed("A hall for looms");
        assertThat(owes(facilitator)).contains("forum.proposals:" + series);

        agenda.accept(facilitator, hall, item(hall).version());
        isTold(member, "“A hall for looms” was accepted");
        assertThat(owes(facilitator)).doesNotContain("forum.proposals:" + series);
        schedule(hall);
        assertThat(own(hall).session()).as("a draft is nobody's to know").isNull();
        SessionCard session = opened(false);

        isTold(member, "“A hall for looms” stands on the agenda");
        assertThat(own(hall).session()).isEqualTo(session.code());
        assertThat(own(hall).state()).isEqualTo(ItemState.SCHEDULED);
    }

    @Test
    void aProposalThatIsPutOnAnOpenAgendaIsToldOnce() {
        schedule(proposed("A kiln for potters"));
        opened(false);
        ItemId hall = proposed("A hall for looms");
        schedule(hall);

        isTold(member, "“A hall for looms” stands on the agenda");
        assertThat(told(member))
                .filteredOn(title -> title.contains("“A hall for looms”"))
                .hasSize(1);
    }

    @Test
    void whatWaitedForASessionDoesNotWaitOnceItIsOnAnAgenda() {
        schedule(proposed("A kiln for potters"));
        opened(false);
        ItemId hall = proposed("A hall for looms");
        agenda.accept(facilitator, hall, item(hall).version());
        isTold(member, "“A hall for looms” was accepted");
        schedule(hall);

        isTold(member, "“A hall for looms” stands on the agenda");
        assertThat(told(member)).noneMatch(title -> title.contains("“A hall for looms” was accepted"));
    }

    @Test
    void whatIsDeclinedIsDeclinedWithAReason() {
        ItemId hall = proposed("A hall for looms");
        long version = item(hall).version();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.decline(facilitator, hall, version, " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
        agenda.decline(facilitator, hall, version, "We spoke of it in March.");

        isTold(member, "“A hall for looms” was not taken");
        assertThat(own(hall).reason()).isEqualTo("We spoke of it in March.");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.accept(facilitator, hall, item(hall).version()));
    }

    @Test
    void twoProposalsGoOnAsOne() {
        ItemId hall = proposed("A hall for looms");
        ItemId room = proposed(person("Rada", Role.MEMBER), "Room for looms");

        agenda.merge(facilitator, hall, item(hall).version(), room);

        isTold(member, "“A hall for looms” goes on in another item");
        assertThat(own(hall).into()).isEqualTo(LocalizedText.of(Language.EN, "Room for looms"));
        assertThat(item(room).merged()).isEqualTo(1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.merge(facilitator, room, item(room).version(), hall))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("into"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.merge(facilitator, room, item(room).version(), room));
    }

    @Test
    void whatAProposalGoesOnInIsNotNamedWhereItIsInternal() {
        ItemId hall = proposed("A hall for looms");
        AgendaDesk desk = desk();
        ItemId internal = ItemId.next();
        agenda.add(
                facilitator,
                desk.session().id(),
                desk.agendaVersion(),
                desk.parts().getFirst().id(),
                new AddedItem(Forums.item(internal, series, "The landlord's debts"), ItemVisibility.INTERNAL, null));
        agenda.merge(facilitator, hall, item(hall).version(), internal);

        assertThat(own(hall).state()).isEqualTo(ItemState.MERGED);
        assertThat(own(hall).into()).isNull();
        isTold(member, "“A hall for looms” goes on in another item");
        assertThat(inbox.newest(member, Language.EN, null, 50).lines().toString())
                .doesNotContain("landlord");
    }

    private List<AwaitedLine> awaited(Asker by, ItemId item) {
        return tasks.awaited(new Reader(by, Language.EN, ZoneOffset.UTC), 500).stream()
                .filter(line -> line.path().equals(ForumPages.own(item)))
                .toList();
    }

    @Test
    void whoProposesWaitsForAWordOfTheFacilitators() {
        ItemId hall = proposed("A hall");
        assertThat(awaited(member, hall)).singleElement().satisfies(line -> {
            assertThat(line.arguments()).containsExactly("A hall");
            assertThat(line.who()).isEqualTo("the facilitators");
        });
        assertThat(awaited(facilitator, hall)).as("who owes it is not owed it").isEmpty();
        assertThat(awaited(Asker.guest(), hall)).isEmpty();
        agenda.accept(facilitator, hall, item(hall).version());

        assertThat(awaited(member, hall)).isEmpty();
    }

    @Test
    void anItemIsProposedForAnAssociationUnderAMandate() {
        MemberCard weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers", null);
        ItemId id = ItemId.next();
        NewItem wish =
                new NewItem(id, series, null, "Looms", Language.EN, "", ItemKind.DECIDE, 10, "", weavers.id(), null);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> agenda.propose(member, wish));

        belonging.mandate(weavers, id(member), RepresentationKind.DEPUTY);
        agenda.propose(member, wish);
        agenda.propose(member, wish);

        assertThat(item(id).onBehalfOf()).isEqualTo(weavers);
        assertThatExceptionOfType(Forbidden.class)
                .as("an id is not taken over")
                .isThrownBy(() -> agenda.propose(person("Other", Role.MEMBER), wish));
    }

    @Test
    void afterTheDeadlineAProposalGoesToALaterSession() {
        ItemId welcome = proposed("Something");
        schedule(welcome);
        SessionCard session = opened(false);
        clock.turn(Duration.between(clock.instant(), session.startsAt()).minusHours(2));
        NewItem late = new NewItem(
                ItemId.next(), series, session.id(), "Late", Language.EN, "", ItemKind.INFO, 5, "", null, null);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.propose(member, late))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("session"));
        proposed("In time for the next one");
        agenda.propose(facilitator, late);
    }

    @Test
    void theAgendaIsArrangedAndTimesAddUp() {
        ItemId one = proposed("One");
        ItemId two = proposed("Two");
        schedule(one);
        schedule(two);
        assertThat(titles()).containsExactly("Welcome", "One", "Two");

        AgendaDesk desk = desk();
        SectionId opening = desk.parts().getFirst().id();
        agenda.place(facilitator, desk.session().id(), desk.agendaVersion(), two, opening, 0);

        assertThat(titles()).containsExactly("Two", "Welcome", "One");
        assertThat(desk().minutes()).isEqualTo(50);
        assertThat(desk().parts().getFirst().minutes()).isEqualTo(30);
        assertThat(desk().parts().getLast().items().getFirst().begins()).hasToString("18:30");
        assertThat(desk().parts().getLast().items().getFirst().number()).isEqualTo(3);
        agenda.takeBack(facilitator, desk.session().id(), desk().agendaVersion(), two);
        assertThat(titles()).containsExactly("Welcome", "One");
        assertThat(item(two).state()).isEqualTo(ItemState.BACKLOG);
    }

    @Test
    void whoArrangesAnAgendaThatSomebodyElseHasChangedIsTold() {
        ItemId one = proposed("One");
        AgendaDesk seen = desk();
        schedule(proposed("Two"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.place(
                        facilitator,
                        seen.session().id(),
                        seen.agendaVersion(),
                        one,
                        seen.parts().getLast().id(),
                        0))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.agenda-changed"));
        assertThat(titles()).containsExactly("Welcome", "Two");
        assertThat(item(one).state()).isEqualTo(ItemState.PROPOSED);
    }

    @Test
    void ofManyWhoArrangeWhatTheySawOneGoesOnAndNothingIsLostOrDoubled() throws Exception {
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ids.add(proposed("Item " + i));
        }
        AgendaDesk seen = desk();
        List<ItemId> waiting = Collections.synchronizedList(new ArrayList<>(ids));

        List<Future<Boolean>> results = atOnce(8, () -> {
            ItemId mine = waiting.removeFirst();
            try {
                agenda.place(
                        facilitator,
                        seen.session().id(),
                        seen.agendaVersion(),
                        mine,
                        seen.parts().getLast().id(),
                        0);
                return true;
            } catch (Refused changedMeanwhile) {
                return false;
            }
        });

        int done = 0;
        for (Future<Boolean> result : results) {
            done += result.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(titles()).hasSize(2);
        // Those who look again all get through.
        atOnce(8, () -> {
            for (ItemId id : ids) {
                for (int tries = 0; tries < 40 && item(id).state() != ItemState.SCHEDULED; tries++) {
                    try {
                        schedule(id);
                    } catch (Refused changedMeanwhile) {
                        // Looks again.
                    }
                }
            }
            return "";
        });
        assertThat(titles()).hasSize(9).doesNotHaveDuplicates();
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM (SELECT section, position FROM agenda_item WHERE session = :session
                                               GROUP BY section, position HAVING count(*) > 1) t""")
                        .param("session", seen.session().id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void twoWhoEditOneItemLoseNothing() {
        ItemId id = proposed("One");
        ItemLine seen = item(id);
        agenda.edit(facilitator, edit(seen, "One, told better"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.edit(officer, edit(seen, "One, told otherwise")))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.changed"));
        assertThat(item(id).title().in(Language.EN)).isEqualTo("One, told better");
    }

    @Test
    void movingAnItemDisturbsNobodyWhoWritesInIt() {
        ItemId id = proposed("One");
        schedule(id);
        ItemLine seen = item(id);
        AgendaDesk desk = desk();
        agenda.place(
                facilitator,
                desk.session().id(),
                desk.agendaVersion(),
                id,
                desk.parts().getFirst().id(),
                0);

        agenda.edit(officer, edit(seen, "One, told better"));

        assertThat(titles()).containsExactly("One, told better", "Welcome");
    }

    @Test
    void aProposerMendsTheirProposalUntilSomebodyDecides() {
        ItemId id = proposed("Won");
        agenda.edit(member, edit(item(id), "One"));
        assertThat(item(id).title().in(Language.EN)).isEqualTo("One");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> agenda.edit(person("Other", Role.MEMBER), edit(item(id), "Mine")));

        agenda.accept(facilitator, id, item(id).version());

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> agenda.edit(member, edit(item(id), "Two")));
    }

    @Test
    void whatIsInternalOnlyThoseSeeWhoFacilitate() {
        ItemId open = proposed("For all");
        schedule(open);
        AgendaDesk desk = desk();
        ItemId hidden = ItemId.next();
        agenda.add(
                facilitator,
                desk.session().id(),
                desk.agendaVersion(),
                desk.parts().getFirst().id(),
                new AddedItem(Forums.item(hidden, series, "Among us"), ItemVisibility.INTERNAL, null));
        SessionCard session = opened(false);

        assertThat(seen(facilitator, session)).containsExactly("Welcome", "Among us", "For all");
        assertThat(seen(officer, session)).contains("Among us");
        for (Asker other : List.of(member, person("Registered"), Asker.guest())) {
            assertThat(seen(other, session)).containsExactly("Welcome", "For all");
            assertThat(agenda.find(other, hidden)).isEmpty();
        }
        assertThat(page(member, session).agenda().getLast().items().getFirst().number())
                .as("counted without it")
                .isEqualTo(2);
        assertThat(page(member, session).agenda().getLast().items().getFirst().begins())
                .hasToString("18:30");
    }

    @Test
    void papersAreReadByThoseWhoBelongOnceTheItemIsAnnounced() {
        ItemId id = proposed("With papers");
        StoredFile paper = agenda.attach(member, id, "plan.png", new ByteArrayInputStream(Samples.png(20, 20)));
        assertThat(mayRead(member, paper)).isTrue();
        assertThat(mayRead(facilitator, paper)).isTrue();
        assertThat(mayRead(person("Other", Role.MEMBER), paper)).isFalse();

        schedule(id);
        opened(false);

        assertThat(mayRead(person("Other", Role.MEMBER), paper)).isTrue();
        assertThat(mayRead(person("Registered"), paper)).isFalse();
        assertThat(mayRead(Asker.guest(), paper)).isFalse();
        assertThatExceptionOfType(Forbidden.class)
                .as("it is on an agenda")
                .isThrownBy(() -> agenda.detach(member, id, paper.id()));
        agenda.detach(facilitator, id, paper.id());
        assertThat(item(id).papers()).isEmpty();
    }

    @Test
    void aCancelledSessionSendsWhatWasProposedBackToTheBacklog() {
        ItemId one = proposed("One");
        schedule(one);
        SessionCard session = opened(false);

        convening.cancel(facilitator, session.id(), session.version(), "The hall is flooded.");

        assertThat(item(one).state()).isEqualTo(ItemState.BACKLOG);
        assertThat(sessions.find(Asker.guest(), session.code())
                        .orElseThrow()
                        .card()
                        .state())
                .isEqualTo(SessionState.CANCELLED);
        isTold(member, "is cancelled");
        assertThat(page(Asker.guest(), session).reason()).isEqualTo("The hall is flooded.");
    }

    @Test
    void sectionsAreAddedRenamedMovedAndTakenAway() {
        AgendaDesk desk = desk();
        SectionId news = SectionId.next();
        agenda.addSection(
                facilitator, desk.session().id(), desk.agendaVersion(), news, LocalizedText.of(Language.EN, "News"));
        agenda.moveSection(facilitator, desk.session().id(), desk().agendaVersion(), news, 0);
        assertThat(sections()).containsExactly("News", "Opening", "Matters");

        agenda.renameSection(
                facilitator,
                desk.session().id(),
                desk().agendaVersion(),
                news,
                LocalizedText.of(Language.EN, "Old news"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agenda.removeSection(
                        facilitator,
                        desk.session().id(),
                        desk().agendaVersion(),
                        desk.parts().getFirst().id()));
        agenda.removeSection(facilitator, desk.session().id(), desk().agendaVersion(), news);

        assertThat(sections()).containsExactly("Opening", "Matters");
    }

    @Test
    void anItemOfAnotherSeriesIsNotPutOnThisAgenda() {
        ItemId other = ItemId.next();
        agenda.propose(member, Forums.item(other, null, "Of none"));
        AgendaDesk desk = desk();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> agenda.place(
                        officer,
                        desk.session().id(),
                        desk.agendaVersion(),
                        other,
                        desk.parts().getLast().id(),
                        0));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> agenda.place(
                        facilitator, desk.session().id(), desk.agendaVersion(), proposed("One"), SectionId.next(), 0));
    }

    @Test
    void theBacklogIsReadToItsEndProposalsFirst() {
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(proposed("Item " + i));
        }
        for (ItemId id : ids.subList(0, 3)) {
            agenda.accept(facilitator, id, item(id).version());
        }

        List<ItemId> read = new ArrayList<>();
        Backlog part = agenda.backlog(facilitator, series, null, 2);
        while (true) {
            part.items().forEach(item -> read.add(item.id()));
            if (part.next() == null) {
                break;
            }
            part = agenda.backlog(facilitator, series, part.next(), 2);
        }

        assertThat(read)
                .containsExactly(ids.get(3), ids.get(4), ids.get(5), ids.get(6), ids.get(0), ids.get(1), ids.get(2));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> agenda.backlog(member, series, null, 2));
    }

    @Test
    void agendasTakeAsManyStatementsHoweverLongTheyAre() {
        schedule(proposed("First"));
        agenda.attach(facilitator, proposed("With paper"), "plan.png", new ByteArrayInputStream(Samples.png(20, 20)));
        int desk = SqlCounter.during(() -> desk()).statements().size();
        int backlog = SqlCounter.during(() -> agenda.backlog(facilitator, series, null, 50))
                .statements()
                .size();
        for (int i = 0; i < 6; i++) {
            schedule(proposed(person("Proposer " + i, Role.MEMBER), "On the agenda " + i));
            proposed(person("Waiting " + i, Role.MEMBER), "Waiting " + i);
        }

        assertThat(SqlCounter.during(() -> desk()).statements()).hasSizeLessThanOrEqualTo(desk + 2);
        assertThat(SqlCounter.during(() -> agenda.backlog(facilitator, series, null, 50))
                        .statements())
                .hasSizeLessThanOrEqualTo(backlog);
    }

    private OwnItem own(ItemId id) {
        return agenda.mine(member).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private SessionPage page(Asker asker, SessionCard session) {
        return sessions.find(asker, session.code()).orElseThrow();
    }

    private List<String> seen(Asker asker, SessionCard session) {
        return page(asker, session).agenda().stream()
                .flatMap(part -> part.items().stream())
                .map(line -> line.title().in(Language.EN))
                .toList();
    }

    private List<String> sections() {
        return desk().parts().stream().map(part -> part.title().in(Language.EN)).toList();
    }

    private boolean mayRead(Asker asker, StoredFile paper) {
        try {
            files.address(paper.id(), asker);
            return true;
        } catch (NotFound hidden) {
            return false;
        }
    }

    private static ItemEdit edit(ItemLine seen, String title) {
        return new ItemEdit(
                seen.id(),
                seen.version(),
                title,
                seen.context(),
                seen.kind(),
                seen.minutes(),
                seen.expected(),
                ItemVisibility.COMMON,
                null);
    }
}
