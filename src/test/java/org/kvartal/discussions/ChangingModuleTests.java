package org.kvartal.discussions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.discussions.Reaction.AGREE;
import static org.kvartal.discussions.Reaction.HEART;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.discussions.Conversations.EditOutcome;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.discussions.Threads.Wording;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** What was said is worded anew, taken away, or answered by a press. */
class ChangingModuleTests extends TalkingHouse {

    @Autowired
    AuditTrail audit;

    final PostId post = PostId.next();
    ThreadId thread;
    Asker facilitator;

    @BeforeEach
    void borisHasAnswered() {
        thread = thread();
        say(boris, thread, post, "first");
        facilitator = town.person(FACILITATOR);
    }

    @Test
    void anAuthorRewordsAndTheEarlierWordingIsKept() {
        long before = revision();

        assertThat(reword(boris, post, 0, "*second*")).isEqualTo(new EditOutcome.Saved(1));
        assertThat(reword(boris, post, 1, "third")).isEqualTo(new EditOutcome.Saved(2));

        PostLine line = post(maria, thread, 2);
        assertThat(line.html().html()).contains("third");
        assertThat(line.editedAt()).isNotNull();
        assertThat(line.version()).isEqualTo(2);
        assertThat(threads.history(Asker.guest(), post))
                .extracting(Wording::text)
                .containsExactly("*second*", "first");
        assertThat(revision()).isEqualTo(before + 2);
        assertThat(threads.since(maria, thread, before, 10).posts())
                .extracting(PostLine::number)
                .containsExactly(2);
        assertThat(acts()).isEmpty();
    }

    @Test
    void twoWhoEditTheSameTextBothSeeBoth() {
        reword(facilitator, post, 0, "the facilitator's");

        assertThat(reword(boris, post, 0, "the author's"))
                .isEqualTo(new EditOutcome.Conflict("the facilitator's", 1, facilitator.requirePerson()));

        assertThat(threads.source(boris, post).orElseThrow().text()).isEqualTo("the facilitator's");
        assertThat(reword(boris, post, 1, "both")).isEqualTo(new EditOutcome.Saved(2));
    }

    @Test
    void anEditWhoseAnswerWasLostCanBeSentAgain() {
        reword(boris, post, 0, "second");

        assertThat(reword(boris, post, 0, "second")).isEqualTo(new EditOutcome.Saved(1));
        assertThat(threads.history(boris, post)).hasSize(1);
    }

    @Test
    void savingAnEditEndsItsDraft() {
        drafts.save(boris, new Draft("edit:" + post, post, 1, null, "half", Language.EN, null));

        reword(boris, post, 0, "whole");

        assertThat(drafts.find(boris, "edit:" + post)).isEmpty();
    }

    @Test
    void othersDoNotTouchItAndModeratorsLeaveATrace() {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reword(maria, post, 0, "hers"));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reword(Asker.guest(), post, 0, "theirs"));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> conversations.delete(maria, post));

        reword(facilitator, post, 0, "polite");
        conversations.delete(facilitator, post);

        assertThat(acts()).containsExactly("discussions.post-taken-away", "discussions.post-edited");
        assertThat(threads.history(facilitator, post)).extracting(Wording::text).containsExactly("polite", "first");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> threads.history(maria, post));
    }

    @Test
    void aPostThatIsTakenAwayLeavesItsNumberAndWhoTookIt() {
        conversations.react(maria, post, HEART, true);
        reword(boris, post, 0, "regretted");

        conversations.delete(boris, post);
        conversations.delete(boris, post);

        PostLine stub = post(maria, thread, 2);
        assertThat(stub.html().html()).isEmpty();
        assertThat(stub.reactions()).isEmpty();
        assertThat(requireNonNull(stub.deleted()).by().id()).isEqualTo(boris.requirePerson());
        assertThat(stub.mayEdit()).isFalse();
        assertThat(threads.source(boris, post)).isEmpty();
        assertThat(threads.history(facilitator, post))
                .as("own words are gone for good")
                .isEmpty();
        ThreadRow row = threads.newest(maria, publicSpace, null, 1).rows().getFirst();
        assertThat(row.excerpt()).as("the newest that stands").isEqualTo("Who knows the form?");
        assertThat(row.lastAuthor().id()).isEqualTo(maria.requirePerson());
        assertThat(say(maria, thread, "after it")).isEqualTo(3);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> reword(boris, post, 2, "back again"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> conversations.react(maria, post, AGREE, true));
        assertThat(acts()).isEmpty();
    }

    @Test
    void theFirstPostCanBeTakenAwayAndTheThreadGoesOn() {
        PostId first = post(maria, thread, 1).id();

        conversations.delete(maria, first);

        assertThat(post(boris, thread, 1).deleted()).isNotNull();
        assertThat(threads.head(boris, number(thread))).isPresent();
        assertThat(say(boris, thread, "still here")).isEqualTo(3);
    }

    @Test
    void aReactionIsGivenOnceAndTakenBackOnce() {
        long before = revision();

        conversations.react(maria, post, HEART, true);
        conversations.react(maria, post, HEART, true);
        conversations.react(boris, post, HEART, true);
        conversations.react(maria, post, AGREE, true);

        assertThat(revision()).isEqualTo(before + 3);
        assertThat(post(maria, thread, 2).reactions()).isEqualTo(Map.of(HEART, 2, AGREE, 1));
        assertThat(post(maria, thread, 2).mine()).isEqualTo(Set.of(HEART, AGREE));
        assertThat(post(Asker.guest(), thread, 2).mine()).isEmpty();

        conversations.react(maria, post, HEART, false);
        conversations.react(maria, post, HEART, false);

        assertThat(post(maria, thread, 2).reactions()).isEqualTo(Map.of(HEART, 1, AGREE, 1));
        assertThat(reword(boris, post, 0, "no conflict with a reaction")).isEqualTo(new EditOutcome.Saved(1));
    }

    @Test
    void markupOfAnOlderRendererIsMadeAnew() {
        jdbc.sql("UPDATE post SET html = 'old', renderer = 0 WHERE id = ?")
                .param(post.value())
                .update();

        assertThat(post(maria, thread, 2).html().html()).contains("first");
    }

    private long revision() {
        return threads.head(maria, number(thread)).orElseThrow().revision();
    }

    private List<String> acts() {
        return audit.about(new AuditSubject("discussions.post", post.value()), 10).stream()
                .map(AuditedAct::act)
                .toList();
    }
}
