package org.kvartal.discussions.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.Mentionable;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.search.SimilarPart;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where a thread is started; the address may name the space. */
@Route(DiscussionsPages.NEW_THREAD)
@PermitAll
@StyleSheet("context://threads/threads.css")
@StyleSheet("context://threads/need.css")
class NewThreadView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Threads threads;
    private final Conversations conversations;
    private final Drafts drafts;
    private final People people;
    private final Uploads uploads;
    private final Voices voices;
    private final NeedDesk needs;
    private final PageWords words;
    private final Mentionable mentionable;
    private final Reader reader;

    NewThreadView(
            Threads threads,
            Conversations conversations,
            Drafts drafts,
            People people,
            Uploads uploads,
            Voices voices,
            NeedDesk needs,
            PageWords words,
            Mentionable mentionable,
            CurrentReader currentReader) {
        this.threads = threads;
        this.conversations = conversations;
        this.drafts = drafts;
        this.people = people;
        this.uploads = uploads;
        this.voices = voices;
        this.needs = needs;
        this.words = words;
        this.mentionable = mentionable;
        this.reader = currentReader.get();
        addClassNames("view", "narrow", "thread-new");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        List<SpaceCard> spaces = threads.spaces(reader.asker()).stream()
                .filter(SpaceCard::mayPost)
                .toList();
        PageHeading heading = new PageHeading(getPageTitle());
        Anchor back =
                new Anchor(ShellPages.path(DiscussionsPages.THREADS), getTranslation("discussions.app.threads.title"));
        heading.kicker(back);
        add(heading);
        if (spaces.isEmpty()) {
            add(new EmptyState(
                    getTranslation("discussions.app.threads.no-space"),
                    getTranslation("discussions.app.threads.no-space-text")));
            return;
        }
        heading.lead(getTranslation("discussions.app.new.lead"));
        NeedChoice need = new NeedChoice(
                needs,
                reader,
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("kind")
                        .filter("need"::equals)
                        .isPresent());
        Composer composer = new Composer(
                drafts, threads, conversations, people, words, reader, voices, new ThreadDesk(need), uploads);
        add(need, composer, new SimilarPart());
        composer.start(
                spaces.stream().map(this::choice).toList(),
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("space")
                        .flatMap(wanted -> spaces.stream()
                                .filter(space -> space.address().equals(wanted))
                                .findFirst())
                        .or(() -> spaces.size() == 1 ? spaces.stream().findFirst() : Optional.empty())
                        .map(space -> space.id().toString())
                        .orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("discussions.app.new.title");
    }

    private Composer.SpaceChoice choice(SpaceCard space) {
        return new Composer.SpaceChoice(
                space.id().toString(),
                space.address(),
                space.name().in(reader.language()),
                space.name().shownIn(reader.language()).code(),
                space.visibility() == Visibility.MEMBERS);
    }

    /** What is written here becomes a thread. Its id is made with the page, so that a second press is the same thread. */
    private final class ThreadDesk implements Composer.Desk {

        private final ThreadId thread = ThreadId.next();
        private final NeedChoice need;
        private long started;

        ThreadDesk(NeedChoice need) {
            this.need = need;
        }

        @Override
        public String key() {
            return "new";
        }

        @Override
        public List<PersonCard> people(String name, String chosen) {
            return chosen.isEmpty()
                    ? List.of()
                    : mentionable.named(
                            reader.asker(), space(chosen), null, name, reader.language(), Composer.SUGGESTED);
        }

        @Override
        public int post(PostId id, Typed typed, Language language) {
            started = need.with(
                    language,
                    facts -> conversations.start(
                            reader.asker(),
                            new NewThread(
                                    thread,
                                    space(typed.space()),
                                    id,
                                    typed.title(),
                                    typed.text(),
                                    language,
                                    typed.voice(),
                                    null,
                                    facts)));
            return 1;
        }

        @Override
        public void posted(int number) {
            getUI().ifPresent(ui -> ui.navigate(DiscussionsPages.THREADS + "/" + started));
        }

        private SpaceId space(String chosen) {
            try {
                return new SpaceId(UUID.fromString(chosen));
            } catch (IllegalArgumentException none) {
                throw Refused.at("space", "discussions.refused.space-unknown");
            }
        }
    }
}
