package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadFeed;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.Shortcut;

/** A thread: its head, its posts, and where one answers. The address names the post that is read. */
@Route(DiscussionsPages.THREADS + "/:number([0-9]{1,18})/:post?([0-9]{1,9})")
@PermitAll
@StyleSheet("context://threads/threads.css")
class ThreadView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Threads threads;
    private final Conversations conversations;
    private final Drafts drafts;
    private final ThreadFeed feed;
    private final People people;
    private final Uploads uploads;
    private final Voices voices;
    private final PageWords words;
    private final Wording wording;
    private final Reader reader;
    private String title = "";

    ThreadView(
            Threads threads,
            Conversations conversations,
            Drafts drafts,
            ThreadFeed feed,
            People people,
            Uploads uploads,
            Voices voices,
            PageWords words,
            Wording wording,
            CurrentReader currentReader) {
        this.threads = threads;
        this.conversations = conversations;
        this.drafts = drafts;
        this.feed = feed;
        this.people = people;
        this.uploads = uploads;
        this.voices = voices;
        this.words = words;
        this.wording = wording;
        this.reader = currentReader.get();
        addClassName("thread");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        ThreadHead head = address.getLong("number")
                .flatMap(number -> threads.head(reader.asker(), number))
                .orElseThrow(NotFound::new);
        title = head.title();
        removeAll();
        show(head, address.getInteger("post").orElse(null));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(ThreadHead head, @Nullable Integer post) {
        AnswerDesk desk = new AnswerDesk(head);
        Composer composer = new Composer(drafts, threads, conversations, people, words, reader, voices, desk, uploads);
        ThreadPosts posts = new ThreadPosts(threads, conversations, feed, words, reader, head.id(), composer::writer);
        desk.posts = posts;
        posts.open(head, post);
        Div main = new Div(heading(head), posts);
        main.addClassName("thread-main");
        Nav place = new Nav();
        place.addClassName("scrubber");
        place.setAriaLabel(getTranslation("discussions.app.thread.place"));
        add(main, place);
        if (head.mayPost()) {
            new Shortcut("r", getTranslation("discussions.app.write.text-hint")).on(composer);
            main.add(composer);
            composer.answer(head.number());
        } else {
            main.add(readingOnly());
        }
    }

    private PageHeading heading(ThreadHead head) {
        Anchor space = new Anchor(ShellPages.path(DiscussionsPages.THREADS) + "?space=" + head.spaceAddress());
        Span name = new Span(head.spaceName().in(reader.language()));
        name.getElement()
                .setAttribute(
                        "lang", head.spaceName().shownIn(reader.language()).code());
        space.add(name);
        Span author = new Span(
                getTranslation("discussions.app.thread.by", head.author().name()));
        MemberCard onBehalfOf = head.onBehalfOf();
        if (onBehalfOf != null) {
            author.add(new Text(" "), new ForWhom(onBehalfOf, reader.language()));
        }
        PageHeading heading = new PageHeading(head.title())
                .in(head.language())
                .facts(author, new RelativeTime(head.startedAt(), wording, reader));
        heading.addClassName("thread-head");
        return head.visibility() == Visibility.MEMBERS
                ? heading.kicker(Icon.LOCK.small(), space, new Span(getTranslation("discussions.app.members-only")))
                : heading.kicker(space);
    }

    private Component readingOnly() {
        Paragraph words = new Paragraph(getTranslation("discussions.app.thread.no-answer"));
        words.addClassName("meta");
        return words;
    }

    /** Answers go to the end of this thread. */
    private final class AnswerDesk implements Composer.Desk {

        private final ThreadHead head;
        private @Nullable ThreadPosts posts;

        AnswerDesk(ThreadHead head) {
            this.head = head;
        }

        @Override
        public String key() {
            return "thread:" + head.id();
        }

        @Override
        public int post(PostId id, Typed typed, Language language) {
            return conversations.post(
                    reader.asker(), new NewPost(id, head.id(), typed.text(), language, typed.voice(), null));
        }

        @Override
        public void posted(int number) {
            if (posts != null) {
                posts.posted(number);
            }
        }

        @Override
        public void changed() {
            if (posts != null) {
                posts.changed();
            }
        }

        @Override
        public void writing() {
            conversations.writing(reader.asker(), head.id());
        }
    }
}
