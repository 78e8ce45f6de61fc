package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.accounts.Role.MEMBER;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Role;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.SpaceChange;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Spaces are made by administrators, and decide who reads. */
class SpacesModuleTests extends TalkingHouse {

    @Autowired
    AuditTrail audit;

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleReadsAndWritesAmongMembers(Role role) {
        Asker person = town.person(role);
        ThreadId thread = thread(maria, membersSpace);

        assertThat(say(person, thread, "I belong")).isEqualTo(2);
        assertThat(read(person, thread)).hasSize(2);
        assertThat(threads.spaces(person)).extracting(SpaceCard::id).contains(publicSpace, membersSpace);
        assertThat(threads.newest(person, membersSpace, null, 10).rows()).hasSize(1);
        assertThat(threads.head(person, number(thread))).isPresent();
    }

    @Test
    void whoHoldsNoRoleReadsAndWritesInPublicOnly() {
        Asker newcomer = guestWithSignIn();
        ThreadId open = thread();
        ThreadId internal = thread(maria, membersSpace);
        PostId post = post(maria, internal, 1).id();

        assertThat(say(newcomer, open, "hello")).isEqualTo(2);
        assertThat(threads.head(newcomer, number(open)).orElseThrow().mayPost()).isTrue();
        for (Asker outsider : List.of(newcomer, Asker.guest())) {
            assertThat(threads.spaces(outsider))
                    .extracting(SpaceCard::id)
                    .contains(publicSpace)
                    .doesNotContain(membersSpace);
            assertThat(threads.newest(outsider, null, null, 500).rows())
                    .extracting(ThreadRow::id)
                    .contains(open)
                    .doesNotContain(internal);
            assertThat(threads.newest(outsider, membersSpace, null, 10).rows()).isEmpty();
            assertThat(threads.unread(outsider, 300)).extracting(ThreadRow::id).doesNotContain(internal);
            assertThat(threads.head(outsider, number(internal))).isEmpty();
            assertThat(threads.source(outsider, post)).isEmpty();
            notFound(() -> threads.posts(outsider, internal, new Around.After(0), 10));
            notFound(() -> threads.since(outsider, internal, 0, 10));
            notFound(() -> threads.history(outsider, post));
        }
        notFound(() -> say(newcomer, internal, "let me in"));
        notFound(() -> conversations.read(newcomer, internal, 1));
        notFound(() -> conversations.react(newcomer, post, Reaction.HEART, true));
        notFound(() -> conversations.writing(newcomer, internal));
        notFound(() -> reword(newcomer, post, 0, "mine now"));
        notFound(() -> conversations.delete(newcomer, post));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> thread(newcomer, membersSpace));
    }

    @Test
    void aGuestChangesNothing() {
        ThreadId thread = thread();
        PostId post = post(maria, thread, 1).id();
        Asker guest = Asker.guest();

        forbidden(() -> say(guest, thread, "x"));
        forbidden(() -> thread(guest, publicSpace));
        forbidden(() -> conversations.read(guest, thread, 1));
        forbidden(() -> conversations.react(guest, post, Reaction.HEART, true));
        forbidden(() -> conversations.writing(guest, thread));
        forbidden(() -> reword(guest, post, 0, "x"));
        forbidden(() -> conversations.delete(guest, post));
        assertThat(threads.head(guest, number(thread)).orElseThrow().mayPost()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void moderatorsChangeWhatOthersWrote(Role role) {
        Asker person = town.person(role);
        ThreadId thread = thread();
        PostId post = post(maria, thread, 1).id();

        assertThat(threads.head(person, number(thread)).orElseThrow().mayModerate())
                .isEqualTo(role != MEMBER);
        assertThat(post(person, thread, 1).mayEdit()).isEqualTo(role != MEMBER);
        if (role == MEMBER) {
            forbidden(() -> reword(person, post, 0, "x"));
        } else {
            assertThatCode(() -> reword(person, post, 0, "x")).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyAdministratorsMakeAndChangeSpaces(Role role) {
        Asker person = town.person(role);

        forbidden(() -> conversations.open(person, wish(SpaceId.next())));
        forbidden(() -> conversations.change(person, renamed(publicSpace, 0, "x", 1)));
    }

    @Test
    void aRoleThatHasEndedCountsNoMore() {
        ThreadId internal = thread(maria, membersSpace);
        assertThat(read(boris, internal)).hasSize(1);

        town.end(boris, MEMBER);

        notFound(() -> read(boris, internal));
    }

    @Test
    void aSpaceIsMadeOnceUnderOneAddress() {
        SpaceId space = SpaceId.next();
        NewSpace wish = new NewSpace(
                space,
                "address-" + space,
                new LocalizedText(Language.BG, Map.of(Language.BG, "Из\u202Eнос", Language.RU, "Экс\nпорт")),
                LocalizedText.of(Language.BG, "За\nизноса"),
                Visibility.PUBLIC);

        conversations.open(administrator, wish);
        conversations.open(administrator, wish);

        SpaceCard card = card(space);
        assertThat(card.name().in(Language.RU)).isEqualTo("Экс порт");
        assertThat(card.name().in(Language.EN)).isEqualTo("Износ");
        assertThat(card.description()).as("one line").isEqualTo(LocalizedText.of(Language.BG, "За износа"));
        assertThat(acts(space)).containsExactly("discussions.space-opened");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> conversations.open(
                        administrator,
                        new NewSpace(SpaceId.next(), wish.address(), wish.name(), null, Visibility.PUBLIC)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Export", "a b", "износ", "-a", "a--b", "../x", "a\n"})
    void anAddressIsPlain(String address) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> conversations.open(
                        administrator,
                        new NewSpace(
                                SpaceId.next(), address, LocalizedText.of(Language.EN, "X"), null, Visibility.PUBLIC)));
    }

    @Test
    void aSpaceIsRenamedMovedAndClosedToThePublic() {
        ThreadId thread = thread();
        long version = card(publicSpace).version();

        conversations.change(administrator, renamed(publicSpace, version, "Workshop", 1));

        assertThat(threads.spaces(administrator).getFirst().id()).isEqualTo(publicSpace);
        assertThat(threads.spaces(administrator))
                .extracting(SpaceCard::position)
                .doesNotHaveDuplicates();
        assertThat(card(publicSpace).name().in(Language.EN)).isEqualTo("Workshop");
        assertThat(threads.head(Asker.guest(), number(thread))).isEmpty();
        assertThat(threads.head(maria, number(thread))).isPresent();
        assertThat(acts(publicSpace)).containsExactly("discussions.space-changed", "discussions.space-opened");
        assertThatExceptionOfType(Refused.class)
                .as("somebody else changed it meanwhile")
                .isThrownBy(() -> conversations.change(administrator, renamed(publicSpace, version, "Other", 1)));
    }

    private SpaceCard card(SpaceId space) {
        return threads.spaces(administrator).stream()
                .filter(card -> card.id().equals(space))
                .findFirst()
                .orElseThrow();
    }

    private List<String> acts(SpaceId space) {
        return audit.about(new AuditSubject("discussions.space", space.value()), 10).stream()
                .map(AuditedAct::act)
                .toList();
    }

    private static NewSpace wish(SpaceId space) {
        return new NewSpace(space, "space-" + space, LocalizedText.of(Language.EN, "Space"), null, Visibility.PUBLIC);
    }

    private static SpaceChange renamed(SpaceId space, long version, String name, int position) {
        return new SpaceChange(space, version, LocalizedText.of(Language.EN, name), null, Visibility.MEMBERS, position);
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(act);
    }

    private static void notFound(ThrowingCallable act) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(act);
    }
}
