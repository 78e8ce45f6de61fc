package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.membership.RepresentationKind.DELEGATE;
import static org.kvartal.membership.RepresentationKind.FINANCE;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.EditOutcome;
import org.kvartal.discussions.Conversations.Imported;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.testing.SqlCounter;

/** A representative writes for an association, and what was written stays so when the mandate has ended. */
class SpeakingForModuleTests extends TalkingHouse {

    private MemberId weavers;
    private MandateId mandate;
    private ThreadId thread;

    @BeforeEach
    void borisSpeaksForTheWeavers() {
        weavers = town.association("Weavers");
        mandate = town.mandate(boris, weavers, PRIMARY);
        thread = thread();
    }

    @Test
    void whatARepresentativeWritesForTheirAssociationSaysSoEverywhere() {
        PostId answer = PostId.next();
        PostId first = PostId.next();
        ThreadId own = ThreadId.next();
        NewThread begun = new NewThread(own, publicSpace, first, "Looms", "We need looms.", Language.EN, weavers, null);
        long number = conversations.start(boris, begun);
        sayFor(weavers, boris, answer);

        assertThat(names(read(Asker.guest(), thread))).containsExactly(null, "Weavers");
        assertThat(names(threads.since(maria, thread, 0, 10).posts())).containsExactly(null, "Weavers");
        assertThat(name(threads.source(maria, answer).orElseThrow().onBehalfOf()))
                .isEqualTo("Weavers");
        assertThat(name(threads.head(Asker.guest(), number).orElseThrow().onBehalfOf()))
                .isEqualTo("Weavers");
        assertThat(name(row(thread).lastOnBehalfOf())).isEqualTo("Weavers");
        say(boris, own, "As for myself, I knit.");
        assertThat(name(row(own).lastOnBehalfOf())).isNull();
    }

    @Test
    void withoutAMandateNobodyWritesForAnAssociation() {
        MemberId potters = town.association("Potters");
        Asker treasurer = town.person(MEMBER);
        town.mandate(treasurer, potters, FINANCE);

        for (Asker by : List.of(boris, maria, administrator, guestWithSignIn(), Asker.guest(), treasurer)) {
            forbidden(() -> sayFor(potters, by, PostId.next()));
            forbidden(() -> conversations.start(
                    by,
                    new NewThread(ThreadId.next(), publicSpace, PostId.next(), "T", "t", Language.EN, potters, null)));
        }
        forbidden(() -> sayFor(MemberId.next(), boris, PostId.next()));
        assertThat(read(maria, thread)).hasSize(1);
    }

    @Test
    void aMandateThatEndedWhileSomebodyTypedStopsThePostAndTheDraftStays() {
        String key = "thread:" + thread;
        PostId post = PostId.next();
        drafts.save(boris, new Draft(key, post, 1, null, "We ask for looms.", Language.EN, weavers, null));
        town.end(mandate);

        forbidden(() -> sayFor(weavers, boris, post));

        Draft kept = drafts.find(boris, key).orElseThrow();
        assertThat(kept.text()).isEqualTo("We ask for looms.");
        assertThat(kept.onBehalfOf()).isEqualTo(weavers);
        assertThat(say(boris, thread, post, kept.text())).isEqualTo(2);
        assertThat(names(read(maria, thread))).containsOnlyNulls();
        assertThat(drafts.find(boris, key)).isEmpty();
    }

    @Test
    void whatWasWrittenStaysWhenTheMandateHasEndedAndWhenTheAssociationHasLeft() {
        sayFor(weavers, boris, PostId.next());

        town.end(mandate);
        assertThat(names(read(Asker.guest(), thread))).containsExactly(null, "Weavers");

        town.end(weavers);
        assertThat(names(read(Asker.guest(), thread))).containsExactly(null, "Weavers");
        assertThat(name(row(thread).lastOnBehalfOf())).isEqualTo("Weavers");
    }

    @Test
    void aRepeatedRequestIsTheSamePostEvenAfterTheMandateHasEnded() {
        PostId post = PostId.next();
        int number = sayFor(weavers, boris, post);
        town.end(mandate);

        assertThat(sayFor(weavers, boris, post)).isEqualTo(number);
        assertThat(read(maria, thread)).hasSize(2);
    }

    @Test
    void anEditKeepsForWhomAPostWasWritten() {
        PostId post = PostId.next();
        sayFor(weavers, boris, post);

        assertThat(reword(boris, post, 0, "We need ten looms.")).isEqualTo(new EditOutcome.Saved(1));
        assertThat(reword(town.person(FACILITATOR), post, 1, "We need ten looms!"))
                .isEqualTo(new EditOutcome.Saved(2));

        assertThat(names(read(maria, thread))).containsExactly(null, "Weavers");
    }

    @Test
    void whoNoLongerSpeaksForAnAssociationPutsNoNewWordsIntoItsMouth() {
        PostId post = PostId.next();
        sayFor(weavers, boris, post);
        town.end(mandate);

        forbidden(() -> reword(boris, post, 0, "We need nothing."));

        assertThat(threads.source(boris, post).orElseThrow().text()).isEqualTo("We ask for looms.");
        conversations.delete(boris, post);
        assertThat(post(maria, thread, 2).deleted()).isNotNull();
    }

    @Test
    void theHouseBringsInWhatWasSaidUnderAMandateThatIsOver() {
        town.end(mandate);
        var then = new Imported(boris.requirePerson(), Instant.parse("2019-05-04T10:00:00Z"));

        conversations.post(
                house(), new NewPost(PostId.next(), thread, "We ask for looms.", Language.EN, weavers, then));

        assertThat(names(read(maria, thread))).containsExactly(null, "Weavers");
        forbidden(() -> conversations.post(
                house(), new NewPost(PostId.next(), thread, "Who?", Language.EN, MemberId.next(), then)));
        forbidden(() ->
                conversations.post(boris, new NewPost(PostId.next(), thread, "Then.", Language.EN, weavers, then)));
    }

    @Test
    void aDraftKeepsForWhomItIsMeant() {
        Draft draft = new Draft("new", PostId.next(), 1, "T", "t", Language.EN, weavers, null);

        assertThat(drafts.save(boris, draft).onBehalfOf()).isEqualTo(weavers);
        Draft changed = new Draft("new", draft.post(), 2, "T", "t", Language.EN, null);
        assertThat(drafts.save(boris, changed).onBehalfOf()).isNull();
    }

    @Test
    void howeverManyAssociationsSpeakTheyAreNamedInOneStatement() {
        int list = statements(() -> threads.newest(maria, null, null, 50));
        int page = statements(() -> threads.posts(maria, thread, new Around.After(0), 50));
        int head = statements(() -> threads.head(maria, number(thread)));
        int plain = statements(() -> say(boris, thread, "as myself"));

        for (int i = 0; i < 12; i++) {
            Asker delegate = town.person(MEMBER);
            MemberId association = town.association("Association " + i);
            town.mandate(delegate, association, DELEGATE);
            sayFor(association, delegate, PostId.next());
            ThreadId own = thread(delegate, publicSpace);
            conversations.post(
                    delegate, new NewPost(PostId.next(), own, "For all of us.", Language.EN, association, null));
        }

        assertThat(statements(() -> threads.newest(maria, null, null, 50))).isEqualTo(list + 1);
        assertThat(statements(() -> threads.posts(maria, thread, new Around.After(0), 50)))
                .isEqualTo(page + 1);
        assertThat(statements(() -> threads.head(maria, number(thread)))).isEqualTo(head);
        assertThat(statements(() -> sayFor(weavers, boris, PostId.next()))).isEqualTo(plain + 1);
    }

    private int sayFor(MemberId association, Asker by, PostId post) {
        return conversations.post(by, new NewPost(post, thread, "We ask for looms.", Language.EN, association, null));
    }

    private ThreadRow row(ThreadId wanted) {
        return threads.newest(Asker.guest(), publicSpace, null, 50).rows().stream()
                .filter(row -> row.id().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static List<@Nullable String> names(List<PostLine> posts) {
        return posts.stream()
                .<@Nullable String>map(post -> name(post.onBehalfOf()))
                .toList();
    }

    private static @Nullable String name(@Nullable MemberCard card) {
        return card == null ? null : card.name().in(Language.EN);
    }

    private static int statements(Runnable act) {
        return SqlCounter.during(act).size();
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(act);
    }
}
