package org.kvartal.discussions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsActs.Begun;
import org.kvartal.discussions.NeedFacts.Since;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.rights.RightsActs.Act;

/** What may be done with needs. */
record NeedActs(DiscussionsActs talk, Conversations conversations, Threads threads, Needs needs, Townspeople town) {

    static final NeedFacts FACTS =
            new NeedFacts("Potters without a kiln", Language.EN, "sofia", "", new Since(2023, 5), 40);

    Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("see the need of a thread of the members", by -> see(by, Visibility.MEMBERS));
        acts.put("see the need of a thread of a public space", by -> see(by, Visibility.PUBLIC));
        acts.put("see who stands behind a need of the members", by -> {
            ThreadId thread = need(Visibility.MEMBERS).thread();
            needs.support(town.person(Role.MEMBER), thread, null);
            var _ = needs.people(by, thread, 10);
        });
        acts.put("make a thread of one's own a need", by -> {
            ThreadId own = ThreadId.next();
            SpaceId space = talk.begun(Visibility.PUBLIC).space();
            conversations.start(by, new NewThread(own, space, PostId.next(), "A title", "A text.", Language.EN, null));
            needs.state(by, own, FACTS);
        });
        acts.put(
                "make a thread of somebody else a need",
                by -> needs.state(by, talk.begun(Visibility.PUBLIC).thread(), FACTS));
        acts.put(
                "change the need of somebody else",
                by -> needs.change(
                        by,
                        need(Visibility.PUBLIC).thread(),
                        0,
                        new NeedFacts("Nobody", Language.EN, "sofia", "", new Since(2023, null), null)));
        acts.put(
                "take back the need of somebody else",
                by -> needs.takeBack(by, need(Visibility.PUBLIC).thread()));
        acts.put(
                "stand behind a need in a public space",
                by -> needs.support(by, need(Visibility.PUBLIC).thread(), null));
        acts.put(
                "stand behind a need among the members",
                by -> needs.support(by, need(Visibility.MEMBERS).thread(), null));
        acts.put("stand behind a need for an association that one represents", by -> {
            MemberId association = town.association("Potters");
            by.person().ifPresent(_ -> town.mandate(by, association, RepresentationKind.DEPUTY));
            needs.support(by, need(Visibility.PUBLIC).thread(), association);
        });
        acts.put(
                "stand behind a need for an association that one does not represent",
                by -> needs.support(by, need(Visibility.PUBLIC).thread(), town.association("Potters")));
        acts.put("stand behind a need for an association whose mandate has ended", by -> {
            MemberId association = town.association("Potters");
            by.person().ifPresent(_ -> town.end(town.mandate(by, association, RepresentationKind.PRIMARY)));
            needs.support(by, need(Visibility.PUBLIC).thread(), association);
        });
        acts.put("withdraw the support of an association that one does not represent", by -> {
            MemberId association = town.association("Potters");
            Asker delegate = town.person(Role.MEMBER);
            town.mandate(delegate, association, RepresentationKind.DELEGATE);
            ThreadId thread = need(Visibility.PUBLIC).thread();
            needs.support(delegate, thread, association);
            needs.withdraw(by, thread, association);
        });
        acts.put("read a thread of the members in short", by -> {
            var _ = threads.digest(by, need(Visibility.MEMBERS).thread()).orElseThrow(NotFound::new);
        });
        return acts;
    }

    private void see(Asker by, Visibility visibility) {
        Begun begun = need(visibility);
        boolean card = needs.cards(by, Set.of(begun.thread())).containsKey(begun.thread());
        boolean head = threads.head(by, begun.number())
                .filter(shown -> shown.need() != null)
                .isPresent();
        if (card != head) {
            throw new AssertionError("the head of the thread and the card of its need disagree");
        }
        if (!card) {
            throw new NotFound();
        }
    }

    private Begun need(Visibility visibility) {
        Begun begun = talk.begun(visibility);
        needs.state(begun.author(), begun.thread(), FACTS);
        return begun;
    }
}
