package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.Mentionable;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.PostAction.Spot;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadFeed;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.Following.Interest;
import org.kvartal.shell.Shortcut;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TrailPart;

/** A thread: its head, its posts, and where one answers. The address names the post that is read. */
@Route(DiscussionsPages.THREADS + "/:number([0-9]{1,18})/:post?([0-9]{1,9})")
@PermitAll
@StyleSheet("context://threads/threads.css")
@StyleSheet("context://threads/need.css")
class ThreadView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Threads threads;
    private final Conversations conversations;
    private final Drafts drafts;
    private final ThreadFeed feed;
    private final People people;
    private final Uploads uploads;
    private final Voices voices;
    private final NeedDesk needs;
    private final PostOffers offers;
    private final FollowMenu follow;
    private final Mentionable mentionable;
    private final Trace trace;
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
            NeedDesk needs,
            PostOffers offers,
            FollowMenu follow,
            Mentionable mentionable,
            Trace trace,
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
        this.needs = needs;
        this.offers = offers;
        this.follow = follow;
        this.mentionable = mentionable;
        this.trace = trace;
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
        NeedPart need = needs.part(head, reader);
        List<UUID> places = List.of(head.id().value(), head.space().value());
        Interest interest = follow.interest(reader, places);
        FollowNote note = follow.note(reader, places);
        if (interest == Interest.BY_READING) {
            note.say();
        }
        ThreadPosts posts = new ThreadPosts(
                threads, conversations, feed, words, offers, reader, head, new Surroundings(composer, need, note));
        desk.posts = posts;
        posts.open(post, interest == Interest.OPEN);
        Div main = new Div(
                ThreadHeading.of(head, wording, reader, acts(head, places, note)), note, need, trail(head), posts);
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

    private Component[] acts(ThreadHead head, List<UUID> places, FollowNote note) {
        Anchor[] links = offers.links(reader, new Spot(head.id(), head.number(), null));
        Component[] acts = Arrays.copyOf(links, links.length + 1, Component[].class);
        acts[links.length] =
                follow.menu(reader, places, getTranslation("discussions.app.follow.thread"), note::removeAll);
        return acts;
    }

    private TrailPart trail(ThreadHead head) {
        return new TrailPart(trace.walk(reader.asker(), head.id().traced(), reader.language()), wording, reader);
    }

    private Component readingOnly() {
        Paragraph words = new Paragraph(getTranslation("discussions.app.thread.no-answer"));
        words.addClassName("meta");
        return words;
    }

    private record Surroundings(Composer composer, NeedPart part, FollowNote note) implements ThreadPosts.Beside {

        @Override
        public void writing(PersonCard person) {
            composer.writer(person);
        }

        @Override
        public void need(@Nullable NeedCard need) {
            part.renew(need);
        }

        @Override
        public void followed() {
            note.say();
        }
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
        public List<PersonCard> people(String name, String space) {
            return mentionable.named(
                    reader.asker(), head.space(), head.id(), name, reader.language(), Composer.SUGGESTED);
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
