package org.kvartal.forum.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.NeedFacts.Since;
import org.kvartal.discussions.NeedStated;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.beans.factory.annotation.Autowired;

/** A need that the room has confirmed goes on as a thread, and both say so. */
class StatedNeedsModuleTests extends RoomHouse {

    private static final NeedFacts FACTS =
            new NeedFacts("Potters without a kiln", Language.EN, "sofia", "", new Since(2023, 5), 40);

    @Autowired
    Conversations conversations;

    @Autowired
    Needs needs;

    @Autowired
    StatedNeeds stated;

    @Autowired
    Trace trace;

    private final SpaceId space = SpaceId.next();
    private OutcomeId need;

    @BeforeEach
    void theRoomConfirmsANeed() {
        conversations.open(
                person("Ada Administrator", Role.ADMINISTRATOR),
                new NewSpace(
                        space, "space-" + space, LocalizedText.of(Language.EN, "Space"), null, Visibility.MEMBERS));
        theSessionBegins();
        need = noted(OutcomeKind.NEED, kiln, "There is no kiln");
        OutcomeId note = noted(OutcomeKind.NOTE, kiln, "It rains");
        refused("forum.refused.no-need", need);
        closes();
        refused("forum.refused.no-need", note);
    }

    @Test
    void theThreadAndTheOutcomeLeadToEachOther() {
        PostId post = PostId.next();
        outcomes.stateAsNeed(facilitator, need, post);
        assertThat(outcomes.goesOnWith(facilitator, need, post)).isTrue();
        assertThat(outcomes.goesOnWith(officer, need, post)).isFalse();
        assertThat(progress(member)).as("as long as nothing is posted").isNull();

        ThreadId thread = begun(facilitator, post, FACTS);
        isLinked(thread);

        assertThat(steps(facilitator, thread.traced())).contains(need.traced(), thread.traced());
        assertThat(steps(member, need.traced())).contains(kiln.traced(), need.traced(), thread.traced());
        assertThat(trace.walk(member, need.traced(), Language.EN).stream()
                        .filter(step -> step.node().equals(thread.traced()))
                        .map(Step::by))
                .containsExactly(Relation.BECAME);
        needs.support(member, thread, null);
        Progress seen = requireNonNull(progress(member));
        assertThat(seen.words()).isEqualTo("Stated as a need, 1 person behind it");
        assertThat(seen.path()).startsWith("/app/threads/");
        assertThat(progress(Asker.guest())).as("a thread among the members").isNull();
        assertThat(stated.forMembers(List.of(need), Language.EN)).containsEntry(need, seen);
        refused("forum.refused.need-stated", need);
    }

    @Test
    void aThreadThatIsStatedAsANeedLaterCountsAsWell() {
        PostId post = PostId.next();
        outcomes.stateAsNeed(facilitator, need, post);
        ThreadId thread = begun(facilitator, post, null);
        needs.state(facilitator, thread, FACTS);

        isLinked(thread);
    }

    @Test
    void ofSeveralThatGoOnWithItTheFirstCountsOnce() {
        PostId first = PostId.next();
        PostId second = PostId.next();
        outcomes.stateAsNeed(facilitator, need, first);
        outcomes.stateAsNeed(officer, need, second);
        ThreadId thread = begun(officer, second, FACTS);
        isLinked(thread);
        ThreadId late = begun(facilitator, first, FACTS);
        stated.on(new NeedStated(late, facilitator.requirePerson(), clock.instant()));
        stated.on(new NeedStated(thread, officer.requirePerson(), clock.instant()));

        assertThat(steps(facilitator, need.traced()))
                .filteredOn(node -> node.kind().equals(thread.traced().kind()))
                .containsExactly(thread.traced());
    }

    @Test
    void nobodyElseLinksAThreadToWhatTheRoomHasSaid() {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> outcomes.stateAsNeed(member, need, PostId.next()));
        PostId post = PostId.next();
        outcomes.stateAsNeed(facilitator, need, post);
        // Somebody else posts under the id that was meant for the facilitator's post.
        ThreadId thread = begun(member, post, FACTS);
        stated.on(new NeedStated(thread, member.requirePerson(), clock.instant()));

        assertThat(steps(facilitator, thread.traced())).containsExactly(thread.traced());
        assertThat(progress(facilitator)).isNull();
    }

    private void isLinked(ThreadId thread) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(steps(facilitator, need.traced())).contains(thread.traced()));
    }

    private void refused(String key, OutcomeId outcome) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> outcomes.stateAsNeed(facilitator, outcome, PostId.next()))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private ThreadId begun(Asker by, PostId post, @Nullable NeedFacts facts) {
        ThreadId thread = ThreadId.next();
        conversations.start(
                by, new NewThread(thread, space, post, "No kiln", "There is no kiln.", Language.EN, null, null, facts));
        return thread;
    }

    private List<TraceNode> steps(Asker asker, TraceNode of) {
        return trace.walk(asker, of, Language.EN).stream().map(Step::node).toList();
    }

    private @Nullable Progress progress(Asker asker) {
        return outcomes.progress(asker, outcomes.of(facilitator, code), Language.EN)
                .get(need);
    }
}
