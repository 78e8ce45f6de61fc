package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done to posts and spaces can be told by their names. */
class AuditedTalkModuleTests extends TalkingHouse {

    @Autowired
    AuditTrail trail;

    @Autowired
    List<AuditedThings> things;

    @Test
    void aPostThatAModeratorTookAwayIsNamedByItsThreadAndNumber() {
        ThreadId thread = thread();
        PostLine first = read(maria, thread).getFirst();
        conversations.delete(administrator, first.id());

        AuditedAct act = trail.about(
                        new AuditSubject("discussions.post", first.id().value()), 1)
                .getFirst();

        assertThat(named(List.of(act)).get(act.number())).satisfies(thing -> {
            assertThat(thing.words()).isEqualTo("Export paperwork #1");
            assertThat(thing.language()).isEqualTo(Language.EN);
            assertThat(thing.path()).matches("/app/threads/\\d+/1");
        });
    }

    @Test
    void aSpaceIsNamedAndOpensWhatItHolds() {
        AuditedAct act = trail.about(new AuditSubject("discussions.space", publicSpace.value()), 1)
                .getFirst();

        assertThat(named(List.of(act)).get(act.number()))
                .isEqualTo(new AuditedThing("Space", Language.EN, "/app/threads?space=space-" + publicSpace));
    }

    @Test
    void manyAreNamedInOneStatementForEachKind() {
        List<AuditedAct> acts = List.of(
                trail.about(new AuditSubject("discussions.space", publicSpace.value()), 1)
                        .getFirst(),
                trail.about(new AuditSubject("discussions.space", membersSpace.value()), 1)
                        .getFirst());

        assertThat(SqlCounter.during(() -> {
                    var _ = named(acts);
                }))
                .as("and one for what the reader may see")
                .hasSize(2);
    }

    private Map<Long, AuditedThing> named(List<AuditedAct> acts) {
        return things.stream()
                .filter(one -> one.kinds().contains(acts.getFirst().subject().kind()))
                .findFirst()
                .orElseThrow()
                .things(new Reader(administrator, Language.EN, ZoneOffset.UTC), acts);
    }
}
