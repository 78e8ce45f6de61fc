package org.kvartal.demo.domain;

import org.jspecify.annotations.Nullable;
import org.kvartal.demo.domain.Story.Backed;
import org.kvartal.demo.domain.Story.Talk;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Asker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells which threads are needs, and who stands behind them. Comes after it is told who speaks for whom. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class NeedsTelling {

    private final Needs needs;

    NeedsTelling(Needs needs) {
        this.needs = needs;
    }

    void tell(Story story, StoryIds ids) {
        story.talks().forEach(talk -> tell(talk, talk.need(), ids));
    }

    private void tell(Talk talk, @Nullable Backed need, StoryIds ids) {
        if (need == null) {
            return;
        }
        ThreadId thread = ids.thread(talk);
        needs.state(Asker.of(ids.person(talk.posts().getFirst().by())), thread, need.facts());
        need.people().forEach(person -> needs.support(Asker.of(ids.person(person)), thread, null));
        need.associations()
                .forEach((association, person) ->
                        needs.support(Asker.of(ids.person(person)), thread, ids.member(association)));
    }
}
