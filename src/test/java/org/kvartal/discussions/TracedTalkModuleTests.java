package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.testing.SqlCounter;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Step;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Threads and posts stand in trails for those who may read them. */
class TracedTalkModuleTests extends TalkingHouse {

    @Autowired
    Trace trace;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aPostAndTheThreadThatItLedToStandInOneTrail() {
        ThreadId first = thread();
        ThreadId second = thread();
        PostId post = PostId.next();
        say(boris, first, post, "The form is **lost**.");
        link(post.traced(), second.traced());

        List<Step> trail = walk(Asker.guest(), second.traced());

        assertThat(trail)
                .extracting(step -> step.card().title())
                .containsExactly("The form is lost.", "Export paperwork");
        assertThat(trail)
                .extracting(step -> step.card().publicPath())
                .containsExactly("/threads/" + number(first) + "/2", "/threads/" + number(second));
        assertThat(trail)
                .extracting(step -> step.card().appPath())
                .containsExactly("/app/threads/" + number(first) + "/2", "/app/threads/" + number(second));
        conversations.delete(boris, post);
        assertThat(walk(maria, second.traced()).getFirst().card().title()).isEqualTo("Export paperwork #2");
    }

    @Test
    void whatIsSaidAmongMembersIsNotTraceableForOthers() {
        ThreadId inside = thread(maria, membersSpace);
        PostId post = post(maria, inside, 1).id();
        ThreadId outside = thread();
        link(post.traced(), outside.traced());
        link(inside.traced(), outside.traced());

        assertThat(walk(maria, outside.traced())).hasSize(3);
        assertThat(walk(maria, inside.traced()).getFirst().card().publicPath()).isNull();
        for (Asker other : List.of(Asker.guest(), guestWithSignIn())) {
            assertThat(walk(other, outside.traced())).hasSize(1);
            assertThat(walk(other, inside.traced())).isEmpty();
            assertThat(walk(other, post.traced())).isEmpty();
        }
    }

    @Test
    void aTrailTakesAConstantNumberOfStatements() {
        ThreadId thread = thread();
        link(post(maria, thread, 1).id().traced(), thread.traced());
        int few = statements(thread);
        for (int i = 0; i < 10; i++) {
            ThreadId other = thread();
            link(other.traced(), thread.traced());
            link(post(maria, other, 1).id().traced(), other.traced());
        }

        assertThat(statements(thread)).isEqualTo(few);
    }

    private int statements(ThreadId thread) {
        return SqlCounter.during(() -> {
                    var _ = walk(maria, thread.traced());
                })
                .size();
    }

    private void link(TraceNode from, TraceNode to) {
        transaction.executeWithoutResult(_ -> trace.link(maria, new Strand(from, Relation.RAISED_IN, to)));
    }

    private List<Step> walk(Asker asker, TraceNode node) {
        return trace.walk(asker, node, Language.EN);
    }
}
