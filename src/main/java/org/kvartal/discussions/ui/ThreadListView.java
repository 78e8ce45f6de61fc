package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionRights;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.ThreadFeed;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.Shortcut;

/** The threads that the reader may read, newest first; the address says of which space. */
@Route(DiscussionsPages.THREADS)
@Menu(title = "discussions.app.menu", order = 10, icon = "threads")
@GoTo("t")
@PermitAll
@StyleSheet("context://threads/threads.css")
class ThreadListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Threads threads;
    private final ThreadFeed feed;
    private final Permissions permissions;
    private final FollowMenu follow;
    private final PageWords words;
    private final Reader reader;
    private String title = "";

    ThreadListView(
            Threads threads,
            ThreadFeed feed,
            Permissions permissions,
            FollowMenu follow,
            PageWords words,
            CurrentReader currentReader) {
        this.threads = threads;
        this.feed = feed;
        this.permissions = permissions;
        this.follow = follow;
        this.words = words;
        this.reader = currentReader.get();
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<SpaceCard> spaces = threads.spaces(reader.asker());
        SpaceCard space = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("space")
                .map(address -> find(spaces, address).orElseThrow(NotFound::new))
                .orElse(null);
        boolean needs = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("only")
                .filter("needs"::equals)
                .isPresent();
        removeAll();
        title = title(space, needs);
        if (spaces.isEmpty()) {
            add(new PageHeading(title), noSpace());
            return;
        }
        add(heading(space, spaces, needs), new ThreadFilters(reader, spaces, space, needs));
        ThreadRows rows = new ThreadRows(threads, feed, words, reader);
        add(rows);
        if (!rows.open(space == null ? null : space.id(), needs)) {
            rows.setVisible(false);
            add(needs ? noNeed(space, mayPost(spaces, space)) : noThread(space, mayPost(spaces, space)));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private String title(@Nullable SpaceCard space, boolean needs) {
        if (space != null) {
            return space.name().in(reader.language());
        }
        return getTranslation(needs ? "discussions.app.threads.needs" : "discussions.app.threads.title");
    }

    private PageHeading heading(@Nullable SpaceCard space, List<SpaceCard> spaces, boolean needs) {
        PageHeading heading = new PageHeading(title);
        if (space == null) {
            heading.lead(getTranslation(needs ? "discussions.app.threads.needs-lead" : "discussions.app.threads.lead"));
        } else {
            heading.in(space.name().shownIn(reader.language()));
            if (space.visibility() == Visibility.MEMBERS) {
                heading.kicker(membersOnly());
            }
            if (space.description() != null) {
                heading.lead(space.description().in(reader.language()));
            }
        }
        List<Component> acts = new ArrayList<>();
        if (space != null) {
            acts.add(follow.menu(reader, List.of(space.id().value()), getTranslation("discussions.app.follow.space")));
        }
        if (mayPost(spaces, space)) {
            String words = getTranslation(needs ? "discussions.app.threads.new-need" : "discussions.app.threads.new");
            Anchor start = newThread(space, needs);
            start.add(Icon.PLUS.create(), new Span(words));
            start.addClassNames("button", "main");
            acts.add(new Shortcut("n", words).on(start));
        }
        if (!acts.isEmpty()) {
            heading.acts(acts.toArray(Component[]::new));
        }
        return heading;
    }

    private Component membersOnly() {
        Span words = new Span(Icon.LOCK.small(), new Span(getTranslation("discussions.app.members-only")));
        words.addClassName("thread-row-space");
        return words;
    }

    private Component noThread(@Nullable SpaceCard space, boolean mayPost) {
        String empty = getTranslation("discussions.app.threads.empty");
        if (!mayPost) {
            return new EmptyState(empty, getTranslation("discussions.app.threads.empty-read"));
        }
        Anchor start = newThread(space, false);
        start.setText(getTranslation("discussions.app.threads.empty-act"));
        start.addClassNames("button", "main");
        return new EmptyState(empty, getTranslation("discussions.app.threads.empty-text")).offer(start);
    }

    private Component noNeed(@Nullable SpaceCard space, boolean mayPost) {
        EmptyState empty = new EmptyState(
                getTranslation("discussions.app.threads.no-need"),
                getTranslation("discussions.app.threads.no-need-text"));
        if (!mayPost) {
            return empty;
        }
        Anchor start = newThread(space, true);
        start.setText(getTranslation("discussions.app.threads.no-need-act"));
        start.addClassNames("button", "main");
        return empty.offer(start);
    }

    private Component noSpace() {
        String nothing = getTranslation("discussions.app.threads.no-space");
        if (!permissions.has(reader.asker(), DiscussionRights.MANAGE_SPACES, Scope.PLATFORM)) {
            return new EmptyState(nothing, getTranslation("discussions.app.threads.no-space-text"));
        }
        Anchor make = new Anchor(
                ShellPages.path(DiscussionsPages.ADMIN_SPACES), getTranslation("discussions.app.threads.no-space-act"));
        make.addClassNames("button", "main");
        return new EmptyState(nothing, getTranslation("discussions.app.threads.no-space-admin")).offer(make);
    }

    private static Anchor newThread(@Nullable SpaceCard space, boolean need) {
        String path = need ? DiscussionsPages.newNeed() : ShellPages.path(DiscussionsPages.NEW_THREAD);
        return new Anchor(space == null ? path : path + (need ? "&" : "?") + "space=" + space.address());
    }

    private static boolean mayPost(List<SpaceCard> spaces, @Nullable SpaceCard space) {
        return space == null ? spaces.stream().anyMatch(SpaceCard::mayPost) : space.mayPost();
    }

    private static Optional<SpaceCard> find(List<SpaceCard> spaces, String address) {
        return spaces.stream().filter(space -> space.address().equals(address)).findFirst();
    }
}
