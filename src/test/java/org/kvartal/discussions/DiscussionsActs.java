package org.kvartal.discussions;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations.Imported;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.PostEdit;
import org.kvartal.discussions.Conversations.SpaceChange;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done in discussions, for the walker of the rights matrix. */
@TestConfiguration(proxyBeanMethods = false)
public class DiscussionsActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");

    private final Conversations conversations;
    private final Threads threads;
    private final Needs needs;
    private final Drafts drafts;
    private final Files files;
    private final Mentionable mentionable;
    private final Townspeople town;

    DiscussionsActs(
            Conversations conversations,
            Threads threads,
            Needs needs,
            Drafts drafts,
            Files files,
            Mentionable mentionable,
            Townspeople town) {
        this.conversations = conversations;
        this.threads = threads;
        this.needs = needs;
        this.drafts = drafts;
        this.files = files;
        this.mentionable = mentionable;
        this.town = town;
    }

    /** A thread that a member began, with one post. */
    public record Begun(ThreadId thread, long number, PostId post, SpaceId space, Asker author) {}

    /** Makes a space and a thread in it. */
    public Begun begun(Visibility visibility) {
        Asker author = town.person(Role.MEMBER);
        SpaceId space = space(visibility);
        PostId post = PostId.next();
        ThreadId thread = ThreadId.next();
        long number = conversations.start(
                author, new NewThread(thread, space, post, "Who has a kiln?", "I need one.", Language.EN, null));
        return new Begun(thread, number, post, space, author);
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        in(acts, Visibility.PUBLIC, "of a public space", "in a public space");
        in(acts, Visibility.MEMBERS, "of the members", "among the members");
        acts.put("find a thread of the members in a list", by -> {
            Begun begun = begun(Visibility.MEMBERS);
            boolean listed = threads.newest(by, null, null, 50).rows().stream()
                    .anyMatch(row -> row.id().equals(begun.thread()));
            boolean counted =
                    threads.spaces(by).stream().anyMatch(space -> space.id().equals(begun.space()));
            if (listed != counted) {
                throw new AssertionError("the list of spaces and the list of threads disagree");
            }
            seen(listed);
        });
        acts.put(
                "say that one is writing among the members",
                by -> conversations.writing(by, begun(Visibility.MEMBERS).thread()));
        acts.put("read the source of a post of the members", by -> {
            var _ = threads.source(by, begun(Visibility.MEMBERS).post()).orElseThrow(NotFound::new);
        });
        acts.put("open a picture in a post of the members", by -> files.address(picture(Visibility.MEMBERS, true), by));
        acts.put("open a picture in a public post", by -> files.address(picture(Visibility.PUBLIC, true), by));
        acts.put(
                "open a picture in a draft of somebody else",
                by -> files.address(picture(Visibility.PUBLIC, false), by));
        acts.put(
                "find somebody to speak to among the members",
                by -> seen(!mentionable
                        .named(
                                by,
                                begun(Visibility.MEMBERS).space(),
                                null,
                                "Person " + town.person(Role.MEMBER).requirePerson(),
                                Language.EN,
                                8)
                        .isEmpty()));
        acts.put("change a post of one's own", by -> {
            Begun begun = begun(Visibility.PUBLIC);
            PostId own = PostId.next();
            conversations.post(by, new NewPost(own, begun.thread(), "Mine.", Language.EN, null));
            conversations.edit(by, new PostEdit(own, version(own), "Still mine."));
        });
        acts.put("change a post of somebody else", by -> {
            PostId post = begun(Visibility.PUBLIC).post();
            conversations.edit(by, new PostEdit(post, version(post), "Not mine."));
        });
        acts.put(
                "take away a post of somebody else",
                by -> conversations.delete(by, begun(Visibility.PUBLIC).post()));
        acts.put("read what stood in a post that a moderator took away", by -> {
            Begun begun = begun(Visibility.PUBLIC);
            conversations.delete(town.person(Role.FACILITATOR), begun.post());
            seen(!threads.history(by, begun.post()).isEmpty());
        });
        acts.put("put a file into a draft of somebody else", by -> drafts.attach(by, somebodysDraft()));
        acts.put("read a draft of somebody else", by -> {
            PostId post = somebodysDraft();
            seen(drafts.find(by, "new")
                    .filter(draft -> draft.post().equals(post))
                    .isPresent());
        });
        acts.put("speak in somebody else's name", by -> {
            Begun begun = begun(Visibility.PUBLIC);
            var said =
                    new Imported(begun.author().requirePerson(), Instant.now().minusSeconds(60));
            conversations.post(by, new NewPost(PostId.next(), begun.thread(), "Not my words.", Language.EN, said));
        });
        acts.put("write for an association that one represents", by -> {
            MemberId association = town.association("Weavers");
            by.person().ifPresent(_ -> town.mandate(by, association, RepresentationKind.DEPUTY));
            writeFor(by, association);
        });
        acts.put(
                "write for an association that one does not represent",
                by -> writeFor(by, town.association("Weavers")));
        acts.put("write for an association whose mandate has ended", by -> {
            MemberId association = town.association("Weavers");
            by.person().ifPresent(_ -> town.end(town.mandate(by, association, RepresentationKind.PRIMARY)));
            writeFor(by, association);
        });
        acts.put("write for an association for which one only sees to what is paid", by -> {
            MemberId association = town.association("Weavers");
            by.person().ifPresent(_ -> town.mandate(by, association, RepresentationKind.FINANCE));
            writeFor(by, association);
        });
        acts.put("change what one wrote for an association whose mandate has ended", by -> {
            MemberId association = town.association("Weavers");
            PostId own = PostId.next();
            by.person().ifPresent(_ -> {
                MandateId mandate = town.mandate(by, association, RepresentationKind.PRIMARY);
                conversations.post(
                        by,
                        new NewPost(
                                own,
                                begun(Visibility.PUBLIC).thread(),
                                "We need looms.",
                                Language.EN,
                                association,
                                null));
                town.end(mandate);
            });
            conversations.edit(by, new PostEdit(own, 0, "We need nothing."));
        });
        acts.putAll(new NeedActs(this, conversations, threads, needs, town).acts());
        acts.put("make a space", by -> open(by, SpaceId.next(), Visibility.PUBLIC));
        acts.put("change a space", by -> {
            SpaceId space = space(Visibility.PUBLIC);
            var card = threads.spaces(HOUSE).stream()
                    .filter(one -> one.id().equals(space))
                    .findFirst()
                    .orElseThrow();
            conversations.change(
                    by,
                    new SpaceChange(
                            space,
                            card.version(),
                            LocalizedText.of(Language.EN, "Renamed"),
                            null,
                            Visibility.PUBLIC,
                            card.position()));
        });
        return acts;
    }

    /** What is tried in both kinds of spaces. */
    private void in(Map<String, Act> acts, Visibility visibility, String of, String where) {
        acts.put("read a thread " + of, by -> {
            Begun begun = begun(visibility);
            boolean head = threads.head(by, begun.number()).isPresent();
            boolean posts;
            try {
                posts = !threads.posts(by, begun.thread(), new Threads.Around.After(0), 10)
                        .posts()
                        .isEmpty();
            } catch (NotFound hidden) {
                posts = false;
            }
            if (head != posts) {
                throw new AssertionError("the head of the thread and its posts disagree");
            }
            seen(head);
        });
        acts.put("start a thread " + where, by -> {
            try {
                conversations.start(
                        by,
                        new NewThread(
                                ThreadId.next(),
                                space(visibility),
                                PostId.next(),
                                "A title",
                                "A text.",
                                Language.EN,
                                null));
            } catch (Refused chooseAnotherSpace) {
                // The form says it beside its field, as of a space that does not exist.
                throw new NotFound();
            }
        });
        acts.put(
                "answer " + where,
                by -> conversations.post(
                        by, new NewPost(PostId.next(), begun(visibility).thread(), "An answer.", Language.EN, null)));
        acts.put(
                "react " + where,
                by -> conversations.react(by, begun(visibility).post(), Conversations.REACTIONS.getFirst(), true));
    }

    private void writeFor(Asker by, MemberId association) {
        conversations.post(
                by,
                new NewPost(
                        PostId.next(),
                        begun(Visibility.PUBLIC).thread(),
                        "We need looms.",
                        Language.EN,
                        association,
                        null));
    }

    private SpaceId space(Visibility visibility) {
        SpaceId space = SpaceId.next();
        open(HOUSE, space, visibility);
        return space;
    }

    private void open(Asker by, SpaceId space, Visibility visibility) {
        conversations.open(
                by, new NewSpace(space, "rights-" + space, LocalizedText.of(Language.EN, "A space"), null, visibility));
    }

    private long version(PostId post) {
        return threads.source(HOUSE, post).orElseThrow().version();
    }

    /** A picture that a member put into a draft, and perhaps posted. */
    private FileId picture(Visibility visibility, boolean posted) {
        Begun begun = begun(visibility);
        PostId post = PostId.next();
        String key = "thread:" + begun.thread();
        drafts.save(begun.author(), new Drafts.Draft(key, post, 1, null, "Look:", Language.EN, null));
        FileId picture = files.storePicture(
                        begun.author(),
                        drafts.attach(begun.author(), post),
                        "kiln.png",
                        new ByteArrayInputStream(Samples.png(20, 20)))
                .id();
        if (posted) {
            conversations.post(begun.author(), new NewPost(post, begun.thread(), "Look.", Language.EN, null));
        }
        return picture;
    }

    private PostId somebodysDraft() {
        PostId post = PostId.next();
        Asker author = town.person(Role.MEMBER);
        drafts.save(author, new Drafts.Draft("new", post, 1, "A title", "Not yet.", Language.EN, null));
        return post;
    }

    private static void seen(boolean something) {
        if (!something) {
            throw new NotFound();
        }
    }
}
