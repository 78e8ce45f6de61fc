package org.kvartal.discussions.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.PostAction.Spot;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.Reaction;
import org.kvartal.discussions.ThreadFeed;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.discussions.Threads.Source;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.live.Live.Listening;

/**
 * The posts of one thread, drawn by the page's script from data that are handed over and not kept here: an open thread costs the server what
 * this object holds, however long it is. Whatever the page asks for is checked by the services, since the ids it sends may be anything.
 *
 * @see "Decision record 0075, posts are drawn in the browser"
 */
@Tag("kvartal-posts")
@JsModule("context://threads/posts.js")
class ThreadPosts extends Component {

    /** A stretch fills a screen or two; the first post must be seen soon. */
    static final int STRETCH = 20;

    private static final int NEWS = 50;

    private final Threads threads;
    private final Conversations conversations;
    private final ThreadFeed feed;
    private final PageWords words;
    private final PostOffers offers;
    private final Reader reader;
    private final ThreadHead head;
    private final ThreadId thread;
    private final Beside beside;
    private long revision;
    private @Nullable Listening listening;

    /** What stands on the page beside the posts, told in the page's turn. */
    interface Beside {

        /** Somebody else is writing. */
        void writing(PersonCard person);

        /** The thread's need has changed; null where it is none any more. */
        void need(@Nullable NeedCard need);

        /** The reader follows the thread now, since they have read it for a while. */
        void followed();
    }

    ThreadPosts(
            Threads threads,
            Conversations conversations,
            ThreadFeed feed,
            PageWords words,
            PostOffers offers,
            Reader reader,
            ThreadHead head,
            Beside beside) {
        this.threads = threads;
        this.conversations = conversations;
        this.feed = feed;
        this.words = words;
        this.offers = offers;
        this.reader = reader;
        this.head = head;
        this.thread = head.id();
        this.beside = beside;
    }

    /**
     * Shows the thread at a post; without one at the first that the reader has not read, or at the newest. Comes before the component stands
     * in a page, where it begins to hear what happens next.
     *
     * @param wanted the number that the address names
     * @param counting whether the time counts for which it is read
     */
    void open(@Nullable Integer wanted, boolean counting) {
        int target = target(wanted);
        Around around = target <= 1
                ? new Around.After(0)
                : target >= head.lastNumber() ? new Around.Before(Integer.MAX_VALUE) : new Around.Near(target);
        PostList list = threads.posts(reader.asker(), thread, around, STRETCH);
        // What changed about the need between the two readings is told, and what changed about posts perhaps twice.
        revision = Math.min(list.revision(), head.revision());
        getElement()
                .callJsFunction(
                        "open",
                        new OpenedThread(
                                reader.language().code(),
                                reader.zone().getId(),
                                words.of(reader.language(), "thread"),
                                reader.asker().person().map(PersonId::toString).orElse(null),
                                head.number(),
                                head.startedAt().toString(),
                                head.lastPostAt().toString(),
                                Math.max(head.lastNumber(), list.lastNumber()),
                                head.lastRead(),
                                target,
                                head.mayPost(),
                                head.visibility() == Visibility.PUBLIC,
                                counting,
                                offers.any(),
                                ShownPost.of(list, reader.language())));
    }

    private int target(@Nullable Integer wanted) {
        if (wanted != null) {
            return Math.clamp(wanted, 1, Math.max(1, head.lastNumber()));
        }
        if (head.lastRead() == 0) {
            return 1;
        }
        return Math.min(head.lastRead() + 1, head.lastNumber());
    }

    /** Shows the reader's own new post without waiting for the news of it. */
    void posted(int number) {
        PostList list = threads.since(reader.asker(), thread, revision, NEWS);
        revision = list.revision();
        getElement().callJsFunction("news", ThreadNews.of(list, number, reader.language()));
    }

    // ---------- what the page asks for ----------

    @ClientCallable
    Answer stretch(String side, int number) {
        return answer(() -> {
            Around around = switch (side) {
                case "before" -> new Around.Before(number);
                case "after" -> new Around.After(number);
                case "near" -> new Around.Near(number);
                default -> throw new NotFound();
            };
            PostList list = threads.posts(reader.asker(), thread, around, STRETCH);
            return new Answer.Posts(ShownPost.of(list, reader.language()), list.lastNumber());
        });
    }

    @ClientCallable
    Answer read(int number, int seconds) {
        return answer(() -> {
            Duration spent = Duration.ofSeconds(Math.max(0, seconds));
            if (conversations.read(reader.asker(), thread, number, spent)) {
                beside.followed();
                return new Answer.Followed(true);
            }
            return new Answer.Done();
        });
    }

    @ClientCallable
    Answer react(String post, String reaction, boolean given) {
        return answer(() -> {
            conversations.react(reader.asker(), post(post), reaction(reaction), given);
            return new Answer.Done();
        });
    }

    @ClientCallable
    Answer remove(String post) {
        return answer(() -> {
            conversations.delete(reader.asker(), post(post));
            changed();
            return new Answer.Done();
        });
    }

    @ClientCallable
    Answer history(String post) {
        return answer(() -> new Answer.Wordings(threads.history(reader.asker(), post(post)).stream()
                .map(earlier -> new Answer.Earlier(
                        earlier.text(),
                        ShownPerson.of(earlier.by()),
                        earlier.at().toString()))
                .toList()));
    }

    /** What other modules let the reader do with a post. */
    @ClientCallable
    Answer offers(String post) {
        return answer(() -> {
            Source source = threads.source(reader.asker(), post(post)).orElseThrow(NotFound::new);
            return new Answer.Offers(offers.of(reader, new Spot(thread, head.number(), source.post())));
        });
    }

    @ClientCallable
    Answer source(String post) {
        return answer(() -> new Answer.Text(threads.source(reader.asker(), post(post))
                .orElseThrow(NotFound::new)
                .text()));
    }

    private Answer answer(Supplier<Answer> act) {
        try {
            return act.get();
        } catch (RuntimeException failure) {
            return words.problem(reader.language(), failure);
        }
    }

    static PostId post(String id) {
        try {
            return new PostId(UUID.fromString(id));
        } catch (IllegalArgumentException forged) {
            throw new NotFound();
        }
    }

    private static Reaction reaction(String name) {
        try {
            return Reaction.valueOf(name);
        } catch (IllegalArgumentException forged) {
            throw new NotFound();
        }
    }

    // ---------- news ----------

    /** Shows what the reader has changed; the news of it comes too and changes nothing more. */
    void changed() {
        PostList list = threads.since(reader.asker(), thread, revision, NEWS);
        revision = list.revision();
        getElement().callJsFunction("news", ThreadNews.of(list, null, reader.language()));
    }

    /** Not before: a page that failed while it was made is never detached, and would be told for ever. */
    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        listening = feed.watch(reader.asker(), thread, revision, new ThreadFeed.Watcher() {
            @Override
            public void changed(PostList list) {
                ThreadNews news = ThreadNews.of(list, null, reader.language());
                inTurn(ui, () -> {
                    revision = Math.max(revision, list.revision());
                    getElement().callJsFunction("news", news);
                });
            }

            @Override
            public void writing(PersonCard person) {
                inTurn(ui, () -> beside.writing(person));
            }

            @Override
            public void need(@Nullable NeedCard need) {
                inTurn(ui, () -> beside.need(need));
            }

            @Override
            public void lost() {
                inTurn(ui, () -> ui.refreshCurrentRoute(false));
            }
        });
    }

    private static void inTurn(UI ui, Command act) {
        try {
            var _ = ui.access(act);
        } catch (UIDetachedException left) {
            // The page was closed meanwhile; detaching ends the listening.
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }
}
