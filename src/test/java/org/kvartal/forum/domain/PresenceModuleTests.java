package org.kvartal.forum.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Presence.CameBy;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.Presence.Proof;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.RoomFeed.Mine;
import org.kvartal.forum.RoomFeed.RoomPage;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live.Listening;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;

/** People come into the room by many ways and count once; they ask to speak, and are called in their order. */
class PresenceModuleTests extends RoomHouse {

    @BeforeEach
    void itBegins() {
        theSessionBegins();
        take(looms);
    }

    @Test
    void whoComesByEveryWayCountsOnce() {
        Asker vera = visitor("Vera");
        comes(vera);
        presence.checkIn(
                vera,
                running,
                new Proof.Digits(presence.codes(facilitator, running).number()),
                null);
        assertThat(presence.join(vera, running, null)).isEqualTo("https://call.example.org/hall");
        presence.enter(facilitator, running, vera.requirePerson(), null);

        assertThat(roomDesk().attendance().people()).isEqualTo(1);
        assertThat(roomDesk().attendance().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.way()).isEqualTo(CameBy.QR));
    }

    @Test
    void whoLeavesComesBackAndIsThere() {
        Asker vera = visitor("Vera");
        comes(vera);
        presence.leave(vera, running);
        assertThat(roomDesk().attendance().people()).isZero();

        presence.join(vera, running, null);

        assertThat(roomDesk().attendance().people()).isEqualTo(1);
        assertThat(roomDesk().attendance().remote()).isEqualTo(1);
        AttendanceLine line = roomDesk().attendance().lines().getFirst();
        presence.mark(facilitator, running, line.id(), false);
        assertThat(mine(vera).there()).isFalse();
        presence.mark(facilitator, running, line.id(), true);
        assertThat(mine(vera).there()).isTrue();
    }

    @Test
    void yesterdaysPictureLetsNobodyIn() {
        Proof.Picture old = picture();
        clock.turn(Duration.ofMinutes(2L * Presence.CODE_MINUTES));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> presence.checkIn(visitor("Vera"), running, old, null))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("code"));
        assertThat(roomDesk().attendance().people()).isZero();
    }

    @Test
    void whoGuessesNumbersIsStopped() {
        Asker guesser = visitor("Guesser");
        String right = presence.codes(facilitator, running).number();
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < Presence.MOST_TRIES; i++) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> presence.checkIn(guesser, running, new Proof.Digits(wrong), null))
                    .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.code"));
        }

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> presence.checkIn(guesser, running, new Proof.Digits(right), null))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.code-tries"));
    }

    @Test
    void theCodesAreForWhoeverFacilitates() {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> presence.codes(visitor("Vera"), running));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> presence.codes(Asker.guest(), running));
        room.close(facilitator, running, Map.of(), Carrying.DUPLICATE);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> presence.codes(facilitator, running));
    }

    @Test
    void anAssociationIsThereThroughSomebodyWhoSpeaksForItNow() {
        MemberCard weavers = association("Weavers");
        Asker delegate = delegate(weavers);
        Asker stranger = visitor("Stranger");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> comes(stranger, weavers.id()));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> presence.enter(facilitator, running, stranger.requirePerson(), weavers.id()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("onBehalfOf"));
        comes(delegate, weavers.id());
        comes(delegate(weavers), weavers.id());

        assertThat(roomDesk().attendance().people()).isEqualTo(2);
        assertThat(roomDesk().attendance().associations()).isEqualTo(1);
    }

    @Test
    void partnersAreThereWithoutCounting() {
        MemberCard ministry = belonging.member(MemberKind.AUTHORITY, "Ministry", null);
        Asker clerk = visitor("Clerk");
        belonging.mandate(ministry, clerk.requirePerson(), RepresentationKind.DELEGATE);
        comes(clerk, ministry.id());

        assertThat(roomDesk().attendance().people()).isEqualTo(1);
        assertThat(roomDesk().attendance().associations()).isZero();
    }

    @Test
    void theQuorumIsOffAtFirstAndLiveWhereItIsOn() {
        assertThat(roomDesk().quorum()).isNull();
        MemberCard weavers = association("Weavers");
        room.quorum(facilitator, running, new QuorumRule(QuorumRule.Kind.NUMBER, 1), false);
        assertThat(requireNonNull(roomDesk().quorum()).met()).isFalse();

        Asker delegate = delegate(weavers);
        comes(delegate, weavers.id());
        assertThat(requireNonNull(roomDesk().quorum()).met()).isTrue();

        presence.leave(delegate, running);
        assertThat(requireNonNull(roomDesk().quorum()).met()).isFalse();
    }

    @Test
    void handsAreCalledInTheirOrderAndEachWaitsOnce() {
        Asker vera = visitor("Vera");
        Asker boris = visitor("Boris");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> presence.raise(vera, running));
        comes(vera);
        comes(boris);
        presence.raise(vera, running);
        presence.raise(boris, running);
        presence.raise(vera, running);

        assertThat(mine(boris).place()).isEqualTo(2);
        presence.callNext(facilitator, running);
        assertThat(mine(vera).speaking()).isTrue();
        presence.raise(vera, running);
        presence.callNext(facilitator, running);
        assertThat(roomDesk().hands()).extracting(HandLine::speaking).containsExactly(true, false);
        assertThat(mine(boris).speaking()).isTrue();
        presence.thank(facilitator, running);
        presence.lower(facilitator, running, vera.requirePerson());

        assertThat(roomDesk().hands()).isEmpty();
    }

    @Test
    void whoWantedToSpeakWantedToSpeakOnThatItem() {
        Asker vera = visitor("Vera");
        comes(vera);
        presence.raise(vera, running);

        take(kiln);

        assertThat(roomDesk().hands()).isEmpty();
    }

    @Test
    void whoDoesNotBelongSeesNoRoom() {
        Asker registered = person("Registered", new Role[0]);

        assertThat(feed.page(registered, code)).isEmpty();
        assertThat(feed.page(Asker.guest(), code)).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> comes(registered));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> presence.raise(registered, running));
    }

    @Test
    void everybodyWhoLooksSeesWhatChangesAndWhatIsTheirs() {
        List<Asker> people =
                IntStream.range(0, 30).mapToObj(i -> visitor("Visitor " + i)).toList();
        Map<Asker, RoomPage> seen = new ConcurrentHashMap<>();
        List<Listening> listenings = people.stream()
                .map(person -> feed.watch(person, running, page -> seen.put(person, page)))
                .toList();
        Asker first = people.getFirst();
        comes(first);
        presence.raise(first, running);

        await().untilAsserted(() -> assertThat(seen.values())
                .hasSize(30)
                .allMatch(page -> page.people() == 1 && page.hands().size() == 1));
        assertThat(requireNonNull(seen.get(first)).mine().place()).isEqualTo(1);
        assertThat(requireNonNull(seen.get(people.getLast())).mine().there()).isFalse();
        listenings.forEach(Listening::close);
    }

    private Mine mine(Asker person) {
        return feed.page(person, code).orElseThrow().mine();
    }
}
