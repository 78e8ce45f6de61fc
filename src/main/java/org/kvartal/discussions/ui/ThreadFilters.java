package org.kvartal.discussions.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.Icon;
import org.kvartal.shell.ShellPages;

/** What the list of threads shows: needs alone or all, one space or all. Each choice is a link, and keeps the other. */
class ThreadFilters extends Nav {

    private final Reader reader;
    private final boolean needs;

    ThreadFilters(Reader reader, List<SpaceCard> spaces, @Nullable SpaceCard chosen, boolean needs) {
        this.reader = reader;
        this.needs = needs;
        addClassNames("chips", "thread-chips");
        setAriaLabel(getTranslation("discussions.app.threads.filter"));
        Anchor only = new Anchor(address(chosen, !needs));
        only.add(Icon.FLAG.small(), new Span(getTranslation("discussions.app.threads.needs")));
        only.addClassName("thread-needs");
        only.addClassName("chip");
        if (needs) {
            only.getElement().setAttribute("aria-current", "true");
        }
        add(only);
        // Where there is one space, there is nothing to choose.
        if (spaces.size() > 1) {
            Anchor all = new Anchor(address(null, needs), getTranslation("discussions.app.threads.all"));
            add(chip(all, chosen == null));
            spaces.forEach(space ->
                    add(chip(link(space), chosen != null && chosen.id().equals(space.id()))));
        }
    }

    /** Of the list that shows a space, or needs alone. */
    static String address(@Nullable SpaceCard space, boolean needs) {
        String path = ShellPages.path(DiscussionsPages.THREADS);
        if (needs) {
            path += "?" + DiscussionsPages.ONLY_NEEDS;
        }
        return space == null ? path : path + (needs ? "&" : "?") + "space=" + space.address();
    }

    private Anchor link(SpaceCard space) {
        Anchor link = new Anchor(address(space, needs));
        if (space.visibility() == Visibility.MEMBERS) {
            Span closed = new Span(" (" + getTranslation("discussions.app.members-only") + ")");
            closed.addClassName("visually-hidden");
            link.add(Icon.LOCK.small(), name(space), closed);
        } else {
            link.add(name(space));
        }
        return link;
    }

    private Span name(SpaceCard space) {
        Span name = new Span(space.name().in(reader.language()));
        name.getElement()
                .setAttribute("lang", space.name().shownIn(reader.language()).code());
        return name;
    }

    private static Anchor chip(Anchor link, boolean chosen) {
        link.addClassName("chip");
        if (chosen) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
